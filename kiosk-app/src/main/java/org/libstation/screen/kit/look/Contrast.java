package org.libstation.screen.kit.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Measures the contrast of colour pairs by the relative luminance of WCAG 2.2. Every text pair
/// needs at least 7, an icon on a filled state 4.5, edges of keys and the focus ring 3.
public final class Contrast {
  private Contrast() {}

  /// A pair of colour roles.
  ///
  /// @param least least contrast ratio
  public record ContrastPair(String front, String back, double least) {}

  /// Pairs that a theme must satisfy.
  public static List<ContrastPair> pairs() {
    List<ContrastPair> pairs = new ArrayList<>();
    for (String text : List.of("text", "text-2")) {
      for (String back : List.of("ground", "surface", "sunken")) {
        pairs.add(new ContrastPair(text, back, 7));
      }
    }
    List<String> states = List.of("done", "ask", "stop", "wait");
    Stream.concat(Stream.of("action"), states.stream())
        .forEach(
            state -> {
              pairs.add(new ContrastPair("text", state + "-tint", 7));
              pairs.add(new ContrastPair(state, "surface", 7));
              pairs.add(new ContrastPair(state, state + "-tint", 7));
            });
    pairs.add(new ContrastPair("action", "ground", 7));
    pairs.add(new ContrastPair("on-action", "action", 7));
    states.forEach(state -> pairs.add(new ContrastPair("on-state", state, 4.5)));
    for (String back : List.of("ground", "surface", "sunken")) {
      pairs.add(new ContrastPair("edge", back, 3));
    }
    pairs.add(new ContrastPair("focus", "ground", 3));
    pairs.add(new ContrastPair("focus", "surface", 3));
    return List.copyOf(pairs);
  }

  /// Checks the colours of a theme.
  ///
  /// @param colours role → `#RRGGBB`
  /// @return one sentence for each pair that fails, with its contrast
  public static List<String> findings(Map<String, String> colours) {
    List<String> findings = new ArrayList<>();
    for (ContrastPair pair : pairs()) {
      String front = colours.get(pair.front());
      String back = colours.get(pair.back());
      if (front == null || back == null) {
        findings.add("the pair " + pair.front() + " on " + pair.back() + " lacks a colour");
        continue;
      }
      double ratio = ratio(front, back);
      if (ratio < pair.least()) {
        findings.add(
            String.format(
                Locale.ROOT,
                "%s %s on %s %s has a contrast of %.1f, at least %.1f is needed",
                pair.front(),
                front,
                pair.back(),
                back,
                ratio,
                pair.least()));
      }
    }
    return findings;
  }

  /// Contrast ratio of two colours, 1 to 21.
  public static double ratio(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String hex) {
    return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
  }

  private static double channel(String hex, int at) {
    double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
