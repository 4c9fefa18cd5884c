package org.libstation.sync;

import org.libstation.circulation.EventTime;
import org.libstation.circulation.StationClock;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.StaffLine;

/// Decides whether a recorded time is in doubt, and writes the line that tells staff. It serves
/// loans and returns alike.
///
/// The station's clock runs evenly within one run. So a doubt that arises later also holds for
/// times recorded earlier in that run, and so does the end of the doubt.
record ClockDoubt(StationClock clock, Ledger ledger) {

  ClockDoubt(SettlingParts parts) {
    this(parts.clock(), parts.ledger());
  }

  /// The staff line about the time of a loan.
  static Mark lent() {
    return StaffLine.of(
        StaffLine.StaffReason.CLOCK_DOUBTFUL, TaskNote.of(TaskNoteCode.LENT_IN_DOUBT));
  }

  /// The staff line about the time of a return.
  static Mark handedOver() {
    return StaffLine.of(
        StaffLine.StaffReason.CLOCK_DOUBTFUL, TaskNote.of(TaskNoteCode.HANDED_IN_DOUBT));
  }

  /// Whether this time is in doubt and so proves nothing.
  boolean about(EventTime at) {
    EventTime now = clock.now();
    boolean sameRun = at.bootId().equals(now.bootId());
    boolean repaired = sameRun && now.skew().isPresent();
    return !repaired && (at.doubtful() || (sameRun && now.doubtful()));
  }

  /// Tells staff, once, that the time of an entry is in doubt.
  ///
  /// @return the entry as it stands afterwards
  JournalEntry told(JournalEntry entry, EventTime at, Mark line) {
    if (!about(at) || tells(entry)) {
      return entry;
    }
    ledger.mark(entry, line);
    return ledger.now(entry);
  }

  private static boolean tells(JournalEntry entry) {
    return entry.marks().stream()
        .anyMatch(
            noted ->
                noted.mark() instanceof StaffLine line
                    && line.kind() == StaffLine.StaffReason.CLOCK_DOUBTFUL);
  }
}
