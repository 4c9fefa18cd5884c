package org.libstation.sync;

import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemLook;
import org.libstation.journal.Journal;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.EntryClosed;
import org.libstation.journal.Mark.StaffLine;

/// The few ways in which settling writes into the journal, each on disk when it returns.
record Ledger(Journal journal) {
  /// Who closes what the station settles by itself.
  static final String STATION = "station";

  void mark(JournalEntry entry, Mark... marks) {
    journal.mark(entry.number(), List.of(marks));
  }

  /// @param before what is written with it, as one
  Progress close(JournalEntry entry, EntryClosed.ClosingReason reason, Mark... before) {
    List<Mark> marks = new ArrayList<>(List.of(before));
    marks.add(new EntryClosed(reason, STATION));
    journal.mark(entry.number(), marks);
    return new Progress.Finished();
  }

  /// Hands the entry to staff; it keeps its card number and holds its item no longer.
  ///
  /// @param before what is written with it, as one
  Progress toStaff(JournalEntry entry, StaffLine.StaffReason kind, String detail, Mark... before) {
    List<Mark> marks = new ArrayList<>(List.of(before));
    marks.add(new StaffLine(kind, detail));
    journal.mark(entry.number(), marks);
    return new Progress.Finished();
  }

  void observed(JournalEntry entry, ItemLook look, Optional<Boolean> inPatronsList) {
    mark(entry, seen(look, inPatronsList));
  }

  static Mark seen(ItemLook look, Optional<Boolean> inPatronsList) {
    return new Mark.Observed(look.status(), look.due(), look.holdQueue(), inPatronsList);
  }

  /// The request left and was not answered. An answer about somebody else is a finding as well.
  Progress unknown(JournalEntry entry, String reason, boolean anothers) {
    if (anothers) {
      mark(
          entry,
          new Mark.OutcomeUnknown(reason),
          finding("answered about another item or patron than asked"));
    } else {
      mark(entry, new Mark.OutcomeUnknown(reason));
    }
    return new Progress.NoLink();
  }

  /// The request did not leave.
  Progress notSent(JournalEntry entry, String reason) {
    mark(entry, new Mark.NotSent(reason));
    return new Progress.NoLink();
  }

  static Mark finding(String what) {
    return new StaffLine(StaffLine.StaffReason.FINDING, what);
  }

  /// The entry as it stands now.
  JournalEntry now(JournalEntry entry) {
    return journal.find(entry.number()).orElse(entry);
  }

  /// For people: to the second.
  static String moment(EventTime at) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            at.corrected().truncatedTo(ChronoUnit.SECONDS))
        + (at.doubtful() ? " (clock doubtful)" : "");
  }
}
