package org.libstation.screen.kit.picture;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.libstation.screen.kit.look.Box;

/// The spine of a book at the left edge of a row. Its colour is a hash of the number on the book,
/// never of the subject. So it is the same everywhere, from the first reading on, before the title
/// is known.
public final class Spine extends Region {
  public static final double WIDTH = 32;
  private static final List<Color> COVERS =
      List.of(
          Color.web("#2F5A78"),
          Color.web("#2F6A68"),
          Color.web("#8A5A2B"),
          Color.web("#4F6B47"),
          Color.web("#934434"),
          Color.web("#6B4A66"),
          Color.web("#4A5366"));
  private static final Color BAND = Color.web("#FFFDF8", 0.75);

  private final Rectangle upper = band();
  private final Rectangle second = band();
  private final Rectangle lower = band();

  /// @param cover as [#cover(String)] returned it
  public Spine(int cover) {
    getStyleClass().add("spine");
    setStyle("-fx-background-color: " + hex(colour(cover)) + ";");
    Box.wide(this, WIDTH);
    getChildren().addAll(upper, second, lower);
  }

  /// Cover of a book.
  ///
  /// @param number number on the book
  public static int cover(String number) {
    return Math.floorMod((number.hashCode() * 0x9E3779B9) >>> 12, COVERS.size());
  }

  static Color colour(int cover) {
    return COVERS.get(Math.floorMod(cover, COVERS.size()));
  }

  private static Rectangle band() {
    Rectangle band = new Rectangle(WIDTH, 4, BAND);
    band.setManaged(false);
    return band;
  }

  private static String hex(Color colour) {
    return "#" + colour.toString().substring(2, 8);
  }

  @Override
  protected void layoutChildren() {
    upper.setY(14);
    second.setY(23);
    lower.setY(getHeight() - 18);
  }
}
