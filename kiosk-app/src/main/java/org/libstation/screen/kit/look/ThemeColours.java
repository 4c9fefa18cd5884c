package org.libstation.screen.kit.look;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the colour roles from the style sheet of a theme.
public final class ThemeColours {
  private static final Pattern THEME = Pattern.compile("\\.([a-z]+)\\s*\\{([^}]*)}");
  private static final Pattern ROLE =
      Pattern.compile("-ls-([a-z0-9-]+)\\s*:\\s*(#[0-9A-Fa-f]{6,8})\\s*;");

  private ThemeColours() {}

  /// Reads all themes of a style sheet.
  ///
  /// @return theme → role → `#RRGGBB` or `#RRGGBBAA`
  public static Map<String, Map<String, String>> read(String css) {
    Map<String, Map<String, String>> themes = new TreeMap<>();
    Matcher theme = THEME.matcher(css.replaceAll("(?s)/\\*.*?\\*/", ""));
    while (theme.find()) {
      Map<String, String> roles = new TreeMap<>();
      Matcher role = ROLE.matcher(theme.group(2));
      while (role.find()) {
        roles.put(role.group(1), role.group(2));
      }
      themes.put(theme.group(1), roles);
    }
    return themes;
  }
}
