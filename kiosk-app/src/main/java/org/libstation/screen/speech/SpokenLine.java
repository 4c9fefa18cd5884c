package org.libstation.screen.speech;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.libstation.flow.state.Language;
import org.libstation.screen.kit.look.KeyCap;

/// One thing on a screen, as it is read aloud.
///
/// @param about identifies the thing, also when its words change
/// @param parts texts as written; a row's title comes first
/// @param personal whether only the patron may hear it
/// @param language language of its words; empty = that of the screen
/// @param key the key, if it can be pressed
/// @param figure number of typed characters, or seconds left
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

  /// Kind of line.
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

  /// Part of the screen.
  public enum SpokenScreenPart {
    /// The stage, or a sheet.
    STAGE,
    ACTIONS,
    BARS
  }
}
