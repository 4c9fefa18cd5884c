package org.libstation.screen.kit.picture;

import java.util.Arrays;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import org.libstation.screen.kit.look.Box;

/// A flat picture of our own, drawn on a board of fixed size and shown at one scale. It has ink
/// outlines of 5 px, flat fills and no sentences.
///
/// It is never cached as an image. Filling and drawing such an image, 1 MB for each layer, costs
/// the software pipeline several times what the shapes cost, and fills the heap.
public final class Drawing extends Region {
  static final double INK = 5;

  private final double scale;

  /// Room above the board, in px of the board.
  private final double above;

  /// Layer on which shapes are drawn.
  private Group group;

  /// @param width width of the board
  /// @param scale shown px per board px
  Drawing(double width, double height, double scale) {
    this(width, height, scale, 0);
  }

  /// @param above further room above the board, in px of the board
  Drawing(double width, double height, double scale, double above) {
    this.scale = scale;
    this.above = above;
    this.group = layer();
    getChildren().add(group);
    setMinSize(0, 0);
    double shownHeight = (above + height) * scale;
    Box.fixed(this, width * scale, shownHeight);
    setMouseTransparent(true);
    getStyleClass().add("drawing");
  }

  private Group layer() {
    Group layer = new Group();
    layer.getTransforms().addAll(new Scale(scale, scale), new Translate(0, above));
    layer.setManaged(false);
    return layer;
  }

  /// Starts a layer above the previous ones that moves to another place or from it.
  ///
  /// @param key identifies the moving thing, as in [Moves.Marked]
  /// @param dx in px of the board
  void travels(String key, double dx, double dy, boolean away) {
    moves(new Moves.Move.Travel(dx * scale, dy * scale, away), key);
  }

  /// Starts a layer that moves gently to and fro.
  ///
  /// @param dx in px of the board
  void drifts(String key, double dx) {
    moves(new Moves.Move.Drift(dx * scale), key);
  }

  private void moves(Moves.Move move, String key) {
    group = layer();
    Group mover = Moves.as(move, key, new Group(group));
    mover.setManaged(false);
    getChildren().add(mover);
  }

  /// Starts a layer at another place, above the previous ones.
  ///
  /// @param dx in px of the board
  void moved(double dx, double dy) {
    stands();
    shifted(dx, dy);
  }

  /// Moves the current layer, or the start of its movement, to another place.
  ///
  /// @param dx in px of the board
  void shifted(double dx, double dy) {
    group.setTranslateX(dx * scale);
    group.setTranslateY(dy * scale);
  }

  /// Starts a layer that stands still.
  void stands() {
    group = layer();
    getChildren().add(group);
  }

  private <S extends Shape> S put(S shape, double stroke, String... classes) {
    shape.getStyleClass().addAll(classes);
    if (Arrays.stream(classes).noneMatch(name -> name.startsWith("fill-"))) {
      shape.setFill(null);
    }
    if (Arrays.stream(classes).noneMatch(name -> name.startsWith("stroke-"))) {
      shape.setStroke(null);
    }
    shape.setStrokeWidth(stroke);
    shape.setStrokeLineCap(StrokeLineCap.ROUND);
    shape.setStrokeLineJoin(StrokeLineJoin.ROUND);
    group.getChildren().add(shape);
    return shape;
  }

  Rectangle rect(
      double x, double y, double w, double h, double r, double stroke, String... classes) {
    Rectangle rectangle = new Rectangle(x, y, w, h);
    rectangle.setArcWidth(2 * r);
    rectangle.setArcHeight(2 * r);
    return put(rectangle, stroke, classes);
  }

  /// Draws a rectangle with an ink outline.
  Rectangle out(double x, double y, double w, double h, double r, String fill) {
    return rect(x, y, w, h, r, INK, fill, "stroke-text");
  }

  /// Draws a rectangle with an ink outline and a colour that no theme changes, such as a book's
  /// cover.
  Rectangle cover(double x, double y, double w, double h, double r, Color fill) {
    Rectangle rectangle = rect(x, y, w, h, r, INK, "stroke-text");
    rectangle.setFill(fill);
    return rectangle;
  }

  SVGPath path(String content, double stroke, String... classes) {
    SVGPath path = new SVGPath();
    path.setContent(content);
    return put(path, stroke, classes);
  }

  /// Draws a path with an ink outline.
  SVGPath outPath(String content, String... fill) {
    String[] classes = Arrays.copyOf(fill, fill.length + 1);
    classes[fill.length] = "stroke-text";
    return path(content, INK, classes);
  }

  /// Draws a path in a colour that no theme changes.
  SVGPath pigment(String content, Color fill) {
    SVGPath path = path(content, 0);
    path.setFill(fill);
    return path;
  }

  SVGPath pigmentLine(String content, double stroke, Color colour) {
    SVGPath path = path(content, stroke);
    path.setStroke(colour);
    return path;
  }

  Line line(double x1, double y1, double x2, double y2, double stroke, String colour) {
    return put(new Line(x1, y1, x2, y2), stroke, colour);
  }

  Circle circle(double x, double y, double r, double stroke, String... classes) {
    return put(new Circle(x, y, r), stroke, classes);
  }
}
