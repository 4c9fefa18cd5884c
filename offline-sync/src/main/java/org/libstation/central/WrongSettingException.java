package org.libstation.central;

import java.util.List;

/// Thrown for an impossible setting of a protocol, or switch of a dialect. Says which key it is and
/// what was expected.
public final class WrongSettingException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /// Which rule the setting breaks, for code that reports it in other words.
  public enum SettingRule {
    /// The dialect refuses a station that does not give its location.
    LOCATION_NEEDED,
    /// The dialect refuses a station that does not log in.
    USER_NEEDED,
    OTHER
  }

  private final String key;
  private final SettingRule rule;
  private final String expected;
  private final transient List<String> values;

  /// @param key the full key, beginning with `central.` or `dialect.`
  /// @param expected in English
  /// @param values values for a translated message; no language changes them
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
