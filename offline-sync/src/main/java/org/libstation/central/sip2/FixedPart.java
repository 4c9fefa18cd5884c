package org.libstation.central.sip2;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The fixed fields of a message, read leniently.
///
/// Some messages have misplaced fields (SIPServer sends a refused 16 one character short). The
/// first date is then found by its form. The text before it is split from the right, so only the
/// first field becomes shorter or longer. The text after it ends where a known field id begins.
///
/// @param values one text for each width; shorter or longer than that width if the message was
/// @param rest the variable fields
/// @param regular whether every field was in its place
record FixedPart(List<String> values, String rest, boolean regular) {

  /// Most characters that a fixed field may be from its place.
  private static final int MAX_DRIFT = 8;

  private static final Pattern DATE = Pattern.compile("\\d{8}[ A-Za-z]{4}\\d{6}");

  private static final Set<String> KNOWN_IDS =
      Sip2Field.STANDARD.stream().map(Enum::name).collect(Collectors.toUnmodifiableSet());

  FixedPart {
    values = List.copyOf(values);
  }

  /// Splits a message into its fixed fields and the rest.
  ///
  /// @param text a message without its code and trailer
  /// @param widths widths of its fixed fields; the first width of [Sip2Date#LENGTH] is the date
  ///   from which misplaced fields are found
  static FixedPart read(String text, int... widths) {
    int total = 0;
    int before = -1;
    int head = 0;
    for (int i = 0; i < widths.length; i++) {
      if (before < 0 && widths[i] == Sip2Date.LENGTH) {
        before = total;
        head = i;
      }
      total += widths[i];
    }
    if (before < 0) {
      return inPlace(text, text.length() == total || startsField(text, total), widths);
    }
    if (regular(text, before, total)) {
      return inPlace(text, true, widths);
    }
    Matcher date = DATE.matcher(text);
    if (!date.find() || date.start() > before + MAX_DRIFT) {
      return inPlace(text, false, widths);
    }
    return anchored(text, date.start(), head, widths);
  }

  private static boolean regular(String text, int before, int total) {
    if (text.length() < total) {
      return false;
    }
    String date = text.substring(before, before + Sip2Date.LENGTH);
    return isDate(date) && (text.length() == total || startsField(text, total));
  }

  /// Whether the text is a date of 18 characters, or 18 blanks.
  static boolean isDate(String text) {
    return text.length() == Sip2Date.LENGTH && (text.isBlank() || DATE.matcher(text).matches());
  }

  private static boolean startsField(String text, int at) {
    return text.length() >= at + 2
        && isUpper(text.charAt(at))
        && (isUpper(text.charAt(at + 1)) || Character.isDigit(text.charAt(at + 1)));
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static FixedPart inPlace(String text, boolean regular, int... widths) {
    List<String> values = new ArrayList<>();
    int at = 0;
    for (int width : widths) {
      int end = Math.min(text.length(), at + width);
      values.add(text.substring(at, end));
      at = end;
    }
    return new FixedPart(values, text.substring(at), regular);
  }

  private static FixedPart anchored(String text, int dateAt, int head, int... widths) {
    List<String> values = new ArrayList<>();
    int end = dateAt;
    for (int i = head - 1; i >= 0; i--) {
      int start = i == 0 ? 0 : Math.max(0, end - widths[i]);
      values.addFirst(text.substring(start, end));
      end = start;
    }
    int after = 0;
    for (int i = head + 1; i < widths.length; i++) {
      after += widths[i];
    }
    int tail = dateAt + Sip2Date.LENGTH;
    int fieldsAt = fieldsNear(text, tail, tail + after);
    values.add(text.substring(dateAt, tail));
    for (int i = head + 1; i < widths.length; i++) {
      int stop = Math.min(fieldsAt, tail + widths[i]);
      values.add(text.substring(tail, stop));
      tail = stop;
    }
    return new FixedPart(values, text.substring(fieldsAt), false);
  }

  /// The position nearest to the expected one at which a known field begins. The first field must
  /// begin before the first delimiter.
  private static int fieldsNear(String text, int earliest, int expected) {
    int delimiter = text.indexOf(Sip2Fields.DELIMITER, earliest);
    int latest = delimiter < 0 ? text.length() : delimiter;
    for (int drift = 0; drift <= MAX_DRIFT + (expected - earliest); drift++) {
      for (int at : new int[] {expected - drift, expected + drift}) {
        if (at >= earliest
            && at + 2 <= latest
            && drift <= Math.max(MAX_DRIFT, expected - at)
            && KNOWN_IDS.contains(text.substring(at, at + 2))) {
          return at;
        }
      }
    }
    return Math.min(latest, expected);
  }

  Sip2Flag flag(int index) {
    return Sip2Flag.read(values.get(index));
  }

  Sip2Date date(int index) {
    return new Sip2Date(values.get(index));
  }

  String text(int index) {
    return values.get(index);
  }

  OptionalInt count(int index) {
    return number(values.get(index));
  }

  /// Reads a whole number of up to nine digits; empty if the text is blank or no such number.
  static OptionalInt number(String text) {
    String digits = text.strip();
    if (digits.isEmpty() || digits.length() > 9) {
      return OptionalInt.empty();
    }
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return OptionalInt.empty();
      }
    }
    return OptionalInt.of(Integer.parseInt(digits));
  }

  /// Writes a count with this many digits. Blanks mean that it is not known.
  static String count(OptionalInt count, int width) {
    if (count.isEmpty()) {
      return " ".repeat(width);
    }
    String digits = Integer.toString(Math.max(0, count.getAsInt()));
    return digits.length() > width
        ? "9".repeat(width)
        : "0".repeat(width - digits.length()) + digits;
  }

  /// Fits a text to exactly this width: it is cut, or filled with blanks. Delimiters and control
  /// characters become blanks, because they would begin another field or message.
  static String fit(String text, int width) {
    StringBuilder fitted = new StringBuilder(width);
    for (int i = 0; i < width; i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      fitted.append(c == Sip2Fields.DELIMITER || Character.isISOControl(c) ? ' ' : c);
    }
    return fitted.toString();
  }
}
