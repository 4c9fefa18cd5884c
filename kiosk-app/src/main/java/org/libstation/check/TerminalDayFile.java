package org.libstation.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.Money;
import org.libstation.circulation.TerminalDay;
import org.libstation.file.DurableFiles;

/// Keeps what the payment terminal said when its day was ended, in a small file of the data
/// directory, a line a day's end.
public final class TerminalDayFile {
  private TerminalDayFile() {}

  /// Its file in the data directory.
  public static final String FILE = "terminal-days.tsv";

  /// Some three years of days; older ones go.
  private static final int MOST = 1_100;

  private static final String NOTHING = "-";
  private static final String NOT_KNOWN = "not known";

  /// All that are kept, the oldest first; what cannot be read is left out.
  public static List<TerminalDay> all(Path file) throws IOException {
    return Files.exists(file)
        ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
            .lines()
            .map(TerminalDayFile::parse)
            .flatMap(Optional::stream)
            .toList()
        : List.of();
  }

  /// Adds this one: on the disk when this returns.
  public static void keep(TerminalDay end, Path file) throws IOException {
    List<TerminalDay> days = new ArrayList<>(all(file));
    days.add(end);
    StringBuilder text = new StringBuilder();
    days.subList(Math.max(0, days.size() - MOST), days.size())
        .forEach(day -> text.append(line(day)).append('\n'));
    DurableFiles.write(file, text.toString());
  }

  private static String line(TerminalDay day) {
    return String.join(
        "\t",
        day.asked().toString(),
        day.first().map(TerminalDayFile::plain).orElse(NOTHING),
        day.last().map(TerminalDayFile::plain).orElse(NOTHING),
        day.total()
            .map(sum -> sum.currency().getCurrencyCode() + ' ' + sum.minor())
            .orElse(day.known() ? NOTHING : NOT_KNOWN));
  }

  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  private static Optional<TerminalDay> parse(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != 4) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new TerminalDay(
              OffsetDateTime.parse(cells[0]),
              filled(cells[1]),
              filled(cells[2]),
              filled(cells[3])
                  .filter(cell -> !cell.equals(NOT_KNOWN))
                  .map(sum -> Money.of(Long.parseLong(sum.substring(4)), sum.substring(0, 3))),
              !cells[3].equals(NOT_KNOWN)));
    } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> filled(String cell) {
    return cell.equals(NOTHING) ? Optional.empty() : Optional.of(cell);
  }
}
