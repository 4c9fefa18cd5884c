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

/// Loans on a receipt: the date due is the largest thing, once with its weekday for all that have
/// it, the soonest first; below it what is due then.
///
/// @param year in which it is printed
record LoansOnPaper(Words words, int year) {

  /// @param confirmed false = the library confirms it later
  private record PaperLoan(
      Optional<String> title, String lastFour, DueDate due, boolean confirmed) {}

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

  /// What is due together, by the date in words; a text that is no date stands last.
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

  /// With its year where that is another than the paper's.
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
