package org.libstation.paper;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.libstation.circulation.CashDay;
import org.libstation.circulation.Money;
import org.libstation.circulation.PlainText;
import org.libstation.circulation.TerminalDay;

/// Writes the payments of a day as a table, for a spreadsheet or another program.
public final class CashUpTable {
  private CashUpTable() {}

  /// Writes the table by RFC 4180. It has a heading and a row for each payment. Then come a row for
  /// each kind and currency, one with the terminal's total, and one for each difference. No cell
  /// starts a formula.
  ///
  /// @param station name of the station
  public static void write(CashDay day, String station, Writer out) throws IOException {
    CsvWriter table = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
    row(
        table,
        List.of(
            "station",
            "row",
            "time",
            "kind",
            "count",
            "amount",
            "currency",
            "reference",
            "terminal"));
    for (CashDay.CashLine line : day.lines()) {
      row(
          table,
          List.of(
              station,
              "payment",
              moment(line.at()),
              line.kind().word(),
              "1",
              line.amount().decimal(),
              line.amount().currency().getCurrencyCode(),
              line.reference(),
              line.receipt()));
    }
    for (CashDay.Sum sum : day.sums()) {
      row(
          table,
          List.of(
              station,
              "sum",
              day.day().toString(),
              sum.kind().word(),
              Integer.toString(sum.count()),
              sum.amount().decimal(),
              sum.amount().currency().getCurrencyCode(),
              "",
              ""));
    }
    if (day.end().isPresent()) {
      TerminalDay end = day.end().get();
      row(
          table,
          List.of(
              station,
              "terminal",
              moment(end.asked()),
              end.known() ? "end of day" : "end of day not known",
              "",
              end.total().map(Money::decimal).orElse(""),
              end.total().map(sum -> sum.currency().getCurrencyCode()).orElse(""),
              "",
              end.first().map(one -> one + " to " + end.last().orElse("?")).orElse("")));
    }
    for (CashDay.Difference difference : day.differences()) {
      row(table, differs(day, station, difference));
    }
    table.flush();
  }

  private static List<String> differs(CashDay day, String station, CashDay.Difference difference) {
    return switch (difference) {
      case CashDay.Difference.OfPayment(CashDay.CashLine line) ->
          List.of(
              station,
              "differs",
              moment(line.at()),
              line.kind().word(),
              "1",
              line.amount().decimal(),
              line.amount().currency().getCurrencyCode(),
              line.reference(),
              line.receipt());
      case CashDay.Difference.EndNotKnown(OffsetDateTime asked) ->
          List.of(station, "differs", moment(asked), "end of day not known", "", "", "", "", "");
      case CashDay.Difference.OtherTotal other ->
          List.of(
              station,
              "differs",
              day.day().toString(),
              other.terminalHasMore() ? "the terminal has more" : "the terminal has less",
              "",
              other.gap().decimal(),
              other.gap().currency().getCurrencyCode(),
              "",
              "");
    };
  }

  private static String moment(OffsetDateTime at) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.truncatedTo(ChronoUnit.SECONDS));
  }

  private static void row(CsvWriter table, List<String> cells) {
    table.writeRecord(cells.stream().map(PlainText::cell).toList());
  }
}
