package org.libstation.returnproof;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// States what was handed over, where and when; holds no personal data. Its text is readable for
/// people, and is what is signed:
///
/// ```
/// LIBSTATION RETURN 1
/// station 2 號自助借還機, 南堤圖書館
/// 38801000000015 2026-11-26T21:14:05+08:00 #1234
/// ```
///
/// @param station its name and the library's, on one line
/// @param returns at least one, at most [#MOST]
public record ReturnStatement(String station, List<HandedOver> returns) {
  /// Most returns in a code that still reads from 58 mm paper.
  public static final int MOST = 3;

  private static final String HEAD = "LIBSTATION RETURN 1";
  private static final String STATION = "station ";
  private static final int LONGEST_STATION = 120;
  private static final Pattern LINE =
      Pattern.compile("(?<item>\\S{1,64}) (?<at>\\S{1,40}) #(?<entry>[1-9]\\d{0,17})");
  private static final DateTimeFormatter TO_THE_SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

  /// One returned item.
  ///
  /// @param item its barcode, without blanks
  /// @param at the moment that counts, to the second, with the offset of the place
  /// @param entry its number in the station's journal, from 1
  public record HandedOver(String item, OffsetDateTime at, long entry) {
    public HandedOver {
      at = at.truncatedTo(ChronoUnit.SECONDS);
    }

    private String text() {
      return item + " " + TO_THE_SECOND.format(at) + " #" + entry;
    }
  }

  /// @throws IllegalArgumentException if there are no returns or too many, or if one cannot be
  ///   written on its line
  public ReturnStatement {
    station = station.replaceAll("\\s+", " ").strip();
    station = station.substring(0, Math.min(station.length(), LONGEST_STATION));
    returns = List.copyOf(returns);
    if (returns.isEmpty() || returns.size() > MOST) {
      throw new IllegalArgumentException("a statement is about 1 to " + MOST + " items");
    }
    for (HandedOver each : returns) {
      if (!LINE.matcher(each.text()).matches()) {
        throw new IllegalArgumentException("it cannot be stated: entry " + each.entry());
      }
    }
  }

  /// Returns the lines of the statement, each with its line end.
  public String text() {
    StringBuilder text = new StringBuilder(HEAD + "\n" + STATION + station + "\n");
    returns.forEach(each -> text.append(each.text()).append('\n'));
    return text.toString();
  }

  /// Reads only text that [#text()] wrote: writing the result must give the same text. Otherwise
  /// empty.
  static Optional<ReturnStatement> parse(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() < 3
        || lines.size() > 2 + MOST
        || !lines.getFirst().equals(HEAD)
        || !lines.get(1).startsWith(STATION)) {
      return Optional.empty();
    }
    List<HandedOver> returns = new ArrayList<>();
    for (String line : lines.subList(2, lines.size())) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      try {
        returns.add(
            new HandedOver(
                matcher.group("item"),
                OffsetDateTime.parse(matcher.group("at"), TO_THE_SECOND),
                Long.parseLong(matcher.group("entry"))));
      } catch (DateTimeException _) {
        return Optional.empty();
      }
    }
    ReturnStatement read = new ReturnStatement(lines.get(1).substring(STATION.length()), returns);
    return Optional.of(read).filter(same -> same.text().equals(text));
  }
}
