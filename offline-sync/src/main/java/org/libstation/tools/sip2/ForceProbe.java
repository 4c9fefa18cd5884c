package org.libstation.tools.sip2;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.libstation.central.Trial;

/// Tries whether the central system accepts a date from the station: a promised due date, and a
/// return date.
final class ForceProbe {
  private static final int PROMISED_DAYS = 3;

  private final ProbeRequests asking;
  private final LoanProbe loan;
  private final Findings found;

  ForceProbe(ProbeRequests asking, LoanProbe loan, Findings found) {
    this.asking = asking;
    this.loan = loan;
    this.found = found;
  }

  /// Tries what a checkout with "no block" does, with the test item on loan to another patron if a
  /// second card is given.
  void noBlock() throws IOException {
    LocalDateTime promised = asking.today().plusDays(PROMISED_DAYS).atTime(23, 59, 0);
    Trial trial = asking.trial();
    boolean other = !trial.otherCard().isEmpty();
    if (other) {
      ProbeAnswer first = asking.checkout(trial.otherCard(), trial.otherPin(), trial.item());
      if (!ProbeRequests.lent(first)) {
        found.note("the other patron was not lent the test item: " + first.words());
        return;
      }
      loan.lent();
    }
    ProbeAnswer forced = asking.forced(promised);
    boolean booked = ProbeRequests.lent(forced);
    if (other && booked) {
      found.set(
          "acts.no-block",
          "dangerous",
          "with no block an item that another has was booked: it was taken off that account");
    } else {
      if (other) {
        loan.takeBack();
        forced = asking.forced(promised);
        booked = ProbeRequests.lent(forced);
      }
      noBlockAlone(other, booked, forced.due(asking.dueForm()), promised.toLocalDate());
    }
    if (booked) {
      loan.lent();
    }
    loan.takeBack();
  }

  private void noBlockAlone(boolean other, boolean booked, Due answered, LocalDate promised) {
    if (!booked || !answered.day().filter(promised::equals).isPresent()) {
      found.set(
          "acts.no-block",
          "ignored",
          booked
              ? "with no block the promised due date was not kept: " + answered
              : "with no block it was refused");
    } else if (other) {
      found.set(
          "acts.no-block",
          "honoured",
          "the promised due date was kept, and what another has was not taken off him");
    } else {
      found.set(
          "acts.no-block",
          "dangerous",
          "the promised due date was kept; whether it takes an item off another was not tried"
              + " (--other-card), so the worse is written");
    }
  }

  /// Tries whether a return date counts. This needs an overdue item, because only its fine shows
  /// it.
  void returnDate() throws IOException {
    String item = asking.trial().overdueItem();
    if (item.isEmpty()) {
      found.note(
          "whether a return date is honoured was not tried: it takes an overdue item"
              + " (--overdue-item)");
      return;
    }
    Due due = asking.item(item).due(asking.dueForm());
    if (due.day().filter(day -> day.isBefore(asking.today())).isEmpty()) {
      found.note(
          "the overdue item is not overdue: "
              + (due.told() ? "due " + due : "no due date is told"));
      return;
    }
    BigDecimal before = owed();
    ProbeAnswer back = asking.checkin(item, due.day().orElseThrow().atTime(12, 0));
    BigDecimal after = owed();
    boolean charged = after.compareTo(before) > 0;
    found.set(
        "acts.return-date",
        charged ? "ignored" : "to-the-day",
        charged
            ? "an overdue item returned with a date before it was due was charged for"
            : "an overdue item returned with a date before it was due was not charged for; the hour"
                + " cannot be seen from outside");
    if (charged) {
      found.couldNotUndo(
          "the test patron was charged: %s more is owed"
              .formatted(after.subtract(before).toPlainString()));
    }
    ProbeAnswer lentAgain = asking.checkout(item);
    found.couldNotUndo(
        "the overdue item "
            + (ProbeRequests.lent(lentAgain)
                ? "was lent to the test patron again, as a new loan due "
                    + lentAgain.due(asking.dueForm())
                : "is returned: " + back.words() + " " + lentAgain.words()));
  }

  private BigDecimal owed() throws IOException {
    return asking.patron(asking.trial().pin(), ProbeRequests.NO_LIST).owed();
  }
}
