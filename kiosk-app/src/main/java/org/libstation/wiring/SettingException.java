package org.libstation.wiring;

/// A setting that cannot be: which, and what was expected.
final class SettingException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final String expected;

  SettingException(String key, String expected) {
    super(key + ": expected " + expected);
    this.key = key;
    this.expected = expected;
  }

  String key() {
    return key;
  }

  String expected() {
    return expected;
  }
}
