package org.libstation.central.sip2;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libstation.circulation.DueDate;

/// A date and time of 18 characters: `YYYYMMDDZZZZHHMMSS`.
///
/// `ZZZZ` is four blanks for the central system's local time, or three blanks and a letter. `Z` is
/// UTC, `A` to `M` without `J` are UTC+1 to +12, `N` to `Y` are UTC-1 to -12 (SIP 2.00,
/// "transaction date"). A reader also accepts small letters, a letter in another of the four
/// places, `UTC` and `GMT`.
///
/// @param text as on the wire; any text is kept, so that a damaged date does not fail the message
public record Sip2Date(String text) {

  /// The number of characters on the wire.
  public static final int LENGTH = 18;

  /// No date: eighteen blanks.
  public static final Sip2Date NONE = new Sip2Date(" ".repeat(LENGTH));

  private static final Pattern SHAPE = Pattern.compile("(\\d{8})([ A-Za-z]{4})(\\d{6})");
  private static final Pattern FREE =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2}|\\d{8}|\\d{2}\\.\\d{2}\\.\\d{4})"
              + "(?:[T, ]+(\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?) ?(Z|[+-]\\d{2}:?\\d{2})?)?");
  private static final DateTimeFormatter DOTTED =
      DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT);
  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

  /// Writes the central system's local time, with four blanks.
  public static Sip2Date local(LocalDateTime at) {
    return new Sip2Date(DAY.format(at) + "    " + TIME.format(at));
  }

  /// Writes a moment in UTC, with the letter `Z`.
  public static Sip2Date utc(Instant at) {
    LocalDateTime utc = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    return new Sip2Date(DAY.format(utc) + "   Z" + TIME.format(utc));
  }

  /// Reads the date as local time of the central system; empty if it is blank or unreadable.
  public Optional<LocalDateTime> local(ZoneId central) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime digits =
          LocalDateTime.of(
              LocalDate.parse(matcher.group(1), DAY), LocalTime.parse(matcher.group(3), TIME));
      String zone = matcher.group(2).strip();
      if (zone.isEmpty()) {
        return Optional.of(digits);
      }
      return offset(zone.toUpperCase(Locale.ROOT))
          .map(offset -> digits.atOffset(offset).atZoneSameInstant(central).toLocalDateTime());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  /// Reads the date as a moment; empty if it is blank or unreadable.
  public Optional<Instant> instant(ZoneId central) {
    return local(central).map(local -> local.atZone(central).toInstant());
  }

  /// Reads AH, which is free text. The system's own `format` is tried first, if there is one, and
  /// then the 18-character form. Then follows a day in the ISO, basic or dotted form (`2026-12-15`,
  /// `20261215`, `15.12.2026`), with or without a time and an offset. A day without a time lasts
  /// until 23:59. Any other text stays text only, because `05/06/2026` could be either of two days.
  ///
  /// @param format such as `dd/MM/uuuu HH:mm`; if it has no time, a day lasts until 23:59
  public static DueDate due(String ah, ZoneId central, Optional<String> format) {
    String text = ah.strip();
    Optional<LocalDateTime> at =
        format
            .flatMap(pattern -> written(text, pattern))
            .or(() -> new Sip2Date(text).local(central));
    return new DueDate(ah, at.isPresent() ? at : free(text, central));
  }

  private static Optional<LocalDateTime> written(String text, String pattern) {
    DateTimeFormatter own =
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern(pattern)
            .toFormatter(Locale.ENGLISH);
    try {
      TemporalAccessor read = own.parse(text);
      Optional<LocalTime> time = Optional.ofNullable(read.query(TemporalQueries.localTime()));
      return Optional.of(LocalDate.from(read).atTime(time.orElse(END_OF_DAY)));
    } catch (DateTimeException other) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDateTime> free(String text, ZoneId central) {
    Matcher matcher = FREE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      LocalDate day = day(matcher.group(1));
      String time = matcher.group(2);
      if (time == null) {
        return Optional.of(day.atTime(END_OF_DAY));
      }
      LocalDateTime at = day.atTime(LocalTime.parse(time));
      String offset = matcher.group(3);
      return Optional.of(
          offset == null
              ? at
              : at.atOffset(ZoneOffset.of(offset)).atZoneSameInstant(central).toLocalDateTime());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static LocalDate day(String text) {
    if (text.contains(".")) {
      return LocalDate.parse(text, DOTTED);
    }
    return text.contains("-") ? LocalDate.parse(text) : LocalDate.parse(text, DAY);
  }

  private static Optional<ZoneOffset> offset(String zone) {
    if (zone.equals("Z") || zone.equals("UTC") || zone.equals("GMT")) {
      return Optional.of(ZoneOffset.UTC);
    }
    if (zone.length() != 1) {
      return Optional.empty();
    }
    int east = "ABCDEFGHIKLM".indexOf(zone);
    if (east >= 0) {
      return Optional.of(ZoneOffset.ofHours(east + 1));
    }
    int west = "NOPQRSTUVWXY".indexOf(zone);
    return west >= 0 ? Optional.of(ZoneOffset.ofHours(-(west + 1))) : Optional.empty();
  }
}
