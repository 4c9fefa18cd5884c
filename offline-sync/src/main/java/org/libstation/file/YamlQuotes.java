package org.libstation.file;

/// Quotes a one-line text for a YAML file, so that YAML reads exactly that text.
public final class YamlQuotes {
  private YamlQuotes() {}

  /// Returns the text in double quotes.
  public static String two(String line) {
    return '"' + line.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /// Returns the text in single quotes.
  public static String one(String line) {
    return "'" + line.replace("'", "''") + "'";
  }
}
