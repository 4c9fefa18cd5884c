package org.libstation.site;

/// A setting that cannot be: which, and what was expected.
final class SettingException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient Reason expected;

  /// @param key its full name, or within its section
  SettingException(String key, Reason expected) {
    super(key + ": expected " + expected.english());
    this.key = key;
    this.expected = expected;
  }

  /// @param key within its section
  static void require(boolean good, String key, Reason expected) {
    if (!good) {
      throw new SettingException(key, expected);
    }
  }

  /// Its full name. A section knows not under which name or number it stands; whoever reads it
  /// does.
  ///
  /// @param root the one key at the left margin
  /// @param bound full name of what was read
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
