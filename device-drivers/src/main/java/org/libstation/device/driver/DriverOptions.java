package org.libstation.device.driver;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.libstation.device.DeviceAddress;
import org.libstation.device.WrongOptionException;
import org.libstation.device.WrongOptionException.OptionRule;

/// A driver's options as configured, read with their types; each reading names what it expects, and
/// keys nobody asked for are refused at the end.
public final class DriverOptions {
  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,9}");

  private final Map<String, String> values;
  private final TreeMap<String, KnownOption> known = new TreeMap<>();

  public DriverOptions(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /// An option that was asked for.
  ///
  /// @param fallback what holds where nothing is configured
  /// @param allowed the words it may be; empty where it is free
  /// @param own of what it may be, the words that the program brings
  /// @param expected what else is asked of it; empty where any text will do
  public record KnownOption(
      String key,
      String fallback,
      List<String> allowed,
      List<String> own,
      Optional<Expected> expected) {
    private static final Set<OptionRule> COUNTS =
        Set.of(OptionRule.WHOLE_NUMBER, OptionRule.ONE_BYTE);

    public KnownOption {
      allowed = List.copyOf(allowed);
      own = List.copyOf(own);
    }

    /// Whether a value that it takes is a word of the program, a number or a byte: nothing that
    /// somebody made up.
    public boolean isOwn(String value) {
      return own.contains(value) || expected.filter(it -> COUNTS.contains(it.rule())).isPresent();
    }
  }

  /// What an option must be, as it would be refused.
  ///
  /// @param words as the rule has them
  public record Expected(OptionRule rule, List<String> words) {
    public Expected {
      words = List.copyOf(words);
    }
  }

  /// All that were asked for so far, in order.
  public List<KnownOption> known() {
    return List.copyOf(known.values());
  }

  /// Free text.
  public String text(String key, String fallback) {
    known.put(key, new KnownOption(key, fallback, List.of(), List.of(), Optional.empty()));
    return values.getOrDefault(key, fallback);
  }

  /// One of a few words.
  public String choice(String key, String fallback, String... allowed) {
    String value = text(key, fallback);
    List<String> words = Arrays.asList(allowed);
    known.put(key, new KnownOption(key, fallback, words, words, Optional.empty()));
    if (words.contains(value)) {
      return value;
    }
    throw wrong(key, OptionRule.ONE_OF, words, "one of " + String.join(", ", allowed));
  }

  /// The name of a sheet; whether there is one is said by who reads it.
  ///
  /// @param names empty where it may be more than these
  /// @param shipped those that come with the program
  String oneOfSheets(String key, String fallback, List<String> names, List<String> shipped) {
    String value = text(key, fallback);
    known.put(key, new KnownOption(key, fallback, names, shipped, Optional.empty()));
    return value;
  }

  /// A whole number within bounds.
  public int number(String key, int fallback, int min, int max) {
    String value = text(key, Integer.toString(fallback));
    List<String> bounds = List.of(String.valueOf(min), String.valueOf(max));
    expect(key, Integer.toString(fallback), OptionRule.WHOLE_NUMBER, bounds);
    if (WHOLE_NUMBER.matcher(value).matches()) {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return number;
      }
    }
    throw wrong(key, OptionRule.WHOLE_NUMBER, bounds, "a whole number from " + min + " to " + max);
  }

  private void expect(String key, String fallback, OptionRule rule, List<String> words) {
    Expected expected = new Expected(rule, words);
    known.put(key, new KnownOption(key, fallback, List.of(), List.of(), Optional.of(expected)));
  }

  /// The speed of a serial line, as `baud`.
  public int baud() {
    String[] bauds = DeviceAddress.BAUDS.toArray(String[]::new);
    return Integer.parseInt(choice("baud", DeviceAddress.USUAL_BAUD, bauds));
  }

  /// `true` or `false`.
  public boolean flag(String key, boolean fallback) {
    return choice(key, Boolean.toString(fallback), "true", "false").equals("true");
  }

  /// A duration, written in milliseconds.
  public Duration millis(String key, int fallback, int min, int max) {
    return Duration.ofMillis(number(key, fallback, min, max));
  }

  /// Bytes, written as hex (`02` or `02 1B`); empty text is no byte.
  public byte[] hex(String key, String fallback) {
    String digits = text(key, fallback).replace(" ", "");
    expect(key, fallback, OptionRule.HEX, List.of());
    if (digits.matches("([0-9A-Fa-f]{2})*")) {
      return java.util.HexFormat.of().parseHex(digits);
    }
    throw wrong(key, OptionRule.HEX, List.of(), "bytes as hex, such as 02 or 1B 40");
  }

  /// A whole number within bounds, or a word for none of it, which holds where nothing is set.
  public OptionalInt numberOr(String word, String key, int min, int max) {
    String value = text(key, word);
    OptionalInt number =
        value.equals(word) ? OptionalInt.empty() : OptionalInt.of(number(key, min, min, max));
    // It may be changed to the word again: whoever offers it offers any text.
    known.put(key, new KnownOption(key, word, List.of(), List.of(word, value), Optional.empty()));
    return number;
  }

  /// One byte, written as hex.
  public int oneByte(String key, String fallback) {
    byte[] bytes = hex(key, fallback);
    List<String> words = List.of(fallback);
    expect(key, fallback, OptionRule.ONE_BYTE, words);
    if (bytes.length == 1) {
      return bytes[0] & 0xFF;
    }
    throw wrong(key, OptionRule.ONE_BYTE, words, "one byte as hex, such as " + fallback);
  }

  /// A regular expression.
  public Pattern pattern(String key, String fallback) {
    String expression = text(key, fallback);
    expect(key, fallback, OptionRule.PATTERN, List.of());
    try {
      return Pattern.compile(expression);
    } catch (PatternSyntaxException e) {
      throw wrong(
          key, OptionRule.PATTERN, List.of(), "a regular expression (" + e.getDescription() + ")");
    }
  }

  /// A driver's own finding about one of its options.
  public WrongOptionException wrong(String key, String expected) {
    return wrong(key, OptionRule.OTHER, List.of(), expected);
  }

  /// As above, with the rule that was not kept.
  ///
  /// @param words as the rule has them
  public WrongOptionException wrong(
      String key, OptionRule rule, List<String> words, String expected) {
    return new WrongOptionException(
        key,
        rule,
        words,
        expected,
        "option '" + key + "' is '" + values.getOrDefault(key, "") + "'; expected: " + expected);
  }

  /// Refuses the first key that was never asked for.
  ///
  /// @param owner whose options they are, such as "the driver 'feig'"
  void refuseUnknown(String owner) {
    for (String key : new TreeSet<>(values.keySet())) {
      if (!known.containsKey(key)) {
        String expected =
            known.isEmpty() ? "no options" : "one of " + String.join(", ", known.keySet());
        throw new WrongOptionException(
            key,
            OptionRule.UNKNOWN_KEY,
            List.copyOf(known.keySet()),
            expected,
            owner + " has no option '" + key + "'; expected: " + expected);
      }
    }
  }
}
