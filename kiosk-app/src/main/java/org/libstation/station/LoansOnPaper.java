package org.libstation.station;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.circulation.DueDate;
import org.libstation.device.Receipt;
import org.libstation.device.Receipt.Align;
import org.libstation.device.Receipt.Style;
import org.libstation.flow.state.ReceiptContent;
import org.libstation.language.Words;

/// Prints the loans of a receipt. The due date is the largest text: once with its weekday for all
/// items that share it, soonest first. The items follow below it.
///
/// @param year the year of printing
record LoansOnPaper(Words words, int year) {

  /// @param confirmed false if the library confirms the loan later
  private record PaperLoan(
      Optional<String> title, String lastFour, DueDate due, boolean confirmed) {}

  /// The lines of new loans, then of renewals, then the total number of items on loan.
  List<Receipt.Line> in(ReceiptContent content) {
    List<PaperLoan> lent = new ArrayList<>();
    List<PaperLoan> renewed = new ArrayList<>();
    for (ReceiptContent.ContentLine line : content.lines()) {
      switch (line) {
        case ReceiptContent.ContentLine.LentLine loan ->
            lent.add(new PaperLoan(loan.title(), loan.lastFour(), loan.due(), loan.confirmed()));
        case ReceiptContent.ContentLine.RenewedLine loan ->
            renewed.add(new PaperLoan(loan.title(), loan.lastFour(), loan.due(), true));
        case ReceiptContent.ContentLine.ReturnedLine _,
            ReceiptContent.ContentLine.RenewalAsked _,
            ReceiptContent.ContentLine.PaidLine _,
            ReceiptContent.ContentLine.InDoubt _ -> {}
      }
    }
    List<Receipt.Line> lines = new ArrayList<>();
    section(lines, lent, "slip.lent", "slip.due");
    section(lines, renewed, "slip.renewed", "slip.newdue");
    if (!lent.isEmpty() && content.onLoan().isPresent()) {
      lines.add(text(words.count("slip.onloan", content.onLoan().getAsInt()), Style.NORMAL));
      lines.add(new Receipt.Rule());
    }
    return lines;
  }

  private void section(List<Receipt.Line> lines, List<PaperLoan> loans, String head, String due) {
    if (loans.isEmpty()) {
      return;
    }
    lines.add(text(words.count(head, loans.size()), Style.BOLD));
    boolean noneConfirmed = loans.stream().noneMatch(PaperLoan::confirmed);
    byDate(loans)
        .forEach(
            (date, together) -> {
              lines.add(new Receipt.Space());
              lines.add(text(words.say(due), Style.NORMAL));
              lines.add(text(date, Style.LARGE));
              for (PaperLoan loan : together) {
                lines.add(text(named(loan.title(), loan.lastFour()), Style.NORMAL));
                if (!loan.confirmed() && !noneConfirmed) {
                  lines.add(text(words.say("slip.unconfirmed"), Style.NORMAL));
                }
              }
            });
    if (noneConfirmed) {
      lines.add(text(words.say("slip.unconfirmed"), Style.BOLD));
    }
    lines.add(new Receipt.Rule());
  }

  /// Groups loans by due date in words. A due date that is no calendar date comes last.
  private Map<String, List<PaperLoan>> byDate(List<PaperLoan> loans) {
    Map<String, List<PaperLoan>> groups = new LinkedHashMap<>();
    loans.stream()
        .sorted(Comparator.comparing((PaperLoan loan) -> loan.due().day().orElse(LocalDate.MAX)))
        .forEach(
            loan ->
                groups
                    .computeIfAbsent(
                        loan.due().day().map(this::said).orElse(loan.due().verbatim()),
                        _ -> new ArrayList<>())
                    .add(loan));
    return groups;
  }

  /// Names the year only if it differs from the year of printing.
  private String said(LocalDate day) {
    return day.getYear() == year ? words.dueDate(day) : words.date(day);
  }

  private String named(Optional<String> title, String lastFour) {
    return title.orElseGet(() -> words.say("slip.item", lastFour));
  }

  private static Receipt.Line text(String text, Style style) {
    return new Receipt.Text(text, style, Align.LEFT);
  }
}
