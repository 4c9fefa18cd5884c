package org.libstation.file;

/// Writes a text of one line into a YAML file so that it is read as that text, whatever is in it.
public final class YamlQuotes {
  private YamlQuotes() {}

  /// `"so"`.
  public static String two(String line) {
    return '"' + line.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /// `'so'`.
  public static String one(String line) {
    return "'" + line.replace("'", "''") + "'";
  }
}
