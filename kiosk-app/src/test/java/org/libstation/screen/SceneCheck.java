package org.libstation.screen;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.chart.Axis;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.libstation.screen.look.Contrast;
import org.libstation.screen.look.KeyCap;
import org.libstation.screen.look.Tokens;
import org.libstation.screen.look.Writing;
import org.libstation.screen.picture.Drawing;
import org.libstation.text.Texts;

/// Looks at a screen as it lies in the scene graph: text large enough, nothing cut, nothing over
/// another thing, keys large enough and far enough apart, no key of the text files left over, every
/// letter in a colour that can be told from its ground.
final class SceneCheck {
  /// A place that was not filled; `[A-Z]{3}` is a pattern of barcodes.
  private static final Pattern LEFT_OVER = Pattern.compile("(?<![\\]\\w)])\\{\\d}|\\*\\*");

  /// Keys, and whatever else has dots: the name of a file, a key of the settings.
  private static final Pattern DOTTED = Pattern.compile("[a-z]{2,}(\\.[A-Za-z0-9_-]+)+");

  private static final Set<String> KEYS =
      Texts.load(Path.of("../config/texts"), Optional.empty()).keys();
  private static final double TOLERANCE = 3;

  /// WCAG 2.1, success criteria 1.4.3 and, for whoever asked for it, 1.4.6.
  private static final double CONTRAST = 4.5;

  private static final double HIGH_CONTRAST = 7;

  private final Node canvas;
  private final double leastText;
  private final double leastKey;
  private final List<String> findings = new ArrayList<>();
  private final List<Piece> texts = new ArrayList<>();
  private final List<Piece> keys = new ArrayList<>();

  private record Piece(Node node, Rectangle2D box, String what) {}

  private SceneCheck(Node canvas, double leastText, double leastKey) {
    this.canvas = canvas;
    this.leastText = leastText;
    this.leastKey = leastKey;
  }

  static List<String> findings(Node root, double leastText) {
    return findings(root, leastText, Tokens.TARGET_MIN);
  }

  /// @param leastKey either side of a key, in px of the canvas
  static List<String> findings(Node root, double leastText, double leastKey) {
    // The canvas of a host, however it is scaled.
    Node canvas = root;
    while (canvas.getParent() != null && !canvas.getStyleClass().contains("canvas")) {
      canvas = canvas.getParent();
    }
    SceneCheck check = new SceneCheck(canvas, leastText, leastKey);
    check.walk(root);
    check.texts.forEach(check::text);
    check.keys();
    check.overlaps();
    return check.findings;
  }

  private void walk(Node node) {
    if (!node.isVisible() || node instanceof Drawing) {
      return;
    }
    if (node instanceof Text text && !text.getText().isBlank()) {
      texts.add(new Piece(text, inkBox(text), "\"" + text.getText() + "\""));
    } else if (node instanceof KeyCap key) {
      keys.add(new Piece(key, box(key), "key " + key.getAccessibleText()));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(this::walk);
    }
  }

  private Bounds onCanvas(Node node, Bounds bounds) {
    return canvas.sceneToLocal(node.localToScene(bounds));
  }

  /// What can be pressed above a line, in px of the canvas.
  static List<String> pressableAbove(Node root, double line) {
    Node canvas = root;
    while (canvas.getParent() != null && !canvas.getStyleClass().contains("canvas")) {
      canvas = canvas.getParent();
    }
    SceneCheck check = new SceneCheck(canvas, 0, 0);
    check.walk(root);
    return check.keys.stream()
        .filter(key -> key.box().getMinY() < line)
        .map(key -> String.format(Locale.ROOT, "%s lies at %.0f", key.what(), key.box().getMinY()))
        .toList();
  }

  /// The line box of a text without the room above and below its characters.
  private Rectangle2D inkBox(Text text) {
    Bounds bounds = onCanvas(text, text.getBoundsInLocal());
    double em = text.getFont().getSize();
    double begin = lineBegin(text);
    return new Rectangle2D(
        begin,
        bounds.getMinY() + em * 0.26,
        Math.max(0, Math.min(bounds.getWidth(), lineEnd(text) - begin)),
        Math.max(1, bounds.getHeight() - em * 0.42));
  }

