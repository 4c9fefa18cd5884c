package org.libstation.screen.speech;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.libstation.flow.state.Language;
import org.libstation.screen.kit.look.KeyCap;

/// One thing that stands on a screen, as it is read.
///
/// @param about stands for the thing, also when its words change
/// @param parts as written; of a row its title first
/// @param personal only for the ears of the person in front
/// @param language where its words are of another one than the screen's
/// @param key where it can be pressed
/// @param figure signs typed, or seconds left
@RecordBuilder
public record SpokenLine(
    LineKind kind,
    SpokenScreenPart part,
    String about,
    List<String> parts,
    boolean personal,
    Optional<Language> language,
    Optional<KeyCap> key,
    OptionalInt figure)
    implements SpokenLineBuilder.With {
  public SpokenLine {
    parts = List.copyOf(parts);
  }

  /// What it is.
  public enum LineKind {
    HEADING,
    HAND,
    NOTICE,
    TEXT,
    ROW,
    KEY,
    MASKED,
    COUNT_DOWN
  }

  /// Where it stands.
  public enum SpokenScreenPart {
    /// The stage, or a sheet.
    STAGE,
    ACTIONS,
    BARS
  }
}
