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

/// Reads a driver's configured options with their types. Each accessor records the key and the
/// expected values. Finally, keys that no accessor asked for are refused.
public final class DriverOptions {
  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,9}");

  private final Map<String, String> values;
  private final TreeMap<String, KnownOption> known = new TreeMap<>();

  public DriverOptions(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /// An option that an accessor asked for.
  ///
  /// @param fallback the value if nothing is configured
  /// @param allowed the permitted words; empty if the text is free
  /// @param own those permitted words that the program itself defines
  /// @param expected the further condition; empty if any text will do
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

    /// Whether an accepted value is a word of the program, a number or a byte, and so contains no
    /// text made up at the site.
    public boolean isOwn(String value) {
      return own.contains(value) || expected.filter(it -> COUNTS.contains(it.rule())).isPresent();
    }
  }

  /// The condition an option must meet, in the form of a refusal.
  ///
  /// @param words as the rule defines them
  public record Expected(OptionRule rule, List<String> words) {
    public Expected {
      words = List.copyOf(words);
    }
  }

  /// All options asked for so far, sorted by key.
  public List<KnownOption> known() {
    return List.copyOf(known.values());
  }

  /// Reads an option of free text.
  public String text(String key, String fallback) {
    known.put(key, new KnownOption(key, fallback, List.of(), List.of(), Optional.empty()));
    return values.getOrDefault(key, fallback);
  }

  /// Reads an option that is one of the allowed words.
  public String choice(String key, String fallback, String... allowed) {
    String value = text(key, fallback);
    List<String> words = Arrays.asList(allowed);
    known.put(key, new KnownOption(key, fallback, words, words, Optional.empty()));
    if (words.contains(value)) {
      return value;
    }
    throw wrong(key, OptionRule.ONE_OF, words, "one of " + String.join(", ", allowed));
  }

  /// The name of a sheet. The caller checks whether the sheet exists.
  ///
  /// @param names the possible names; empty if others are possible too
  /// @param shipped those that come with the program
  String oneOfSheets(String key, String fallback, List<String> names, List<String> shipped) {
    String value = text(key, fallback);
    known.put(key, new KnownOption(key, fallback, names, shipped, Optional.empty()));
    return value;
  }

  /// Reads an option that is a whole number from `min` to `max`.
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

  /// The speed of a serial line, from the key `baud`.
  public int baud() {
    String[] bauds = DeviceAddress.BAUDS.toArray(String[]::new);
    return Integer.parseInt(choice("baud", DeviceAddress.USUAL_BAUD, bauds));
  }

  /// Reads an option that is `true` or `false`.
  public boolean flag(String key, boolean fallback) {
    return choice(key, Boolean.toString(fallback), "true", "false").equals("true");
  }

  /// Reads a duration, written in milliseconds.
  public Duration millis(String key, int fallback, int min, int max) {
    return Duration.ofMillis(number(key, fallback, min, max));
  }

  /// Reads bytes, written as hex (`02` or `02 1B`); empty text gives no bytes.
  public byte[] hex(String key, String fallback) {
    String digits = text(key, fallback).replace(" ", "");
    expect(key, fallback, OptionRule.HEX, List.of());
    if (digits.matches("([0-9A-Fa-f]{2})*")) {
      return java.util.HexFormat.of().parseHex(digits);
    }
    throw wrong(key, OptionRule.HEX, List.of(), "bytes as hex, such as 02 or 1B 40");
  }

  /// Reads a whole number from `min` to `max`, or a word that means "none" and is the default.
  public OptionalInt numberOr(String word, String key, int min, int max) {
    String value = text(key, word);
    OptionalInt number =
        value.equals(word) ? OptionalInt.empty() : OptionalInt.of(number(key, min, min, max));
    // The value may be changed back to the word, so a form must offer free text.
    known.put(key, new KnownOption(key, word, List.of(), List.of(word, value), Optional.empty()));
    return number;
  }

  /// Reads one byte, written as hex.
  public int oneByte(String key, String fallback) {
    byte[] bytes = hex(key, fallback);
    List<String> words = List.of(fallback);
    expect(key, fallback, OptionRule.ONE_BYTE, words);
    if (bytes.length == 1) {
      return bytes[0] & 0xFF;
    }
    throw wrong(key, OptionRule.ONE_BYTE, words, "one byte as hex, such as " + fallback);
  }

  /// Reads a regular expression.
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

  /// Makes an exception for an option that the driver itself refuses.
  public WrongOptionException wrong(String key, String expected) {
    return wrong(key, OptionRule.OTHER, List.of(), expected);
  }

  /// Makes an exception for an option that the driver itself refuses, and names the broken rule.
  ///
  /// @param words as the rule defines them
  public WrongOptionException wrong(
      String key, OptionRule rule, List<String> words, String expected) {
    return new WrongOptionException(
        key,
        rule,
        words,
        expected,
        "option '" + key + "' is '" + values.getOrDefault(key, "") + "'; expected: " + expected);
  }

  /// Refuses the first key that no accessor asked for.
  ///
  /// @param owner the owner of the options, such as "the driver 'feig'"
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
