package org.libstation.central.sip2;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libstation.circulation.DueDate;

/// A date and time of 18 characters: `YYYYMMDDZZZZHHMMSS`.
///
/// `ZZZZ` is four blanks for the central system's local time, or three blanks and a letter: `Z` for
/// UTC, `A` to `M` without `J` for UTC+1 to +12, `N` to `Y` for UTC-1 to -12 (SIP 2.00,
/// "transaction date").
///
/// @param text as it is on the wire; anything is kept, so that a damaged one spoils no message
public record Sip2Date(String text) {

  /// The number of characters on the wire.
  public static final int LENGTH = 18;

  /// No date: eighteen blanks.
  public static final Sip2Date NONE = new Sip2Date(" ".repeat(LENGTH));

  private static final Pattern SHAPE = Pattern.compile("(\\d{8}) {3}([ A-Z])(\\d{6})");
  private static final Pattern ISO =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[T ]+(\\d{2}:\\d{2}(?::\\d{2})?).*)?");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT);
  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

  /// The central system's local time.
  public static Sip2Date local(LocalDateTime at) {
    return new Sip2Date(DAY.format(at) + "    " + TIME.format(at));
  }

  /// That moment in UTC, with the letter `Z`.
  public static Sip2Date utc(Instant at) {
    LocalDateTime utc = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    return new Sip2Date(DAY.format(utc) + "   Z" + TIME.format(utc));
  }

  public boolean isBlank() {
    return text.isBlank();
  }

  /// What it says in the central system's zone; empty when it is blank or cannot be read.
  public Optional<LocalDateTime> local(ZoneId central) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime digits =
          LocalDateTime.of(
              LocalDate.parse(matcher.group(1), DAY), LocalTime.parse(matcher.group(3), TIME));
      char letter = matcher.group(2).charAt(0);
      if (letter == ' ') {
        return Optional.of(digits);
      }
      return offset(letter)
          .map(offset -> digits.atOffset(offset).atZoneSameInstant(central).toLocalDateTime());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  /// The moment it means; empty when it is blank or cannot be read.
  public Optional<Instant> instant(ZoneId central) {
    return local(central).map(local -> local.atZone(central).toInstant());
  }

  /// Reads AH, which is free text: the 18-character form, then an ISO date with or without a time
  /// (a day alone lasts until 23:59), else the text alone.
  public static DueDate due(String ah, ZoneId central) {
    Optional<LocalDateTime> at = new Sip2Date(ah.strip()).local(central);
    if (at.isEmpty()) {
      at = iso(ah.strip());
    }
    return new DueDate(ah, at);
  }

  private static Optional<LocalDateTime> iso(String text) {
    Matcher matcher = ISO.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      String time = matcher.group(2);
      return Optional.of(
          LocalDateTime.of(
              LocalDate.parse(matcher.group(1)),
              time == null ? END_OF_DAY : LocalTime.parse(time)));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<ZoneOffset> offset(char letter) {
    if (letter == 'Z') {
      return Optional.of(ZoneOffset.UTC);
    }
    int east = "ABCDEFGHIKLM".indexOf(letter);
    if (east >= 0) {
      return Optional.of(ZoneOffset.ofHours(east + 1));
    }
    int west = "NOPQRSTUVWXY".indexOf(letter);
    return west >= 0 ? Optional.of(ZoneOffset.ofHours(-(west + 1))) : Optional.empty();
  }
}
