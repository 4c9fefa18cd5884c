package org.libstation.screen;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.chart.Axis;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.scene.text.TextLineInfo;
import org.libstation.language.TestTexts;
import org.libstation.screen.kit.look.Contrast;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.LineBreaks;
import org.libstation.screen.kit.look.Tokens;
import org.libstation.screen.kit.look.Writing;
import org.libstation.screen.kit.picture.Drawing;
import org.libstation.screen.kit.widget.PlaceSign;

/// Looks at a screen as it lies in the scene graph: text large enough, nothing cut, nothing over
/// another thing, keys large enough and far enough apart and on the screen, no key of the text
/// files left over, every letter in a colour that can be told from its ground, no line that ends
/// where it must not, no hand box without its picture, no icon cut.
///
/// What wraps is looked at line by line: the box of a whole paragraph covers what stands beside its
/// last line.
final class SceneCheck {
  /// A place that was not filled; `[A-Z]{3}\d{6}` is a pattern of barcodes that a site typed, in
  /// which nothing is repeated no times.
  private static final Pattern LEFT_OVER =
      Pattern.compile("\\{0}|(?<!]|\\\\[a-zA-Z])\\{[1-9]}|\\*\\*");

  /// Keys, and whatever else has dots: the name of a file, a key of the settings.
  private static final Pattern DOTTED = Pattern.compile("[a-z]{2,}(\\.[A-Za-z0-9_-]+)+");

  private static final Set<String> KEYS = TestTexts.OURS.keys();
  private static final double TOLERANCE = 3;

  /// WCAG 2.1, success criteria 1.4.3 and, for whoever asked for it, 1.4.6.
  private static final double CONTRAST = 4.5;

  private static final double HIGH_CONTRAST = 7;

  /// A Chinese label of so many characters stands in one line.
  private static final int WHOLE_LABEL = 4;

  /// The name of a file or a port has no words to end a line at.
  private static final Pattern PATH = Pattern.compile("\\S*[/\\\\_]\\S{24,}|\\S{16,}[/\\\\]\\S*");

  /// A picture is no smaller, either side.
  private static final double LEAST_PICTURE = 30;

