package org.libstation.screen.kit.widget;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.SpeechMark;
import org.libstation.screen.kit.look.Type;

/// Draws a receipt as a sheet of paper with a torn edge.
public final class PaperSheet extends VBox {
  private static final double TOOTH = 18;

  /// Size of titles as a share of a title in a row.
  private static final double TITLES = 0.82;

  private static final double TITLE_WIDTH = 290;

  /// Longest library name shown, in characters: a longer one would take more lines than the
  /// receipt's subject.
  private static final int LONG_NAME = 16;

  /// @param titles small, below the lines
  /// @param foot small, at the end
  public PaperSheet(
      Type type, String head, String moment, List<String> lines, List<String> titles, String foot) {
    super(8);
    SpeechMark.personal(SpeechMark.as(SpeechMark.NodeRole.PAPER, this));
    getStyleClass().add("paper");
    if (head.length() <= LONG_NAME) {
      getChildren().add(type.write(Role.STAMP, true, Ink.TEXT, head).centred());
    }
    getChildren().add(type.note(false, moment).centred());
    getChildren().add(Box.rule());
    for (String line : lines) {
      getChildren().add(type.write(Role.H2, true, Ink.TEXT, line).centred());
    }
    Type small = new Type(type.look().withPart(TITLES));
    for (String title : titles) {
      getChildren().add(small.title(title, TITLE_WIDTH, 1));
    }
    getChildren().add(Box.rule());
    getChildren().add(type.write(Role.CAPTION, false, Ink.TEXT_2, foot).centred());
    setAlignment(Pos.TOP_CENTER);
    setFillWidth(true);
    Box.padded(this, 24, 16, 30 + TOOTH, 16);
    setMinHeight(Region.USE_PREF_SIZE);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    StringBuilder shape = new StringBuilder("M0 0H" + getWidth() + "V" + (getHeight() - TOOTH));
    int teeth = Math.max(4, (int) (getWidth() / 34));
    double step = getWidth() / teeth;
    for (int at = 0; at < teeth; at++) {
      double x = getWidth() - at * step;
      shape.append("L").append(x - step / 2).append(" ").append(getHeight());
      shape.append("L").append(x - step).append(" ").append(getHeight() - TOOTH);
    }
    javafx.scene.shape.SVGPath torn = new javafx.scene.shape.SVGPath();
    torn.setContent(shape + "Z");
    setShape(torn);
    setScaleShape(false);
    setCenterShape(false);
  }
}