  /// The foot of a J at the beginning of a line hangs out to the left.
  private double lineBegin(Text text) {
    Bounds bounds = onCanvas(text, text.getBoundsInLocal());
    if (text.getParent() instanceof TextFlow flow) {
      double edge = onCanvas(flow, flow.getLayoutBounds()).getMinX();
      double foot = text.getFont().getSize() * 0.1;
      return edge - bounds.getMinX() < foot ? Math.max(edge, bounds.getMinX()) : bounds.getMinX();
    }
    return bounds.getMinX();
  }

  /// The space that a wrapped line ends with hangs over the edge and shows nothing.
  private double lineEnd(Text text) {
    Bounds bounds = onCanvas(text, text.getBoundsInLocal());
    if (text.getParent() instanceof TextFlow flow && text.getText().indexOf(' ') > 0) {
      double edge = onCanvas(flow, flow.getLayoutBounds()).getMaxX();
      double space = text.getFont().getSize() * 0.35;
      return bounds.getMaxX() - edge < space ? Math.min(edge, bounds.getMaxX()) : bounds.getMaxX();
    }
    return bounds.getMaxX();
  }

  private Rectangle2D box(Node node) {
    Bounds bounds =
        node instanceof Region region
            ? onCanvas(region, region.getLayoutBounds())
            : onCanvas(node, node.getBoundsInLocal());
    return new Rectangle2D(
        bounds.getMinX(),
        bounds.getMinY(),
        Math.max(0, bounds.getWidth()),
        Math.max(0, bounds.getHeight()));
  }

  /// Whether the letters can be told from what lies behind them. What is written on a picture is
  /// for the eye of a person alone.
  private void contrast(Piece piece, Text text) {
    Optional<Color> behind = behind(text, piece.box());
    if (behind.isEmpty() || !(text.getFill() instanceof Color ink)) {
      return;
    }
    double least = canvas.getStyleClass().contains("contrast") ? HIGH_CONTRAST : CONTRAST;
    double ratio = Contrast.ratio(hex(ink), hex(behind.get()));
    if (ratio < least) {
      findings.add(
          String.format(
              Locale.ROOT,
              "%s has %s on %s: a contrast of %.1f, at least %.1f",
              piece.what(),
              hex(ink),
              hex(behind.get()),
              ratio,
              least));
    }
  }

  /// The ground of the nearest part that lies behind a text; empty = a picture.
  private Optional<Color> behind(Node text, Rectangle2D box) {
    Node above = text;
    for (Parent at = text.getParent(); at != null; at = at.getParent()) {
      List<Node> beside = at.getChildrenUnmodifiable();
      for (int place = beside.indexOf(above) - 1; place >= 0; place--) {
        Node below = beside.get(place);
        if (below.isVisible() && inside(box, box(below))) {
          Optional<Color> ground = ground(below);
          if (ground.isPresent() || hasPicture(below)) {
            return ground;
          }
        }
      }
      Optional<Color> ground = ground(at);
      if (ground.isPresent()) {
        return ground;
      }
      above = at;
    }
    return Optional.empty();
  }

  private static Optional<Color> ground(Node node) {
    if (!(node instanceof Region region) || region.getBackground() == null) {
      return Optional.empty();
    }
    return region.getBackground().getFills().reversed().stream()
        .map(BackgroundFill::getFill)
        .filter(Color.class::isInstance)
        .map(Color.class::cast)
        .filter(Color::isOpaque)
        .findFirst();
  }

  private static boolean hasPicture(Node node) {
    return node instanceof Drawing
        || node instanceof Shape
        || (node instanceof Parent parent
            && parent.getChildrenUnmodifiable().stream().anyMatch(SceneCheck::hasPicture));
  }

  private static String hex(Color colour) {
    return "#" + colour.toString().substring(2, 8);
  }

