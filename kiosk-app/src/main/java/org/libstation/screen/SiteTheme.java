package org.libstation.screen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.libstation.file.BoundedFile;
import org.libstation.screen.kit.look.Contrast;
import org.libstation.screen.kit.look.ThemeColours;
import org.libstation.screen.kit.look.Tokens;

/// A site's own colours for the light theme: `action*`, the paper (`ground`, `surface`, `sunken`)
/// and the mark. A file that breaks a contrast rule is refused, and the message names the pair of
/// colours.
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

  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
  private static final Pattern BLOCK = Pattern.compile("\\{([^}]*)}");
  private static final Pattern DECLARATION = Pattern.compile("([A-Za-z-][\\w-]*)\\s*:([^;{}]*)");
  private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}([0-9A-Fa-f]{2})?");

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
    String css;
    try {
      css = BoundedFile.text(file);
    } catch (IOException e) {
      return List.of(file + ": cannot be read: " + BoundedFile.why(e));
    }
    Map<String, Map<String, String>> own = ThemeColours.read(css);
    own.keySet().stream()
        .filter(theme -> !theme.equals("light"))
        .forEach(
            theme ->
                findings.add(
                    place(file, css, css.indexOf("." + theme))
                        + "."
                        + theme
                        + ": only .light can be changed"));
    declarations(file, css, findings);
    Map<String, String> light = new TreeMap<>(builtIn().getOrDefault("light", Map.of()));
    light.putAll(own.getOrDefault("light", Map.of()));
    Contrast.findings(light).forEach(finding -> findings.add(file + ": " + finding));
    return List.copyOf(findings);
  }

  /// Checks that each declaration sets a role that may be changed, to a colour.
  private static void declarations(Path file, String css, List<String> findings) {
    // Spaces in place of comments keep line numbers right.
    String bare =
        COMMENT.matcher(css).replaceAll(comment -> comment.group().replaceAll("[^\n]", " "));
    Matcher block = BLOCK.matcher(bare);
    while (block.find()) {
      Matcher declaration = DECLARATION.matcher(block.group(1));
      while (declaration.find()) {
        String name = declaration.group(1);
        String value = declaration.group(2).strip();
        String role = name.startsWith("-ls-") ? name.substring(4) : "";
        String place = place(file, css, block.start(1) + declaration.start(1)) + name + ": ";
        if (!MAY_CHANGE.contains(role)) {
          findings.add(
              place
                  + "the role "
                  + role
                  + " cannot be changed; expected one of "
                  + MAY_CHANGE.stream()
                      .sorted()
                      .map(may -> "-ls-" + may)
                      .collect(Collectors.joining(", ")));
        } else if (!COLOUR.matcher(value).matches()) {
          findings.add(place + "expected a colour as #RRGGBB, not '" + value + "'");
        }
      }
    }
  }

  private static String place(Path file, String css, int at) {
    long line = css.substring(0, Math.max(0, at)).chars().filter(c -> c == '\n').count() + 1;
    return file + ", line " + line + ": ";
  }

  /// Reads a theme.
  ///
  /// @throws IllegalArgumentException if [#findings(Path)] finds anything
  public static SiteTheme load(Path file) {
    List<String> findings = findings(file);
    if (!findings.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", findings));
    }
    return new SiteTheme(file);
  }

  /// Returns the colours of the built-in themes: theme → role → `#RRGGBB`.
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
