package org.libstation.screen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.libstation.screen.common.Contrast;
import org.libstation.screen.common.ThemeColours;
import org.libstation.screen.common.Tokens;

/// A site's own colours: `action*`, the paper (`ground`, `surface`, `sunken`) and the mark, in the
/// light theme. A file that breaks a contrast rule is refused with the pair named.
public final class SiteTheme {
  private static final Set<String> MAY_CHANGE =
      Set.of(
          "action",
          "action-edge",
          "on-action",
          "action-tint",
          "ground",
          "surface",
          "sunken",
          "ask-mark");

  private final Path file;

  private SiteTheme(Path file) {
    this.file = file;
  }

  String stylesheet() {
    return file.toUri().toString();
  }

  /// Reads and checks a file.
  ///
  /// @return what is wrong with it, one line each; empty when it can be used
  public static List<String> findings(Path file) {
    List<String> findings = new ArrayList<>();
    Map<String, Map<String, String>> own;
    try {
      own = ThemeColours.read(Files.readString(file));
    } catch (IOException e) {
      return List.of(file + ": cannot be read: " + e.getMessage());
    }
    own.forEach(
        (theme, colours) -> {
          if (!theme.equals("light")) {
            findings.add(file + ": only .light can be changed, not ." + theme);
          }
          colours.keySet().stream()
              .filter(role -> !MAY_CHANGE.contains(role))
              .forEach(role -> findings.add(file + ": the role " + role + " cannot be changed"));
        });
    Map<String, String> light = new TreeMap<>(builtIn().getOrDefault("light", Map.of()));
    light.putAll(own.getOrDefault("light", Map.of()));
    Contrast.findings(light).forEach(finding -> findings.add(file + ": " + finding));
    return List.copyOf(findings);
  }

  /// @throws IllegalArgumentException when [#findings(Path)] finds anything
  public static SiteTheme load(Path file) {
    List<String> findings = findings(file);
    if (!findings.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", findings));
    }
    return new SiteTheme(file);
  }

  /// The colours of the built-in themes: theme → role → `#RRGGBB`.
  static Map<String, Map<String, String>> builtIn() {
    try (InputStream in = Tokens.class.getResourceAsStream("theme.css")) {
      if (in == null) {
        throw new IllegalStateException("theme.css is not in the program");
      }
      return ThemeColours.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