  private final Node canvas;
  private final double leastText;
  private final double leastKey;
  private final List<String> findings = new ArrayList<>();
  private final List<Piece> texts = new ArrayList<>();
  private final List<Piece> lines = new ArrayList<>();
  private final List<Piece> keys = new ArrayList<>();
  private final List<Piece> marks = new ArrayList<>();
  private final List<Region> hands = new ArrayList<>();

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
    check.lines.forEach(check::place);
    check.keys();
    check.marks();
    check.hands();
    check.overlaps();
    return check.findings;
  }

  private void walk(Node node) {
    if (!node.isVisible() || node instanceof Drawing) {
      return;
    }
    if (node instanceof Text text && !text.getText().isBlank()) {
      Piece whole = new Piece(text, inkBox(text), quoted(text.getText()));
      texts.add(whole);
      if (!(text.getParent() instanceof TextFlow)) {
        lines.add(whole);
      }
    } else if (node instanceof TextFlow flow) {
      lines(flow);
    } else if (node instanceof KeyCap key) {
      keys.add(new Piece(key, box(key), "key " + key.getAccessibleText()));
    } else if (node instanceof IconView || node instanceof Circle) {
      marks.add(new Piece(node, box(node), node.getClass().getSimpleName()));
    }
    if (node instanceof Region region && region.getStyleClass().contains("hand")) {
      hands.add(region);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(this::walk);
    }
  }

  private static String quoted(String text) {
    return "\"" + LineBreaks.plain(text) + "\"";
  }

  /// The lines of a paragraph, each for itself, and where they end.
  private void lines(TextFlow flow) {
    StringBuilder all = new StringBuilder();
    double em = 0;
    for (Node run : flow.getChildren()) {
      if (run instanceof Text text) {
        all.append(text.getText());
        em = Math.max(em, text.getFont().getSize());
      }
    }
    if (all.toString().isBlank()) {
      return;
    }
    // It was measured with other widths since.
    flow.requestLayout();
    flow.layout();
    List<TextLineInfo> found = flow.getLayoutInfo().getTextLines(false);
    if (found.size() == 1) {
      // Where it lies is told by its runs; those of a text set to the right are not in its lines.
      for (Node run : flow.getChildren()) {
        if (run instanceof Text text && !text.getText().isBlank()) {
          lines.add(new Piece(flow, inkBox(text), quoted(text.getText())));
        }
      }
      return;
    }
    double space = em * 0.35;
    Bounds edge = onCanvas(flow, flow.getLayoutBounds());
    for (TextLineInfo line : found) {
      String words = all.substring(line.start(), Math.min(line.end(), all.length()));
      if (words.isBlank()) {
        continue;
      }
      Rectangle2D box = line.bounds();
      Bounds on =
          onCanvas(
              flow, new BoundingBox(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight()));
      // The foot of a J hangs out at the left; the space that a line ends with shows nothing.
      double begin =
          edge.getMinX() - on.getMinX() < em * 0.1
              ? Math.max(edge.getMinX(), on.getMinX())
              : on.getMinX();
      double end =
          words.endsWith(" ") && on.getMaxX() - edge.getMaxX() < space
              ? Math.min(edge.getMaxX(), on.getMaxX())
              : on.getMaxX();
      lines.add(
          new Piece(
              flow,
              new Rectangle2D(
                  begin,
                  on.getMinY() + em * 0.26,
                  Math.max(0, end - begin),
                  Math.max(1, on.getHeight() - em * 0.42)),
              quoted(words.strip())));
    }
    breaks(all.toString(), found, isInKey(flow));
  }

  private static boolean isInKey(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at instanceof KeyCap) {
        return true;
      }
    }
    return false;
  }

  /// @param joined the words of a paragraph as the layout has them
  private void breaks(String joined, List<TextLineInfo> found, boolean label) {
    String text = LineBreaks.plain(joined);
    if (PATH.matcher(text).find()) {
      return;
    }
    BitSet closed = LineBreaks.closed(text);
    for (TextLineInfo line : found) {
      int end =
          LineBreaks.plain(joined.substring(0, Math.min(line.end(), joined.length()))).length();
      if (end == 0 || end >= text.length() || text.charAt(end - 1) == '\n') {
        continue;
      }
      boolean word =
          Character.isLetterOrDigit(text.charAt(end - 1))
              && Character.isLetterOrDigit(text.charAt(end))
              && !Character.isIdeographic(text.charAt(end - 1))
              && !Character.isIdeographic(text.charAt(end));
      // A year may go where it has no room beside its day.
      boolean loose = text.startsWith(" ", end - 1) && joined.startsWith(" ", line.end() - 1);
      if (word || (closed.get(end) && !loose)) {
        findings.add(
            "a line of %s ends inside what belongs together: %s|%s"
                .formatted(quoted(text), text.substring(0, end), text.substring(end)));
      }
    }
    long lines = found.stream().filter(line -> line.end() > line.start()).count();
    if (label
        && lines > 1
        && text.codePointCount(0, text.length()) <= WHOLE_LABEL
        && text.codePoints().anyMatch(Character::isIdeographic)) {
      findings.add("the label of a key is broken: " + quoted(text));
    }
    String last = joined.substring(Math.min(joined.length(), found.getLast().start()));
    long signs = last.codePoints().filter(Character::isLetterOrDigit).count();
    if (found.size() > 1
        && signs == 1
        && !last.equals(text.substring(text.lastIndexOf('\n') + 1))) {
      findings.add("the last line of %s is one character".formatted(quoted(text)));
    }
  }

  /// An icon or a dot is whole and on the screen.
  private void marks() {
    Rectangle2D screen = screen();
    for (Piece mark : marks) {
      if (!inside(mark.box(), screen)) {
        findings.add(mark.what() + " is off the screen: " + mark.box());
      }
      for (Node at = mark.node().getParent(); at != null; at = at.getParent()) {
        if (at instanceof KeyCap key && !inside(mark.box(), box(key))) {
          findings.add(mark.what() + " sticks out of key " + key.getAccessibleText());
        }
      }
    }
  }

  /// What the hands do next has a picture: of books, a card, a printer, or the signs of places.
  private void hands() {
    for (Region hand : hands) {
      if (!shows(hand)) {
        findings.add("a hand box shows no picture: " + words(hand));
      }
    }
  }

  private static boolean shows(Node node) {
    if (!node.isVisible()) {
      return false;
    }
    if (node instanceof Drawing || node instanceof PlaceSign || node instanceof IconView) {
      Bounds bounds = node.getLayoutBounds();
      return bounds.getWidth() >= LEAST_PICTURE && bounds.getHeight() >= LEAST_PICTURE;
    }
    return node instanceof Parent parent
        && parent.getChildrenUnmodifiable().stream().anyMatch(SceneCheck::shows);
  }

  private static String words(Node node) {
    return node instanceof Writing writing
        ? writing.text()
        : node instanceof Parent parent
            ? parent.getChildrenUnmodifiable().stream()
                .map(SceneCheck::words)
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining(" "))
            : "";
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
    if (isKey || LEFT_OVER.matcher(ScreensTest.said(text)).find()) {
      findings.add(
          String.format(
              Locale.ROOT, "%s looks like a key or a place of the text files", piece.what()));
    }
  }

  private Rectangle2D screen() {
    Bounds whole = canvas.getLayoutBounds();
    return new Rectangle2D(0, 0, whole.getWidth(), whole.getHeight());
  }

  /// Where a line lies.
  private void place(Piece piece) {
    Rectangle2D screen = screen();
    if (!inside(piece.box(), screen)) {
      findings.add(
          String.format(Locale.ROOT, "%s is off the screen: %s", piece.what(), piece.box()));
    }
    for (Parent at = piece.node().getParent(); at != null; at = at.getParent()) {
      // The first and the last word of an axis stand half beside it.
      boolean own = at instanceof Writing || at instanceof TextFlow || at instanceof Axis;
      // Inside a key its edge counts; what stands askew is larger than its words.
      boolean inner = !(at instanceof KeyCap) && isInKey(at);
      if (at instanceof Region
          && !own
          && !inner
          && !tilted(piece.node())
          && !inside(piece.box(), box(at))) {
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
      if (!inside(box, screen())) {
        findings.add(keys.get(one).what() + " is off the screen: " + box);
      }
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
    for (int one = 0; one < lines.size(); one++) {
      Piece text = lines.get(one);
      for (int two = one + 1; two < lines.size(); two++) {
        Piece other = lines.get(two);
        if (!Objects.equals(text.node(), other.node())
            && over(text.box(), other.box())
            && !(tilted(text.node()) && tilted(other.node()))) {
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

  /// The boxes of what stands askew, as on a date stamp, are larger than its words.
  private static boolean tilted(Node node) {
    return node.getLocalToSceneTransform().getMxy() != 0;
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
