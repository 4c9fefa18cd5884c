package org.libstation.device.driver;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.libstation.device.WrongOptionException;
import org.libstation.device.WrongOptionException.Rule;

/// A driver's options as configured, read with their types; each reading names what it expects, and
/// keys nobody asked for are refused at the end.
public final class DriverOptions {
  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,9}");

  private final Map<String, String> values;
  private final TreeMap<String, Known> known = new TreeMap<>();

  public DriverOptions(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /// An option that was asked for.
  ///
  /// @param fallback what holds where nothing is configured
  /// @param allowed the words it may be; empty where it is free
  /// @param expected what else is asked of it; empty where any text will do
  public record Known(
      String key, String fallback, List<String> allowed, Optional<Expected> expected) {
    public Known {
      allowed = List.copyOf(allowed);
    }
  }

  /// What an option must be, as it would be refused.
  ///
  /// @param words as the rule has them
  public record Expected(Rule rule, List<String> words) {
    public Expected {
      words = List.copyOf(words);
    }
  }

  /// All that were asked for so far, in order.
  public List<Known> known() {
    return List.copyOf(known.values());
  }

  /// Free text.
  public String text(String key, String fallback) {
    known.put(key, new Known(key, fallback, List.of(), Optional.empty()));
    return values.getOrDefault(key, fallback);
  }

  /// One of a few words.
  public String choice(String key, String fallback, String... allowed) {
    String value = text(key, fallback);
    known.put(key, new Known(key, fallback, Arrays.asList(allowed), Optional.empty()));
    if (Arrays.asList(allowed).contains(value)) {
      return value;
    }
    throw wrong(key, Rule.ONE_OF, Arrays.asList(allowed), "one of " + String.join(", ", allowed));
  }

  /// The name of a sheet; whether there is one is said by who reads it.
  String oneOfSheets(String key, String fallback, List<String> names) {
    String value = text(key, fallback);
    known.put(key, new Known(key, fallback, names, Optional.empty()));
    return value;
  }

  /// A whole number within bounds.
  public int number(String key, int fallback, int min, int max) {
    String value = text(key, Integer.toString(fallback));
    List<String> bounds = List.of(String.valueOf(min), String.valueOf(max));
    expect(key, Integer.toString(fallback), Rule.WHOLE_NUMBER, bounds);
    if (WHOLE_NUMBER.matcher(value).matches()) {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return number;
      }
    }
    throw wrong(key, Rule.WHOLE_NUMBER, bounds, "a whole number from " + min + " to " + max);
  }

  private void expect(String key, String fallback, Rule rule, List<String> words) {
    Expected expected = new Expected(rule, words);
    known.put(key, new Known(key, fallback, List.of(), Optional.of(expected)));
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
    expect(key, fallback, Rule.HEX, List.of());
    if (digits.matches("([0-9A-Fa-f]{2})*")) {
      return java.util.HexFormat.of().parseHex(digits);
    }
    throw wrong(key, Rule.HEX, List.of(), "bytes as hex, such as 02 or 1B 40");
  }

  /// A regular expression.
  public Pattern pattern(String key, String fallback) {
    String expression = text(key, fallback);
    expect(key, fallback, Rule.PATTERN, List.of());
    try {
      return Pattern.compile(expression);
    } catch (PatternSyntaxException e) {
      throw wrong(
          key, Rule.PATTERN, List.of(), "a regular expression (" + e.getDescription() + ")");
    }
  }

  /// A driver's own finding about one of its options.
  public WrongOptionException wrong(String key, String expected) {
    return wrong(key, Rule.OTHER, List.of(), expected);
  }

  /// As above, with the rule that was not kept.
  ///
  /// @param words as the rule has them
  public WrongOptionException wrong(String key, Rule rule, List<String> words, String expected) {
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
            Rule.UNKNOWN_KEY,
            List.copyOf(known.keySet()),
            expected,
            owner + " has no option '" + key + "'; expected: " + expected);
      }
    }
  }
}
