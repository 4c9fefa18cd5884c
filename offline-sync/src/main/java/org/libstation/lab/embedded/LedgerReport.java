package org.libstation.lab.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A library's ledger as text for a person: the requests, the loans, the sums owed, and how each
/// fine was counted. Only the last four digits of a card are shown.
public final class LedgerReport {
  private LedgerReport() {}

  /// Returns the report: headings, one line for each row, and a line end.
  public static String text(LedgerReader ledger) {
    List<String> lines = new ArrayList<>();
    lines.add("Actions");
    section(lines, ledger.actions().stream().map(LedgerReport::line));
    lines.add("On loan");
    section(lines, ledger.openLoans().stream().map(LedgerReport::line));
    lines.add("Charges");
    section(lines, ledger.charges().stream().map(LedgerReport::line));
    return String.join("\n", lines) + "\n";
  }

  private static void section(List<String> lines, Stream<String> rows) {
    List<String> found = rows.toList();
    lines.addAll(found.isEmpty() ? List.of("  none") : found);
    lines.add("");
  }

  private static String line(LedgerAction action) {
    String sequence = action.sequence().isPresent() ? " AY" + action.sequence().getAsInt() : "";
    return "  %d  %s  %s%s  %s  %s  %s  %s  %s"
        .formatted(
            action.number(),
            action.at(),
            action.station(),
            sequence,
            action.kind(),
            action.item().isEmpty() ? "-" : action.item(),
            masked(action.card()),
            action.done() ? "done" : "refused",
            action.detail());
  }

  private static String line(LedgerReader.OpenLoan loan) {
    return "  %s  %s  due %s  %s"
        .formatted(loan.item(), masked(loan.card()), loan.due(), loan.title());
  }

  private static String line(Charge charge) {
    return "  %d  %s  %s  %s, paid %s  %s  (%s)"
        .formatted(
            charge.number(),
            masked(charge.card()),
            charge.item().orElse("-"),
            charge.amount(),
            charge.paid().decimal(),
            charge.what(),
            charge.explanation());
  }

  private static String masked(String card) {
    return card.isEmpty() ? "-" : "…" + card.substring(Math.max(0, card.length() - 4));
  }
}
