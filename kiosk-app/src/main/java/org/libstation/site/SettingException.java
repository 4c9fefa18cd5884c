package org.libstation.site;

/// Thrown for a wrong setting: its key, and what was expected.
final class SettingException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient Reason expected;

  /// @param key its full name, or its name within its section
  SettingException(String key, Reason expected) {
    super(key + ": expected " + expected.english());
    this.key = key;
    this.expected = expected;
  }

  /// @param key the name within its section
  static void require(boolean good, String key, Reason expected) {
    if (!good) {
      throw new SettingException(key, expected);
    }
  }

  /// The full name of the setting. A section does not know its own name or number; the reader of
  /// the file does.
  ///
  /// @param root the single top-level key
  /// @param bound full name of the section that was read
  String key(String root, String bound) {
    if (!key.startsWith(root + ".")) {
      return bound + "." + key;
    }
    String[] parts = key.split("\\.", -1);
    String[] read = bound.split("\\.", -1);
    for (int i = 0; i < parts.length && i < read.length; i++) {
      parts[i] = parts[i].equals("*") ? read[i] : parts[i];
    }
    return String.join(".", parts);
  }

  Reason expected() {
    return expected;
  }
}
