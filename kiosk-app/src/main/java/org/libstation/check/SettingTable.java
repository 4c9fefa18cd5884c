package org.libstation.check;

import java.util.ArrayList;
import java.util.List;

/// Renders settings as a table for people.
public final class SettingTable {
  private static final int KEY = 40;
  private static final int VALUE = 34;

  private SettingTable() {}

  /// One line for each setting, with its effect below it.
  ///
  /// @param own the text shown as source if the program's default applies
  public static List<String> of(List<ShownSetting> settings, String own) {
    List<String> lines = new ArrayList<>();
    for (ShownSetting setting : settings) {
      lines.add(
          pad(setting.key(), KEY)
              + " "
              + pad(setting.value(), VALUE)
              + " "
              + (setting.source().isEmpty() ? own : setting.source()));
      if (!setting.effect().isBlank()) {
        lines.add("    " + setting.effect());
      }
    }
    return lines;
  }

  private static String pad(String text, int width) {
    return text.length() >= width ? text : text + " ".repeat(width - text.length());
  }
}
