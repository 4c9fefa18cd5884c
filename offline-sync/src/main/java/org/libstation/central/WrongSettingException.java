package org.libstation.central;

import java.util.List;

/// A setting of a protocol or a switch of a dialect that cannot be: which, and what was expected.
public final class WrongSettingException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /// Which rule it breaks, for those who tell it in other words.
  public enum SettingRule {
    /// The dialect lets nobody in who does not say where the station stands.
    LOCATION_NEEDED,
    /// The dialect lets nobody in who does not log in.
    USER_NEEDED,
    OTHER
  }

  private final String key;
  private final SettingRule rule;
  private final String expected;
  private final transient List<String> values;

  /// @param key from `central.` or `dialect.` on
  /// @param expected in English
  /// @param values that no language changes
  public WrongSettingException(String key, SettingRule rule, String expected, String... values) {
    super(key + ": expected " + expected);
    this.key = key;
    this.rule = rule;
    this.expected = expected;
    this.values = List.of(values);
  }

  public String key() {
    return key;
  }

  public SettingRule rule() {
    return rule;
  }

  public String expected() {
    return expected;
  }

  public List<String> values() {
    return values;
  }
}
