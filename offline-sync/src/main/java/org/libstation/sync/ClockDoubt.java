package org.libstation.sync;

import org.libstation.circulation.EventTime;
import org.libstation.circulation.StationClock;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.StaffLine;

/// Whether a moment that was written down is in doubt, and the line by which staff hear of it:
/// loans and returns alike.
///
/// The station's clock runs on evenly within a run, so a doubt that arose later holds for what was
/// written earlier in it, and so does its end.
record ClockDoubt(StationClock clock, Ledger ledger) {

  ClockDoubt(SettlingParts parts) {
    this(parts.clock(), parts.ledger());
  }

  static Mark lent() {
    return new StaffLine(
        StaffLine.StaffReason.CLOCK_DOUBTFUL,
        "lent while the clock was in doubt: its day and due date may be wrong");
  }

  static Mark handedOver() {
    return new StaffLine(
        StaffLine.StaffReason.CLOCK_DOUBTFUL,
        "handed over while the clock was in doubt: choose the earlier day");
  }

  /// Whether nothing is proven by this moment.
  boolean about(EventTime at) {
    EventTime now = clock.now();
    boolean sameRun = at.bootId().equals(now.bootId());
    boolean repaired = sameRun && now.skew().isPresent();
    return !repaired && (at.doubtful() || (sameRun && now.doubtful()));
  }

  /// Tells staff, once, of an entry whose moment is in doubt.
  ///
  /// @return the entry as it stands then
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
