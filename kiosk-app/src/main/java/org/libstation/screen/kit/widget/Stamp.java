package org.libstation.screen.kit.widget;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.picture.Moves;

/// A stamp says what is decided or asked for. It is outlined, never pressable, and dashed while
/// nothing is final.
public final class Stamp extends HBox {
  private static final double PADDING = 4;

  /// As in the style sheet.
  private static final double BORDER = 4;

  private final StampWords words;
  private final Region ground = new Region();
  private final VBox text;

  /// Least width. On a lying panel stamps with dates have one width, so that the parts beside them
  /// align; an upright one has no width to spare.
  private double least;

  /// What a stamp says.
  ///
  /// @param icon empty for a plain date
  /// @param line second line, smaller
  /// @param open whether it is dashed
  @RecordBuilder
  public record StampWords(
      Ink ink, Optional<Icon> icon, String head, Optional<String> line, boolean open)
      implements StampStampWordsBuilder.With {

    public static StampWords plain(Ink ink, Icon icon, String head) {
      return new StampWords(ink, Optional.of(icon), head, Optional.empty(), false);
    }

    public static StampWords open(Ink ink, Icon icon, String head) {
      return plain(ink, icon, head).withOpen(true);
    }

    /// Returns how it is drawn, without its words.
    Moves.DrawnState state() {
      return new Moves.DrawnState(ink, icon, open);
    }
  }

  /// Height of a stamp with a date and a line below.
  static double heightOfDate(Type type) {
    return type.write(Role.FIGURE, true, Ink.TEXT, "8").oneLine().prefHeight(-1)
        + type.note(false, "8").oneLine().prefHeight(-1)
        + 2 * (PADDING + BORDER);
  }

  public Stamp(Type type, StampWords words) {
    this.words = words;
    getStyleClass().addAll("stamp", words.ink().border());
    if (words.open()) {
      getStyleClass().add("dashed");
    }
    double scale = type.look().px(Role.CAPTION) / Role.CAPTION.px(1);
    words
        .icon()
        .ifPresent(
            icon -> {
              ground.getStyleClass().addAll("stamp-cell", words.ink().back());
              StackPane cell =
                  new StackPane(ground, new IconView(icon, 38 * scale, Ink.ON_STATE).stroked(5.5));
              cell.setMinWidth(type.look().metrics().lists().signs().cell() * scale);
              getChildren().add(cell);
            });
    Ink ink = words.ink() == Ink.TEXT_2 ? Ink.TEXT : words.ink();
    boolean dated = words.line().isPresent();
    this.text =
        Box.column(
            0, type.write(dated ? Role.FIGURE : Role.STAMP, true, ink, words.head()).oneLine());
    Box.add(
        text,
        words
            .line()
            .filter(_ -> type.look().layouts().lists().row().stampLine())
            .map(line -> type.write(Role.CAPTION, false, ink, line).oneLine()));
    text.setAlignment(words.icon().isPresent() ? Pos.CENTER_LEFT : Pos.CENTER);
    text.setFillWidth(false);
    double sides = type.look().metrics().lists().signs().sides();
    Box.padded(text, PADDING, sides, PADDING, sides);
    text.setMinWidth(USE_PREF_SIZE);
    getChildren().add(Box.grow(text));
    setFillHeight(true);
    setMinWidth(USE_PREF_SIZE);
    if (dated && type.look().layouts().lists().row().stampsAlike()) {
      String longest = type.look().chinese() ? "12月28日" : "28 Nov";
      double cell = type.look().metrics().lists().signs().cell() * scale;
      double date = type.write(Role.FIGURE, true, ink, longest).oneLine().prefWidth(-1);
      least = Math.ceil(cell + date + 2 * (sides + BORDER));
    }
    setMinHeight(USE_PREF_SIZE);
    setMaxHeight(USE_PREF_SIZE);
  }

  @Override
  protected double computePrefWidth(double height) {
    return Math.max(least, super.computePrefWidth(height));
  }

  /// Names the row whose state it shows.
  Stamp of(long row) {
    Moves.DrawnState state = words.state();
    Moves.as(new Moves.Move.CellFill(state), "cell " + row, ground);
    Moves.as(new Moves.Move.Swap(state), "word " + row, text);
    return this;
  }
}
