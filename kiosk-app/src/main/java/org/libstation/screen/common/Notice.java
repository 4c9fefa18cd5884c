package org.libstation.screen.common;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A bar, a tint, an icon, a bold first line: an arrangement (ask), the system is silent (wait),
/// refused (stop), information (action).
public final class Notice extends HBox {

  /// What it says.
  ///
  /// @param line a second line
  /// @param aside at the right end of the first line: validity dates, a code
  public record Words(
      Ink ink, Icon icon, String head, Optional<String> line, Optional<String> aside) {
    public static Words of(Ink ink, Icon icon, String head, String line) {
      return new Words(
          ink, icon, head, line.isBlank() ? Optional.empty() : Optional.of(line), Optional.empty());
    }
  }

  public Notice(Type type, Words words) {
    super(22);
    setAlignment(words.line().isPresent() ? Pos.TOP_LEFT : Pos.CENTER_LEFT);
    getStyleClass().addAll("notice", words.ink().border());
    double icon = type.look().px(Role.BODY) * 1.4;
    getChildren().add(new IconView(words.icon(), icon, words.ink()));
    HBox first = Box.row(16, Box.grow(type.head(words.head())));
    first.setAlignment(Pos.BASELINE_LEFT);
    words.aside().ifPresent(aside -> first.getChildren().add(type.caption(aside).oneLine()));
    VBox text = Box.column(4, first);
    words.line().ifPresent(line -> text.getChildren().add(type.body(line)));
    getChildren().add(Box.grow(text));
    Box.padded(this, 16, 24, 16, 32);
    setMinHeight(USE_PREF_SIZE);
  }
}
