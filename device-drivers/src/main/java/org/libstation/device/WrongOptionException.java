package org.libstation.device;

import java.util.List;

/// A driver's option, or the address of a device, has a wrong key or value. The message names the
/// key and what was expected; the same is told as a rule with its words, for who says it in another
/// language.
public final class WrongOptionException extends IllegalArgumentException {
  /// The key of what is wrong with an address.
  public static final String ADDRESS = "address";

  /// The key of a driver that is not there.
  public static final String MODEL = "model";

  private static final long serialVersionUID = 1L;

  /// What was not kept. The words of each are told with it.
  public enum OptionRule {
    /// All that would be right.
    ONE_OF,
    /// The least and the most.
    WHOLE_NUMBER,
    HEX,
    /// A byte that would be right.
    ONE_BYTE,
    PATTERN,
    /// The keys there are.
    UNKNOWN_KEY,
    /// The key of the other one.
    OTHER_THAN,
    /// The key of the other one.
    MORE_THAN,
    /// The key of the other one.
    LESS_THAN,
    /// The highest number of an input.
    INPUTS,
    /// CR, LF, TAB or ETX within: they end a scan.
    SCAN_END,
    /// The names of the sheets there are.
    NO_SHEET,
    /// The sheet and the number of its line; 0 = the whole of it.
    SHEET_LINE,
    /// An address that would be right.
    ADDRESS_FORM,
    /// Told by the message alone.
    OTHER
  }

  private final String key;
  private final OptionRule rule;
  private final transient List<String> words;
  private final String expected;

  /// @param words as the rule has them
  /// @param expected what would have been right, in words
  public WrongOptionException(
      String key, OptionRule rule, List<String> words, String expected, String message) {
    super(message);
    this.key = key;
    this.rule = rule;
    this.words = List.copyOf(words);
    this.expected = expected;
  }

  /// An address that cannot be.
  public static WrongOptionException address(OptionRule rule, List<String> words, String message) {
    return new WrongOptionException(ADDRESS, rule, words, message, message);
  }

  /// The same as a fault of the address it stands in.
  public WrongOptionException inAddress() {
    return new WrongOptionException(ADDRESS, rule, words, expected, String.valueOf(getMessage()));
  }

  /// The option as it stands in the configuration, or [#ADDRESS] or [#MODEL].
  public String key() {
    return key;
  }

  public OptionRule rule() {
    return rule;
  }

  /// See [OptionRule].
  public List<String> words() {
    return words;
  }

  /// What would have been right, in words.
  public String expected() {
    return expected;
  }
}
