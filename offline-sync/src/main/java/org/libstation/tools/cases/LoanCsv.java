package org.libstation.tools.cases;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads a table of loans (RFC 4180) with the columns `item` and `due_at`. Further columns are
/// `class`, `place`, `patron_class`, `media`, `returned_at`, `items` and `recalled`; all others are
/// ignored.
public final class LoanCsv {
  private static final int MOST_ITEMS = 100;
  private static final int END_HOUR = 23;
  private static final int END_MINUTE = 59;

  private final List<LoanCsvRow> rows = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  private LoanCsv() {}

  /// A loan of the table; a value that the table lacks is empty.
  ///
  /// @param item name of the item in the table; without one, the number of its line
  /// @param patronClass patron class, on which fines may depend
  /// @param media SIP2 media type (CK), on which fines may depend
  /// @param due local time; a date alone means its end
  /// @param returned local time; a date alone means its beginning; empty if the item is not
  ///   returned
  /// @param recalled whether a recall changed the due date
  public record LoanCsvRow(
      String item,
      Optional<String> lendingClass,
      Optional<String> place,
      Optional<String> patronClass,
      Optional<String> media,
      LocalDateTime due,
      Optional<LocalDateTime> returned,
      int items,
      boolean recalled) {}

  /// @param faults each with its line number
  public record Loans(List<LoanCsvRow> rows, List<String> faults) {
    public Loans {
      rows = List.copyOf(rows);
      faults = List.copyOf(faults);
    }
  }

  /// Reads all loans. The caller closes the reader.
  ///
  /// @throws IOException if the text cannot be read
  public static Loans read(Reader in) throws IOException {
    LoanCsv table = new LoanCsv();
    try {
      CsvReader.builder()
          .allowExtraFields(true)
          .allowMissingFields(true)
          .ofNamedCsvRecord(in)
          .forEach(table::row);
    } catch (CsvParseException e) {
      table.faults.add("it is no table from here on: " + e.getMessage());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return new Loans(table.rows, table.faults);
  }

  private void row(NamedCsvRecord record) {
    Optional<LocalDateTime> due =
        cell(record, "due_at", text -> moment(text, true), "a date, or a date and time");
    Optional<LocalDateTime> returned =
        cell(record, "returned_at", text -> moment(text, false), "a date, or a date and time");
    Optional<Long> items =
        cell(record, "items", text -> CaseValues.number(text, 1, MOST_ITEMS), "1 to " + MOST_ITEMS);
    Optional<Boolean> recalled = cell(record, "recalled", CaseValues::yesOrNo, "yes or no");
    if (due.isEmpty() && text(record, "due_at").isEmpty()) {
      faults.add("line " + record.getStartingLineNumber() + ": due_at: it is missing");
    }
    due.ifPresent(
        moment ->
            rows.add(
                new LoanCsvRow(
                    text(record, "item").orElse("line " + record.getStartingLineNumber()),
                    text(record, "class"),
                    text(record, "place"),
                    text(record, "patron_class"),
                    text(record, "media"),
                    moment,
                    returned,
                    items.orElse(1L).intValue(),
                    recalled.orElse(false))));
  }

  private <T> Optional<T> cell(
      NamedCsvRecord record, String column, Function<String, Optional<T>> read, String expected) {
    Optional<String> text = text(record, column);
    Optional<T> value = text.flatMap(read);
    if (text.isPresent() && value.isEmpty()) {
      faults.add(
          "line %d: %s: expected %s, found \"%s\""
              .formatted(record.getStartingLineNumber(), column, expected, text.get()));
    }
    return value;
  }

  private static Optional<String> text(NamedCsvRecord record, String column) {
    return record.findField(column).map(String::strip).filter(text -> !text.isEmpty());
  }

  private static Optional<LocalDateTime> moment(String text, boolean end) {
    try {
      if (text.contains("T") || text.contains(" ")) {
        return Optional.of(LocalDateTime.parse(text.replace(' ', 'T')));
      }
      LocalDate day = LocalDate.parse(text);
      return Optional.of(end ? day.atTime(END_HOUR, END_MINUTE) : day.atStartOfDay());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
