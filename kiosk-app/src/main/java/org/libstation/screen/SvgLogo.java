package org.libstation.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/// A logo from a simple SVG drawing: a `viewBox` and filled paths, nothing else.
record SvgLogo(double x, double y, double width, double height, List<Path> paths) {
  private static final Pattern VIEW_BOX =
      Pattern.compile(
          "viewBox\\s*=\\s*\"\\s*([-\\d.]+)[\\s,]+([-\\d.]+)[\\s,]+([\\d.]+)[\\s,]+([\\d.]+)\\s*\"");
  private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
  private static final Pattern ELEMENT = Pattern.compile("<([A-Za-z]+)\\b([^>]*)>");
  private static final Pattern DATA = Pattern.compile("\\bd\\s*=\\s*\"([^\"]*)\"");
  private static final Pattern FILL = Pattern.compile("\\bfill\\s*=\\s*\"(#[0-9A-Fa-f]{6})\"");
  private static final Pattern OUTLINE =
      Pattern.compile("\\s*[Mm][MmLlHhVvCcSsQqTtAaZz0-9eE.,+\\-\\s]*");
  private static final List<String> PASSED_OVER = List.of("svg", "title", "desc", "g");

  SvgLogo {
    paths = List.copyOf(paths);
  }

  /// @param outline path data of the attribute `d`
  /// @param fill `#RRGGBB`; empty = the colour of keys
  record Path(String outline, Optional<String> fill) {}

  /// The logo, or what is wrong with the file.
  sealed interface SvgLogoReading {
    /// The file is a valid logo.
    record Well(SvgLogo logo) implements SvgLogoReading {}

    /// @param line counted from 1
    record SvgFault(int line, String what) implements SvgLogoReading {}
  }

  /// Reads the text of an SVG file. Other shapes and a `transform` on a group are faults.
  static SvgLogoReading read(String text) {
    // Spaces in place of comments keep line numbers right.
    String svg =
        COMMENT.matcher(text).replaceAll(comment -> comment.group().replaceAll("[^\n]", " "));
    Matcher box = VIEW_BOX.matcher(svg);
    if (!box.find()) {
      return new SvgLogoReading.SvgFault(1, "expected an <svg> with a viewBox of four numbers");
    }
    List<Path> paths = new ArrayList<>();
    Matcher element = ELEMENT.matcher(svg);
    while (element.find()) {
      String name = element.group(1).toLowerCase(Locale.ROOT);
      if (name.equals("path")) {
        Matcher data = DATA.matcher(element.group(2));
        if (!data.find() || !OUTLINE.matcher(data.group(1)).matches()) {
          return new SvgLogoReading.SvgFault(
              line(svg, element.start()), "expected <path d=\"M …\">");
        }
        Matcher fill = FILL.matcher(element.group(2));
        paths.add(
            new Path(data.group(1), fill.find() ? Optional.of(fill.group(1)) : Optional.empty()));
      } else if (!PASSED_OVER.contains(name)
          || (name.equals("g") && element.group(2).contains("transform"))) {
        return new SvgLogoReading.SvgFault(
            line(svg, element.start()),
            "<" + name + "> is not drawn; expected filled paths alone, without a transform");
      }
    }
    double width = Double.parseDouble(box.group(3));
    double height = Double.parseDouble(box.group(4));
    if (paths.isEmpty() || width <= 0 || height <= 0) {
      return new SvgLogoReading.SvgFault(
          line(svg, box.start()), "expected a <path> in a box that has a size");
    }
    return new SvgLogoReading.Well(
        new SvgLogo(
            Double.parseDouble(box.group(1)),
            Double.parseDouble(box.group(2)),
            width,
            height,
            paths));
  }

  private static int line(String text, int at) {
    return (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
  }

  /// Draws the logo.
  ///
  /// @param px longer side
  Node drawn(double px) {
    double scale = px / Math.max(width, height);
    Group group = new Group();
    for (Path path : paths) {
      SVGPath shape = new SVGPath();
      shape.setContent(path.outline());
      path.fill()
          .ifPresentOrElse(
              colour -> shape.setFill(Color.web(colour)),
              () -> shape.getStyleClass().add("fill-action"));
      shape.getTransforms().addAll(new Scale(scale, scale), new Translate(-x, -y));
      group.getChildren().add(shape);
    }
    return group;
  }
}
