package org.libstation.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.journal.Journal;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.EntryClosed;
import org.libstation.journal.Mark.StaffLine;

/// The few ways in which settling writes to the journal. Each write is on disk when its method
/// returns.
record Ledger(Journal journal) {
  /// The name under which the station closes entries itself.
  static final String STATION = "station";

  void mark(JournalEntry entry, Mark... marks) {
    journal.mark(entry.number(), List.of(marks));
  }

  /// Closes the entry.
  ///
  /// @param before marks written in the same transaction
  Progress close(JournalEntry entry, EntryClosed.ClosingReason reason, Mark... before) {
    List<Mark> marks = new ArrayList<>(List.of(before));
    marks.add(new EntryClosed(reason, STATION));
    journal.mark(entry.number(), marks);
    return new Progress.Finished();
  }

  /// Hands the entry to staff. The entry keeps its card number and holds its item no longer.
  ///
  /// @param before marks written in the same transaction
  Progress toStaff(
      JournalEntry entry, StaffLine.StaffReason kind, List<TaskNote> notes, Mark... before) {
    List<Mark> marks = new ArrayList<>(List.of(before));
    marks.add(new StaffLine(kind, notes));
    journal.mark(entry.number(), marks);
    return new Progress.Finished();
  }

  void observed(JournalEntry entry, ItemLook look, Optional<Boolean> inPatronsList) {
    mark(entry, seen(look, inPatronsList));
  }

  static Mark seen(ItemLook look, Optional<Boolean> inPatronsList) {
    return new Mark.Observed(look.status(), look.due(), look.holdQueue(), inPatronsList);
  }

  /// Notes that the request left and was not answered. If an answer about another item or patron
  /// came, staff get a finding as well.
  Progress unknown(JournalEntry entry, String reason, boolean anothers) {
    if (anothers) {
      mark(
          entry,
          Mark.OutcomeUnknown.said(reason),
          finding(TaskNote.of(TaskNoteCode.ANSWERED_ABOUT_ANOTHER)));
    } else {
      mark(entry, Mark.OutcomeUnknown.said(reason));
    }
    return new Progress.NoLink();
  }

  /// Notes that the request did not leave.
  Progress notSent(JournalEntry entry, String reason) {
    mark(entry, Mark.NotSent.said(reason));
    return new Progress.NoLink();
  }

  static Mark finding(TaskNote... notes) {
    return StaffLine.of(StaffLine.StaffReason.FINDING, notes);
  }

  /// The entry as it stands now.
  JournalEntry now(JournalEntry entry) {
    return journal.find(entry.number()).orElse(entry);
  }
}
