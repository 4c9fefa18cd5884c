package org.libstation.journal;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.EventTime;

/// An ask or a fact as it was written, with the evidence added since.
///
/// @param number its place in the journal; everything about one item is ordered by it
/// @param cardSealed whether a card number is still kept for it
@RecordBuilder
public record JournalEntry(
    long number, EventTime at, CirculationEvent what, List<Noted> marks, boolean cardSealed)
    implements JournalEntryBuilder.With {
  public JournalEntry {
    marks = List.copyOf(marks);
  }

  /// A mark and when it was made.
  public record Noted(EventTime at, Mark mark) {}

  public EntryState state() {
    return EntryState.of(this);
  }

  /// Whether a mark of this kind is there.
  public boolean has(Class<? extends Mark> kind) {
    return marks.stream().anyMatch(noted -> kind.isInstance(noted.mark()));
  }

  /// The parts of a set that this return still waits for, in words; empty when it waits for none.
  public String partsAwaited() {
    String missing = "";
    for (Noted noted : marks) {
      if (noted.mark() instanceof Mark.PartsAwaited(String parts)) {
        missing = parts;
      }
    }
    return missing;
  }

  public boolean awaitsParts() {
    return !partsAwaited().isEmpty();
  }

  /// Whether it was written for its staff line alone: what happened stands in an entry before it,
  /// which was closed already.
  public boolean isLineAlone() {
    return !marks.isEmpty()
        && marks.getFirst().mark() instanceof Mark.StaffLine line
        && (line.kind() == Mark.StaffLine.StaffReason.BOOKED_NOT_TAKEN
            || line.kind() == Mark.StaffLine.StaffReason.SET_INCOMPLETE);
  }

  /// Whether it says where the item is: lent (accepted or given), or returned.
  public boolean moved() {
    return switch (what) {
      case CirculationEvent.LoanAsked _ -> has(Mark.Accepted.class);
      case CirculationEvent.LoanGiven _, CirculationEvent.ItemReturned _ -> true;
      case CirculationEvent.NoMove _ -> false;
    };
  }

  /// The same entry with one more mark.
  public JournalEntry with(Noted noted, boolean stillSealed) {
    List<Noted> more = new ArrayList<>(marks);
    more.add(noted);
    return with(c -> c.marks(more).cardSealed(stillSealed));
  }
}
