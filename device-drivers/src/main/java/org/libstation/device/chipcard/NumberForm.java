package org.libstation.device.chipcard;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.libstation.device.driver.DriverOptions;

/// How a library's system writes the number of a card, for which readers report only bytes. The
/// same card is `A1B2C3D4`, `3569595041`, `19545729` or `P0002712847316` in different systems.
///
/// @param reversed whether the last byte comes first
/// @param bytes how many bytes are used, from the front after ordering; 0 for all; negative counts
///   from the end
/// @param base how the bytes are written
/// @param digits length of the number: filled with leading zeros, or cut at the front; 0 keeps the
///   length; negative cuts at the end
/// @param prefix text before the number
@RecordBuilder
record NumberForm(boolean reversed, int bytes, Base base, int digits, String prefix)
    implements NumberFormBuilder.With {

  /// How bytes are written.
  enum Base {
    HEX,
    HEX_SMALL,
    DECIMAL,
    /// The third byte from the end in three digits, then the last two bytes in five, as door
    /// readers do (Wiegand, 26 bits).
    DOOR,
    /// Two decimal digits in each byte.
    BCD,
    /// As text; blanks and zero bytes around it are removed.
    TEXT;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private static final int MOST_BYTES = 64;
  private static final int MOST_DIGITS = 40;

  /// Fewer bytes or digits than these are the same on many cards.
  private static final int FEWEST_BYTES = 3;

  private static final int FEWEST_DIGITS = 6;
  private static final int LONGEST_PREFIX = 12;

  /// @param usual the base if the site sets none
  static NumberForm of(DriverOptions options, Base usual) {
    return new NumberForm(
        options.choice("form.order", "as-read", "as-read", "reversed").equals("reversed"),
        options.number("form.bytes", 0, -MOST_BYTES, MOST_BYTES),
        base(options, "form.base", usual),
        options.number("form.digits", 0, -MOST_DIGITS, MOST_DIGITS),
        options.text("form.prefix", ""));
  }

  static Base base(DriverOptions options, String key, Base usual) {
    String word = options.choice(key, usual.word(), words());
    return Base.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static String[] words() {
    return Arrays.stream(Base.values()).map(Base::word).toArray(String[]::new);
  }

  /// The options that [#of(DriverOptions, Base)] reads as this form.
  Map<String, String> options() {
    Map<String, String> options = new TreeMap<>();
    options.put("form.order", reversed ? "reversed" : "as-read");
    options.put("form.bytes", Integer.toString(bytes));
    options.put("form.base", base.word());
    options.put("form.digits", Integer.toString(digits));
    options.put("form.prefix", prefix);
    return options;
  }

  /// How far this form differs from the plainest one.
  private int oddity() {
    return (reversed ? 1 : 0)
        + (bytes == 0 ? 0 : 2)
        + (base == Base.HEX || base == Base.HEX_SMALL ? 0 : 1)
        + (digits == 0 ? 0 : 1)
        + (prefix.isEmpty() ? 0 : 1);
  }

  /// @return the number; empty if the bytes make none in this form
  String of(byte[] read) {
    String written = written(taken(read));
    return written.isEmpty() ? "" : prefix + sized(written);
  }

  private byte[] taken(byte[] read) {
    byte[] ordered = read.clone();
    if (reversed) {
      for (int i = 0; i < read.length; i++) {
        ordered[i] = read[read.length - 1 - i];
      }
    }
    int count = bytes == 0 ? ordered.length : Math.min(Math.abs(bytes), ordered.length);
    int from = bytes < 0 ? ordered.length - count : 0;
    return Arrays.copyOfRange(ordered, from, from + count);
  }

  private String written(byte[] taken) {
    return switch (base) {
      case HEX -> HexFormat.of().withUpperCase().formatHex(taken);
      case HEX_SMALL -> HexFormat.of().formatHex(taken);
      case DECIMAL -> taken.length == 0 ? "" : new BigInteger(1, taken).toString();
      case DOOR -> door(taken);
      case BCD -> digits(HexFormat.of().formatHex(taken));
      case TEXT -> text(taken);
    };
  }

  private static String door(byte[] taken) {
    if (taken.length < FEWEST_BYTES) {
      return "";
    }
    int at = taken.length - FEWEST_BYTES;
    int low = (taken[at + 1] & 0xFF) << 8 | (taken[at + 2] & 0xFF);
    return "%03d%05d".formatted(taken[at] & 0xFF, low);
  }

  /// Removes the filler F at the end, as cards store it.
  private static String digits(String hex) {
    String digits = hex.replaceFirst("f+$", "");
    return digits.matches("[0-9]+") ? digits : "";
  }

  private static String text(byte[] taken) {
    String text = new String(taken, StandardCharsets.UTF_8).replace('\0', ' ').strip();
    return text.matches("[\\x20-\\x7E]+") ? text : "";
  }

  private String sized(String written) {
    int length = Math.abs(digits);
    if (digits == 0 || written.length() == length) {
      return written;
    }
    if (written.length() < length) {
      return "0".repeat(length - written.length()) + written;
    }
    return digits > 0 ? written.substring(written.length() - length) : written.substring(0, length);
  }

  /// Finds the forms that make this number of these bytes, the plainest first.
  ///
  /// @param number as the library knows it, without blanks around it
  static List<NumberForm> making(byte[] read, String number) {
    List<NumberForm> found = new ArrayList<>();
    for (int bytes : counts(read.length)) {
      for (boolean reversed : new boolean[] {false, true}) {
        for (Base base : Base.values()) {
          NumberForm plain = new NumberForm(reversed, bytes, base, 0, "");
          plain
              .sizedTo(read, number)
              .filter(form -> form.of(read).equals(number))
              .ifPresent(found::add);
        }
      }
    }
    found.sort(Comparator.comparingInt(NumberForm::oddity));
    return withoutTwins(found, read);
  }

  /// All bytes, then fewer and fewer from the front and from the end.
  private static List<Integer> counts(int length) {
    List<Integer> counts = new ArrayList<>(List.of(0));
    for (int count = length - 1; count >= FEWEST_BYTES; count--) {
      counts.add(count);
      counts.add(-count);
    }
    return counts;
  }

  private Optional<NumberForm> sizedTo(byte[] read, String number) {
    String written = of(read);
    if (written.length() < FEWEST_DIGITS && !written.equals(number)) {
      return Optional.empty();
    }
    if (written.isEmpty()) {
      return Optional.empty();
    }
    if (number.endsWith(written)) {
      String before = number.substring(0, number.length() - written.length());
      boolean filled = !before.isEmpty() && before.chars().allMatch(c -> c == '0');
      return before.length() > LONGEST_PREFIX
          ? Optional.empty()
          : Optional.of(
              filled
                  ? with(copy -> copy.digits(number.length()).prefix(""))
                  : with(copy -> copy.digits(0).prefix(before)));
    }
    if (number.length() < FEWEST_DIGITS || number.length() > MOST_DIGITS) {
      return Optional.empty();
    }
    int cut =
        written.endsWith(number)
            ? number.length()
            : written.startsWith(number) ? -number.length() : 0;
    return cut == 0 ? Optional.empty() : Optional.of(with(copy -> copy.digits(cut).prefix("")));
  }

  /// Removes forms that give the same numbers as a plainer form, tried with 16 sets of random
  /// bytes.
  private static List<NumberForm> withoutTwins(List<NumberForm> forms, byte[] read) {
    List<NumberForm> kept = new ArrayList<>();
    List<List<String>> seen = new ArrayList<>();
    for (NumberForm form : forms) {
      List<String> does = new ArrayList<>();
      for (int seed = 1; seed <= 16; seed++) {
        byte[] other = new byte[read.length];
        new Random(seed).nextBytes(other);
        does.add(form.of(other));
      }
      if (!seen.contains(does)) {
        seen.add(does);
        kept.add(form);
      }
    }
    return kept;
  }
}
