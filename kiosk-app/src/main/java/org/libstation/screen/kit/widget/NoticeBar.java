package org.libstation.screen.kit.widget;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.SpeechMark;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.look.Writing;

/// A notice, with a tint, an icon and a bold first line. Its ink says what it is about: an
/// arrangement (ask), the silent library system (wait), a refusal (stop), information (action).
public final class NoticeBar extends HBox {
  private static final double LEAF_GAP = 4;

  /// Space left and right of the words, with the border.
  private static final double SIDES = 64;

  private static final double BORDERS = 8;

  /// What a notice says.
  ///
  /// @param line second line
  /// @param aside at the right end of the first line: validity dates, a code
  @RecordBuilder
  public record NoticeBarWords(
      Ink ink, Icon icon, String head, Optional<String> line, Optional<String> aside)
      implements NoticeBarNoticeBarWordsBuilder.With {
    /// Notice with its heading only.
    public NoticeBarWords headAlone() {
      return with(words -> words.line(Optional.empty()).aside(Optional.empty()));
    }

    /// Notice with another second line.
    public NoticeBarWords saying(String other) {
      return withLine(Optional.of(other));
    }

    /// Notice without the words at the right end.
    public NoticeBarWords withoutAside() {
      return withAside(Optional.empty());
    }

    public static NoticeBarWords of(Ink ink, Icon icon, String head, String line) {
      return new NoticeBarWords(
          ink, icon, head, line.isBlank() ? Optional.empty() : Optional.of(line), Optional.empty());
    }
  }

  public NoticeBar(Type type, NoticeBarWords words) {
    this(type, words, type.look().list());
  }

  /// @param width width that it is given
  public NoticeBar(Type type, NoticeBarWords words, double width) {
    super(22);
    SpeechMark.as(SpeechMark.NodeRole.NOTICE, this);
    setAlignment(words.line().isPresent() ? Pos.TOP_LEFT : Pos.CENTER_LEFT);
    getStyleClass().addAll("notice", words.ink().border());
    double icon = type.look().px(Role.BODY) * 1.4;
    getChildren().add(new IconView(words.icon(), icon, words.ink()));
    Writing head = type.head(words.head());
    HBox first = Box.row(16, Box.grow(head));
    first.setAlignment(Pos.BASELINE_LEFT);
    VBox text = Box.column(4, first);
    words
        .aside()
        .ifPresent(
            aside -> {
              Writing written = type.caption(aside);
              double room = width - 56 - 22 - icon - 16;
              // In large text these words stand under the heading before one of them is broken.
              if (head.prefWidth(-1) + written.prefWidth(-1) <= room) {
                Box.add(first, written.oneLine());
              } else {
                Box.add(text, written);
              }
            });
    Box.add(text, words.line().map(line -> type.body(line)));
    getChildren().add(Box.grow(text));
    padded(type);
  }

  /// One page of a notice that takes several.
  private NoticeBar(Type type, NoticeBarWords words, List<Region> parts) {
    super(Box.grow(Box.column(LEAF_GAP, parts.toArray(Region[]::new))));
    SpeechMark.as(SpeechMark.NodeRole.NOTICE, this);
    getStyleClass().addAll("notice", words.ink().border());
    padded(type);
  }

  private void padded(Type type) {
    double above = above(type);
    Box.padded(this, above, 24, above, 32);
    setMinHeight(USE_PREF_SIZE);
  }

  private static double above(Type type) {
    return type.look().metrics().lists().pages().notice();
  }

  /// Whether no line would end inside words that belong together.
  static boolean keeps(Type type, NoticeBarWords words) {
    double room = type.look().list() - SIDES - 22 - type.look().px(Role.BODY) * 1.4;
    return type.head(words.head()).widestPart() <= room
        && words.line().map(line -> type.body(line).widestPart() <= room).orElse(true);
  }

  /// Draws a notice over as many pages as it needs at its size.
  ///
  /// @param room height of a page
  static List<NoticeBar> leaves(Type type, NoticeBarWords words, double room) {
    Leaves leaves =
        new Leaves(type, type.look().list() - SIDES, room - 2 * above(type) - BORDERS, LEAF_GAP);
    List<Leaves.Piece> all =
        new ArrayList<>(leaves.begin(words.icon(), words.ink(), "**" + words.head() + "**"));
    words.line().ifPresent(line -> all.add(Leaves.Piece.said(Role.BODY, false, line)));
    words.aside().ifPresent(aside -> all.add(Leaves.Piece.said(Role.CAPTION, false, aside)));
    return leaves.of(all).stream().map(parts -> new NoticeBar(type, words, parts)).toList();
  }
}
