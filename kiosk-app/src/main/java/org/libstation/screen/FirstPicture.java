package org.libstation.screen;

import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;
import org.libstation.flow.state.Language;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.picture.BuiltInBrand;

/// Picture on the screen until the station can be used: the mark, and for each language its name
/// and *one moment*. Nothing on it moves or can be pressed. It is drawn on the canvas that suits
/// the window, and scaled evenly.
final class FirstPicture extends Region {
  private static final double MARK = 144;
  private static final double NAME = 34;
  private static final double LINE = 64;
  private static final double BELOW_NAME = 4;
  private static final double BETWEEN = 44;
  private static final double BELOW_MARK = 52;

  private final VBox column = new VBox(BETWEEN);
  private final Scale scale = new Scale(1, 1);

  /// @param words *one moment* in each language, in the order of the language keys
  FirstPicture(Map<Language, String> words) {
    getStyleClass().addAll("canvas", "light");
    getStylesheets().addAll(Styles.sheets());
    column.setAlignment(Pos.CENTER);
    column.getTransforms().add(scale);
    Node mark = new BuiltInBrand().mark(MARK);
    VBox.setMargin(mark, new javafx.geometry.Insets(0, 0, BELOW_MARK - BETWEEN, 0));
    column.getChildren().add(mark);
    words.forEach((language, line) -> column.getChildren().add(block(language, line)));
    getChildren().add(column);
  }

  private static Node block(Language language, String line) {
    VBox block =
        new VBox(
            BELOW_NAME,
            text(language, language.ownName(), false, NAME, "text-text-2"),
            text(language, line, true, LINE, "text-text"));
    block.setAlignment(Pos.CENTER);
    return block;
  }

  private static Text text(Language language, String words, boolean bold, double px, String role) {
    Text text = new Text(words);
    text.setFont(Look.font(language.sans(), bold, px));
    text.getStyleClass().add(role);
    return text;
  }

  @Override
  protected void layoutChildren() {
    double factor = ScreenFit.EVEN.of(getWidth(), getHeight()).scale();
    scale.setX(factor);
    scale.setY(factor);
    double width = column.prefWidth(-1);
    double height = column.prefHeight(width);
    column.resizeRelocate(
        Math.rint((getWidth() - width * factor) / 2),
        Math.rint((getHeight() - height * factor) / 2),
        width,
        height);
  }
}
