package org.libstation.sync;

import org.libstation.circulation.CirculationEvent.MoneyTaken;
import org.libstation.circulation.CirculationEvent.PaymentAsked;
import org.libstation.circulation.TerminalNote;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.StaffLine;

/// Hands payments to staff, each with its sum, its time, what is known and the terminal's numbers.
record PaymentLines(Ledger ledger) {
  Progress toStaff(
      JournalEntry entry, PaymentAsked asked, StaffLine.StaffReason kind, String what) {
    return ledger.toStaff(
        entry,
        kind,
        asked.payment().amount() + " asked for " + Ledger.moment(entry.at()) + "; " + what);
  }

  Progress perhapsGivenBack(JournalEntry entry, MoneyTaken taken, String reason) {
    return toStaff(
        entry,
        taken,
        StaffLine.StaffReason.GIVING_BACK_IN_DOUBT,
        "the central system does not book it; whether the terminal gave it back cannot be told: "
            + reason);
  }

  static boolean perhapsGivenBack(JournalEntry entry) {
    return entry.marks().stream()
        .map(JournalEntry.Noted::mark)
        .anyMatch(
            mark ->
                mark instanceof StaffLine line
                    && line.kind() == StaffLine.StaffReason.GIVING_BACK_IN_DOUBT);
  }

  Progress cannotTell(JournalEntry entry, MoneyTaken taken, String why, Mark... before) {
    return toStaff(
        entry,
        taken,
        StaffLine.StaffReason.PAYMENT_IN_DOUBT,
        "whether it was booked: " + why,
        before);
  }

  Progress refused(JournalEntry entry, MoneyTaken taken, String why, Mark... before) {
    return toStaff(
        entry, taken, StaffLine.StaffReason.PAYMENT_REFUSED, "not booked: " + why, before);
  }

  private Progress toStaff(
      JournalEntry entry,
      MoneyTaken taken,
      StaffLine.StaffReason kind,
      String why,
      Mark... before) {
    return ledger.toStaff(
        entry,
        kind,
        taken.payment().amount()
            + " taken "
            + Ledger.moment(entry.at())
            + ", "
            + new TerminalNote("", taken.receipt()).text()
            + "; "
            + why,
        before);
  }
}