  private void text(Piece piece) {
    Text text = (Text) piece.node();
    contrast(piece, text);
    if (text.getFont().getSize() < leastText) {
      findings.add(
          String.format(
              Locale.ROOT,
              "%s is %.0f px, at least %.0f",
              piece.what(),
              text.getFont().getSize(),
              leastText));
    }
    boolean isKey =
        DOTTED
            .matcher(text.getText())
            .results()
            .anyMatch(
                found -> KEYS.contains(found.group()) || KEYS.contains(found.group() + ".other"));
    if (isKey || LEFT_OVER.matcher(text.getText()).find()) {
      findings.add(
          String.format(
              Locale.ROOT, "%s looks like a key or a place of the text files", piece.what()));
    }
    Bounds whole = canvas.getLayoutBounds();
    Rectangle2D screen = new Rectangle2D(0, 0, whole.getWidth(), whole.getHeight());
    if (!inside(piece.box(), screen)) {
      findings.add(
          String.format(Locale.ROOT, "%s is off the screen: %s", piece.what(), piece.box()));
    }
    for (Parent at = text.getParent(); at != null; at = at.getParent()) {
      // The first and the last word of an axis stand half beside it.
      boolean own = at instanceof Writing || at instanceof TextFlow || at instanceof Axis;
      if (at instanceof Region && !own && !inside(piece.box(), box(at))) {
        findings.add(
            String.format(
                Locale.ROOT,
                "%s (%s) sticks out of %s %s",
                piece.what(),
                piece.box(),
                at.getStyleClass(),
                box(at)));
        return;
      }
    }
  }

  private void keys() {
    for (int one = 0; one < keys.size(); one++) {
      Rectangle2D box = keys.get(one).box();
      if (Math.min(box.getWidth(), box.getHeight()) < leastKey - 0.5) {
        findings.add(
            String.format(
                Locale.ROOT,
                "%s is %.0f × %.0f",
                keys.get(one).what(),
                box.getWidth(),
                box.getHeight()));
      }
      for (int two = one + 1; two < keys.size(); two++) {
        double gap = gap(box, keys.get(two).box());
        if (gap < Tokens.TARGET_GAP - 0.5) {
          findings.add(
              String.format(
                  Locale.ROOT,
                  "%s and %s are %.0f px apart",
                  keys.get(one).what(),
                  keys.get(two).what(),
                  gap));
        }
      }
    }
  }

  private void overlaps() {
    for (int one = 0; one < texts.size(); one++) {
      Piece text = texts.get(one);
      for (int two = one + 1; two < texts.size(); two++) {
        Piece other = texts.get(two);
        if (!Objects.equals(text.node().getParent(), other.node().getParent())
            && over(text.box(), other.box())) {
          findings.add(String.format(Locale.ROOT, "%s lies over %s", text.what(), other.what()));
        }
      }
      for (Piece key : keys) {
        if (!isIn(text.node(), key.node()) && over(text.box(), key.box())) {
          findings.add(String.format(Locale.ROOT, "%s lies over %s", text.what(), key.what()));
        }
      }
    }
  }

  private static boolean isIn(Node node, Node ancestor) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.equals(ancestor)) {
        return true;
      }
    }
    return false;
  }

  private static boolean inside(Rectangle2D inner, Rectangle2D outer) {
    return inner.getMinX() >= outer.getMinX() - TOLERANCE
        && inner.getMinY() >= outer.getMinY() - TOLERANCE
        && inner.getMaxX() <= outer.getMaxX() + TOLERANCE
        && inner.getMaxY() <= outer.getMaxY() + TOLERANCE;
  }

  private static boolean over(Rectangle2D one, Rectangle2D other) {
    return one.getMinX() + TOLERANCE < other.getMaxX()
        && other.getMinX() + TOLERANCE < one.getMaxX()
        && one.getMinY() + TOLERANCE < other.getMaxY()
        && other.getMinY() + TOLERANCE < one.getMaxY();
  }

  /// Between two boxes, the larger of both directions; negative when they overlap.
  private static double gap(Rectangle2D one, Rectangle2D other) {
    double across = Math.max(other.getMinX() - one.getMaxX(), one.getMinX() - other.getMaxX());
    double down = Math.max(other.getMinY() - one.getMaxY(), one.getMinY() - other.getMaxY());
    return Math.max(across, down);
  }
}
