package org.libstation.check;

import static org.libstation.file.table.FieldTable.component;
import static org.libstation.file.table.FieldTable.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.libstation.circulation.Money;
import org.libstation.circulation.TerminalDay;
import org.libstation.file.DurableFiles;
import org.libstation.file.table.FieldRow;
import org.libstation.file.table.FieldTable;
import org.libstation.file.table.FieldText;

/// Stores what the payment terminal reported at its ends of day. It is a small file in the data
/// directory with one line for each end of day.
public final class TerminalDayFile {
  private TerminalDayFile() {}

  /// File name in the data directory.
  public static final String FILE = "terminal-days.tsv";

  /// Number of ends kept, about three years of days; older ones are removed.
  private static final int MOST = 1_100;

  private static final String NOTHING = "-";
  private static final String NOT_KNOWN = "not known";

  private static final FieldText<Optional<String>> RECEIPT_NUMBER =
      FieldText.orNothing(
          NOTHING,
          new FieldText<>(text -> text.replaceAll("\\p{Cntrl}", " "), Function.identity()));

  /// Form `HKD 1250`: the currency and the amount in whole minor units.
  private static final FieldText<Optional<Money>> TOTAL =
      FieldText.orNothing(
          NOTHING,
          new FieldText<>(
              sum -> sum.currency().getCurrencyCode() + ' ' + sum.minor(),
              text -> Money.of(Long.parseLong(text.substring(4)), text.substring(0, 3))));

  private static final FieldRow<TerminalDay> LINE =
      FieldRow.of(
          "\t",
          FieldTable.of(
              (asked, first, last, said) ->
                  new TerminalDay(asked, first, last, said.total(), said.known()),
              component("asked", TerminalDay::asked, FieldText.of(OffsetDateTime::parse)),
              component("first", TerminalDay::first, RECEIPT_NUMBER),
              component("last", TerminalDay::last, RECEIPT_NUMBER),
              component(
                  "total",
                  TerminalTotal::of,
                  new FieldText<>(TerminalTotal::text, TerminalTotal::of))),
          "asked",
          "first",
          "last",
          "total");

  /// The total; unknown too if it is unknown whether the day ended.
  private record TerminalTotal(Optional<Money> total, boolean known) {
    static TerminalTotal of(TerminalDay day) {
      return new TerminalTotal(day.total(), day.known());
    }

    static TerminalTotal of(String text) {
      return text.equals(NOT_KNOWN)
          ? new TerminalTotal(Optional.empty(), false)
          : new TerminalTotal(TOTAL.read().apply(text), true);
    }

    String text() {
      return known || total.isPresent() ? TOTAL.write().apply(total) : NOT_KNOWN;
    }
  }

  /// All stored ends, oldest first; unreadable lines are left out.
  public static List<TerminalDay> all(Path file) throws IOException {
    return Files.exists(file)
        ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
            .lines()
            .map(TerminalDayFile::parse)
            .flatMap(Optional::stream)
            .toList()
        : List.of();
  }

  /// Adds an end of day; it is on the disk when this returns.
  public static void keep(TerminalDay end, Path file) throws IOException {
    List<TerminalDay> days = new ArrayList<>(all(file));
    days.add(end);
    StringBuilder text = new StringBuilder();
    days.subList(Math.max(0, days.size() - MOST), days.size())
        .forEach(day -> text.append(LINE.write(day)).append('\n'));
    DurableFiles.write(file, text.toString());
  }

  private static Optional<TerminalDay> parse(String line) {
    try {
      return Optional.of(LINE.read(line));
    } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
      return Optional.empty();
    }
  }
}
