package org.libstation.sync;

import java.util.List;
import java.util.stream.Stream;
import org.libstation.circulation.CirculationEvent.MoneyTaken;
import org.libstation.circulation.CirculationEvent.PaymentAsked;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.StaffLine;

/// Hands payments to staff. Each line gives the sum, the time, what is known, and the terminal's
/// numbers.
record PaymentLines(Ledger ledger) {
  Progress toStaff(
      JournalEntry entry, PaymentAsked asked, StaffLine.StaffReason kind, List<TaskNote> what) {
    return ledger.toStaff(
        entry,
        kind,
        joined(
            what,
            TaskNote.of(
                TaskNoteCode.ASKED_FOR, asked.payment().amount(), TaskNote.moment(entry.at()))));
  }

  /// Money that the terminal may have given back.
  Progress perhapsGivenBack(JournalEntry entry, MoneyTaken taken, List<TaskNote> reason) {
    return toStaff(
        entry,
        taken,
        StaffLine.StaffReason.GIVING_BACK_IN_DOUBT,
        joined(
            reason,
            TaskNote.of(TaskNoteCode.NOT_BOOKED_THERE),
            TaskNote.of(TaskNoteCode.GIVING_BACK_UNKNOWN)));
  }

  static boolean perhapsGivenBack(JournalEntry entry) {
    return entry.marks().stream()
        .map(JournalEntry.Noted::mark)
        .anyMatch(
            mark ->
                mark instanceof StaffLine line
                    && line.kind() == StaffLine.StaffReason.GIVING_BACK_IN_DOUBT);
  }

  /// Money of which it is unknown whether it was booked.
  Progress cannotTell(JournalEntry entry, MoneyTaken taken, List<TaskNote> why, Mark... before) {
    return toStaff(
        entry,
        taken,
        StaffLine.StaffReason.PAYMENT_IN_DOUBT,
        joined(why, TaskNote.of(TaskNoteCode.BOOKING_UNKNOWN)),
        before);
  }

  /// Money that was taken and not booked.
  Progress refused(JournalEntry entry, MoneyTaken taken, List<TaskNote> why, Mark... before) {
    return toStaff(
        entry,
        taken,
        StaffLine.StaffReason.PAYMENT_REFUSED,
        joined(why, TaskNote.of(TaskNoteCode.NOT_BOOKED)),
        before);
  }

  private Progress toStaff(
      JournalEntry entry,
      MoneyTaken taken,
      StaffLine.StaffReason kind,
      List<TaskNote> why,
      Mark... before) {
    return ledger.toStaff(
        entry,
        kind,
        joined(
            why,
            TaskNote.of(
                TaskNoteCode.MONEY_TAKEN,
                taken.payment().amount(),
                TaskNote.moment(entry.at()),
                taken.receipt())),
        before);
  }

  private static List<TaskNote> joined(List<TaskNote> last, TaskNote... first) {
    return Stream.concat(Stream.of(first), last.stream()).toList();
  }
}
