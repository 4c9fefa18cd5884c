package org.libstation.screen.kit.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the outline of an icon from an SVG file as one path, so that it is one live shape. It
/// reads shapes that only stroke: `path`, `circle`, `ellipse`, `line`, `rect`, `polyline`,
/// `polygon`, without transforms (SVG 1.1, chapter 9). It does not use the JDK's XML reader, whose
/// start costs more than all icons of the first screen.
public final class SvgOutline {
  private static final Pattern ELEMENT = Pattern.compile("<([A-Za-z]+)\\b([^>]*)>");
  private static final Pattern ATTRIBUTE = Pattern.compile("([\\w-]+)\\s*=\\s*\"([^\"]*)\"");

  /// Outlines read so far, by file name.
  private static final Map<String, String> READ = new ConcurrentHashMap<>();

  private SvgOutline() {}

  /// Outline in a file of the program.
  ///
  /// @param name path of the file, relative to this class
  /// @throws IllegalStateException if the program was built without it
  public static String resource(String name) {
    return READ.computeIfAbsent(name, SvgOutline::read);
  }

  private static String read(String name) {
    try (InputStream in = SvgOutline.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the program");
      }
      return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /// Outline of a picture.
  ///
  /// @param svg text of the file
  /// @return SVG path data
  /// @throws IllegalArgumentException if it contains an element or a transform that is not
  ///   supported
  public static String of(String svg) {
    StringBuilder outline = new StringBuilder();
    Matcher element = ELEMENT.matcher(svg);
    while (element.find()) {
      Map<String, String> attributes = attributes(element.group(2));
      // Tabler Icons frames each icon with an invisible square.
      if (!element.group(1).equals("svg") && !"none".equals(attributes.get("stroke"))) {
        outline.append(path(element.group(1), attributes));
      }
    }
    return outline.toString();
  }

  private static Map<String, String> attributes(String text) {
    Map<String, String> found = new HashMap<>();
    Matcher attribute = ATTRIBUTE.matcher(text);
    while (attribute.find()) {
      found.put(attribute.group(1), attribute.group(2));
    }
    return found;
  }

  private static String path(String name, Map<String, String> of) {
    if (of.containsKey("transform")) {
      throw new IllegalArgumentException("<" + name + "> with a transform");
    }
    return switch (name) {
      // A path that starts with a relative move is meant from the corner, not from the end of the
      // path before.
      case "path" ->
          (of.getOrDefault("d", "").startsWith("m") ? "M0 0" : "") + of.getOrDefault("d", "");
      case "circle" ->
          ellipse(number(of, "cx"), number(of, "cy"), number(of, "r"), number(of, "r"));
      case "ellipse" ->
          ellipse(number(of, "cx"), number(of, "cy"), number(of, "rx"), number(of, "ry"));
      case "line" ->
          "M" + of.get("x1") + " " + of.get("y1") + "L" + of.get("x2") + " " + of.get("y2");
      case "rect" -> rectangle(of);
      case "polyline" -> "M" + of.get("points");
      case "polygon" -> "M" + of.get("points") + "Z";
      default -> throw new IllegalArgumentException("<" + name + "> is not drawn");
    };
  }

  private static String ellipse(double x, double y, double rx, double ry) {
    String half = "a" + rx + " " + ry + " 0 1 0 ";
    return "M" + (x - rx) + " " + y + half + 2 * rx + " 0" + half + -2 * rx + " 0";
  }

  private static String rectangle(Map<String, String> of) {
    double w = number(of, "width");
    double h = number(of, "height");
    double rx = Math.min(number(of, of.containsKey("rx") ? "rx" : "ry"), w / 2);
    double ry = Math.min(number(of, of.containsKey("ry") ? "ry" : "rx"), h / 2);
    String corner = "a" + rx + " " + ry + " 0 0 1 ";
    return ("M" + (number(of, "x") + rx) + " " + number(of, "y"))
        + ("h" + (w - 2 * rx) + corner + rx + " " + ry)
        + ("v" + (h - 2 * ry) + corner + -rx + " " + ry)
        + ("h" + -(w - 2 * rx) + corner + -rx + " " + -ry)
        + ("v" + -(h - 2 * ry) + corner + rx + " " + -ry + "Z");
  }

  /// Reads a number; a missing attribute is 0.
  private static double number(Map<String, String> of, String name) {
    return Double.parseDouble(of.getOrDefault(name, "0"));
  }
}
