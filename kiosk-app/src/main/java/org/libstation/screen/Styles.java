package org.libstation.screen;

import java.net.URL;
import java.util.List;
import org.libstation.screen.kit.look.Tokens;

/// Finds the built-in style sheets.
final class Styles {
  private Styles() {}

  /// Returns the addresses of the sheets, in the order in which they apply.
  static List<String> sheets() {
    return List.of(sheet("theme.css"), sheet("parts.css"));
  }

  private static String sheet(String name) {
    URL url = Tokens.class.getResource(name);
    if (url == null) {
      throw new IllegalStateException(name + " is not in the program");
    }
    return url.toExternalForm();
  }
}
