package org.libstation.device;

/// A driver's option has a wrong key or value. The message names the key and what was expected.
public final class WrongOptionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final String expected;

  public WrongOptionException(String key, String expected, String message) {
    super(message);
    this.key = key;
    this.expected = expected;
  }

  /// The option as it stands in the configuration.
  public String key() {
    return key;
  }

  /// What would have been right, in words.
  public String expected() {
    return expected;
  }
}
