package org.libstation.sync;

import java.util.Optional;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemLook;
import org.libstation.journal.Entry;
import org.libstation.journal.Journal;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.Closed;
import org.libstation.journal.Mark.StaffLine;

/// The few ways in which settling writes into the journal, each on disk when it returns.
record Ledger(Journal journal) {
  /// Who closes what the station settles by itself.
  static final String STATION = "station";

  void mark(Entry entry, Mark mark) {
    journal.mark(entry.number(), mark);
  }

  Progress close(Entry entry, Closed.Reason reason) {
    mark(entry, new Closed(reason, STATION));
    return new Progress.Finished();
  }

  /// Hands the entry to staff; it keeps its card number and holds its item no longer.
  Progress toStaff(Entry entry, StaffLine.Kind kind, String detail) {
    mark(entry, new StaffLine(kind, detail));
    return new Progress.Finished();
  }

  void observed(Entry entry, ItemLook look, Optional<Boolean> inPatronsList) {
    mark(entry, new Mark.Observed(look.status(), look.due(), look.holdQueue(), inPatronsList));
  }

  /// The request left and was not answered. An answer about somebody else is a finding as well.
  void unknown(Entry entry, String reason, boolean anothers) {
    mark(entry, new Mark.Unknown(reason));
    if (anothers) {
      finding(entry, "answered about another item or patron than asked");
    }
  }

  void finding(Entry entry, String what) {
    mark(entry, new StaffLine(StaffLine.Kind.FINDING, what));
  }

  /// The entry as it stands now.
  Entry now(Entry entry) {
    return journal.find(entry.number()).orElse(entry);
  }

  static String moment(EventTime at) {
    return at.corrected() + (at.doubtful() ? " (clock doubtful)" : "");
  }
}
