package org.libstation.device;

import java.util.List;

/// A driver's option, or the address of a device, has a wrong key or value. The message names the
/// key and the expected value. [#rule()] and [#words()] give the same for other languages.
public final class WrongOptionException extends IllegalArgumentException {
  /// The key that stands for a fault in an address.
  public static final String ADDRESS = "address";

  /// The key that stands for an unknown driver.
  public static final String MODEL = "model";

  private static final long serialVersionUID = 1L;

  /// The broken rule. Each rule's comment says what its words are.
  public enum OptionRule {
    /// Words: all allowed values.
    ONE_OF,
    /// Words: minimum and maximum.
    WHOLE_NUMBER,
    HEX,
    /// Words: a byte that would be right.
    ONE_BYTE,
    PATTERN,
    /// Words: the existing keys.
    UNKNOWN_KEY,
    /// Must differ from another option. Words: its key.
    OTHER_THAN,
    /// Must be more than another option. Words: its key.
    MORE_THAN,
    /// Must be less than another option. Words: its key.
    LESS_THAN,
    /// Must be numbers of inputs. Words: the highest number.
    INPUTS,
    /// The value contains CR, LF, TAB or ETX, which end a scan.
    SCAN_END,
    /// Names no existing sheet. Words: the names of the existing sheets.
    NO_SHEET,
    /// A sheet is wrong. Words: the sheet, and the number of the wrong line; 0 means the whole
    /// sheet.
    SHEET_LINE,
    /// Words: an address that would be right.
    ADDRESS_FORM,
    /// No words: only the message explains it.
    OTHER
  }

  private final String key;
  private final OptionRule rule;
  private final transient List<String> words;
  private final String expected;

  /// Describes a wrong option.
  ///
  /// @param words as the rule defines them
  /// @param expected the expected value, in words
  public WrongOptionException(
      String key, OptionRule rule, List<String> words, String expected, String message) {
    super(message);
    this.key = key;
    this.rule = rule;
    this.words = List.copyOf(words);
    this.expected = expected;
  }

  /// Describes an impossible address.
  public static WrongOptionException address(OptionRule rule, List<String> words, String message) {
    return new WrongOptionException(ADDRESS, rule, words, message, message);
  }

  /// This fault, reported as a fault of the address that contains the option.
  public WrongOptionException inAddress() {
    return new WrongOptionException(ADDRESS, rule, words, expected, String.valueOf(getMessage()));
  }

  /// The option's key in the configuration, or [#ADDRESS] or [#MODEL].
  public String key() {
    return key;
  }

  /// The broken rule.
  public OptionRule rule() {
    return rule;
  }

  /// The values that belong to the rule; see [OptionRule].
  public List<String> words() {
    return words;
  }

  /// The expected value, in words.
  public String expected() {
    return expected;
  }
}
