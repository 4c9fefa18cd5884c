package org.libstation.tools.cases;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.circulation.Money;
import org.libstation.fines.AccountTally;
import org.libstation.fines.Assessment;
import org.libstation.fines.FineCounter;
import org.libstation.fines.OverdueLoan;
import org.libstation.fines.Profile;
import org.libstation.fines.SuspensionDays;

/// Counts the fines of a table row by row, and writes the table with the results. The table is
/// comma-separated text (RFC 4180; lines may end with LF alone). Only one row is in memory at a
/// time, with the sums of the named accounts and visits.
///
/// Columns may be in any order; unknown columns are copied unchanged.
/// `docs/patron-services/fine-tables.md` explains each column.
public final class CaseTable {
  /// Longest row in characters. A longer row means that a quote was not closed.
  private static final int MOST_ROW_CHARACTERS = 1 << 20;

  private static final String AMOUNT = "amount";
  private static final String EXPLANATION = "explanation";
  private static final String ERROR = "error";
  private static final List<String> FIGURES =
      List.of("units_elapsed", "units_closed", "units_suspended", "units_charged", "amount_minor");

  private static final List<String> SUSPENSION =
      List.of("suspension_days", "suspension_from", "suspension_to");

  private final Optional<Profile> profile;
  private final boolean explain;
  private final AccountTally tally = new AccountTally();

  /// @param profile profile of rows that name none
  /// @param explain whether each row also gets an explanation in words
  public CaseTable(Optional<Profile> profile, boolean explain) {
    this.profile = profile;
    this.explain = explain;
  }

  /// How the reading of a table ended.
  public sealed interface End {
    /// All rows were read.
    ///
    /// @param bad number of rows with an error
    record TableRead(long rows, long bad) implements End {}

    /// The rest cannot be split into rows. The rows before are counted.
    record TableUnreadable(long rows, String why) implements End {}
  }

  /// Counts all rows and writes them to `out`. The caller closes both.
  ///
  /// @throws IOException if the text cannot be read or written
  public End count(Reader in, Writer out) throws IOException {
    Iterator<CsvRecord> rows =
        CsvReader.builder()
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(true)
            .maxBufferSize(MOST_ROW_CHARACTERS)
            .ofCsvRecord(in)
            .iterator();
    CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    try {
      End end = count(rows, writer);
      writer.flush();
      return end;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private End count(Iterator<CsvRecord> rows, CsvWriter writer) {
    long count = 0;
    long bad = 0;
    try {
      if (!rows.hasNext()) {
        return new End.TableUnreadable(
            0, "it is empty: a line with the names of the columns comes first");
      }
      List<String> header = header(rows.next().getFields());
      Map<String, Integer> columns = new HashMap<>();
      for (int i = 0; i < header.size(); i++) {
        if (columns.putIfAbsent(header.get(i), i) != null) {
          return new End.TableUnreadable(0, "the column " + header.get(i) + " stands there twice");
        }
      }
      CaseColumns layout = new CaseColumns(header.size(), columns, withAnswers(header));
      writer.writeRecord(layout.names());
      while (rows.hasNext()) {
        CsvRecord row = rows.next();
        count++;
        bad += row(row.getFields(), layout, writer) ? 0 : 1;
      }
    } catch (CsvParseException e) {
      return new End.TableUnreadable(count, String.valueOf(e.getMessage()));
    }
    return new End.TableRead(count, bad);
  }

  /// @param given number of columns in the input
  /// @param columns position of each input column, by name
  /// @param names all output columns, those of the input first
  private record CaseColumns(int given, Map<String, Integer> columns, List<String> names) {}

  private static List<String> header(List<String> first) {
    List<String> names = new ArrayList<>(first.size());
    for (String name : first) {
      names.add(name.replace("\uFEFF", "").strip());
    }
    return names;
  }

  private List<String> withAnswers(List<String> header) {
    List<String> names = new ArrayList<>(header);
    List<String> answers = new ArrayList<>(FIGURES);
    if (mayTellSuspensions(header)) {
      answers.addAll(SUSPENSION);
    }
    if (explain) {
      answers.add(EXPLANATION);
    }
    answers.add(ERROR);
    answers.stream().filter(name -> !header.contains(name)).forEach(names::add);
    return names;
  }

  private boolean mayTellSuspensions(List<String> header) {
    return CaseRules.SUSPENSION.stream().anyMatch(header::contains)
        || profile.stream().anyMatch(Profile::suspends);
  }

  /// Counts one row and writes it.
  ///
  /// @return whether the row could be counted
  private boolean row(List<String> given, CaseColumns layout, CsvWriter writer) {
    Cells cells = new Cells(layout.columns(), given);
    Map<String, String> answers = new HashMap<>();
    if (given.size() > layout.given()) {
      cells.fault("row", layout.given() + " cells, found " + given.size());
    }
    Optional<FineCase> asked = CaseReader.read(cells, profile);
    asked.ifPresent(one -> answer(one, answers));
    answers.put(ERROR, String.join("; ", cells.faults()));
    List<String> out = new ArrayList<>(layout.names().size());
    for (int i = 0; i < layout.names().size(); i++) {
      String name = layout.names().get(i);
      boolean ours = FIGURES.contains(name) || SUSPENSION.contains(name) || isOurs(name);
      String kept = i < Math.min(given.size(), layout.given()) ? given.get(i) : "";
      out.add(ours ? answers.getOrDefault(name, "") : kept);
    }
    writer.writeRecord(out);
    return asked.isPresent();
  }

  private boolean isOurs(String name) {
    return name.equals(AMOUNT) || name.equals(ERROR) || (explain && name.equals(EXPLANATION));
  }

  private void answer(FineCase asked, Map<String, String> answers) {
    FineCounter counter = asked.counter();
    OverdueLoan counted = asked.counted(counter);
    Assessment found = counter.assess(asked.policy(), counted);
    boolean alone = asked.account().isEmpty() && asked.visit().isEmpty();
    Money fine =
        alone
            ? found.amount()
            : tally.add(
                asked.account(),
                asked.visit(),
                asked.limits(),
                counter.explain(asked.policy(), counted));
    Money owed = asked.owed(counter, fine);
    Assessment.Units units = found.units();
    answers.put("units_elapsed", Long.toString(units.elapsed()));
    answers.put(
        "units_closed",
        units.closed().isPresent() ? Long.toString(units.closed().getAsLong()) : "");
    answers.put("units_suspended", Long.toString(units.suspended()));
    answers.put("units_charged", Long.toString(units.charged()));
    answers.put("amount_minor", Long.toString(owed.minor()));
    answers.put(AMOUNT, owed.decimal());
    // A suspension begins with the return: of what is not back there is none.
    Optional<SuspensionDays> suspension =
        found
            .suspension()
            .filter(_ -> asked.isBack())
            .map(one -> tally.suspend(asked.account(), counter, asked.policy(), asked.loan(), one));
    found
        .suspension()
        .ifPresent(_ -> answers.put("suspension_days", days(suspension.map(SuspensionDays::days))));
    suspension
        .filter(one -> !one.isNone())
        .ifPresent(
            one -> {
              answers.put("suspension_from", one.from().toString());
              answers.put("suspension_to", one.to().toString());
            });
    if (explain) {
      answers.put(EXPLANATION, CaseWords.explain(asked, found, suspension, fine, owed));
    }
  }

  private static String days(Optional<Long> days) {
    return Long.toString(days.orElse(0L));
  }
}
