package org.libstation.site;

/// A setting that cannot be: which, and what was expected.
final class SettingException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient Reason expected;

  SettingException(String key, Reason expected) {
    super(key + ": expected " + expected.english());
    this.key = key;
    this.expected = expected;
  }

  String key() {
    return key;
  }

  Reason expected() {
    return expected;
  }
}
