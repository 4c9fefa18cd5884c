package org.libstation.journal;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.TaskNote;

/// An ask or a fact as it was written, with the marks added since.
///
/// @param number its place in the journal; everything about one item is ordered by it
/// @param cardSealed whether a card number is still kept for the entry
@RecordBuilder
public record JournalEntry(
    long number, EventTime at, CirculationEvent what, List<Noted> marks, boolean cardSealed)
    implements JournalEntryBuilder.With {
  public JournalEntry {
    marks = List.copyOf(marks);
  }

  /// A mark and the time when it was made.
  public record Noted(EventTime at, Mark mark) {}

  /// Returns the state that follows from the marks.
  public EntryState state() {
    return EntryState.of(this);
  }

  public boolean has(Class<? extends Mark> kind) {
    return marks.stream().anyMatch(noted -> kind.isInstance(noted.mark()));
  }

  /// Returns the parts of a set that this return still waits for; empty if it waits for none.
  public Optional<TaskNote> partsAwaited() {
    Optional<TaskNote> missing = Optional.empty();
    for (Noted noted : marks) {
      if (noted.mark() instanceof Mark.PartsAwaited(var parts)) {
        missing = parts;
      }
    }
    return missing;
  }

  public boolean awaitsParts() {
    return partsAwaited().isPresent();
  }

  /// Reports whether the entry exists only for its staff line. The event itself is in an earlier
  /// entry, which was already closed.
  public boolean isLineAlone() {
    return !marks.isEmpty()
        && marks.getFirst().mark() instanceof Mark.StaffLine line
        && (line.kind() == Mark.StaffLine.StaffReason.BOOKED_NOT_TAKEN
            || line.kind() == Mark.StaffLine.StaffReason.SET_INCOMPLETE);
  }

  /// Reports whether the entry says where the item is: lent (accepted or given), or returned.
  public boolean moved() {
    return switch (what) {
      case CirculationEvent.LoanAsked _ -> has(Mark.Accepted.class);
      case CirculationEvent.LoanGiven _, CirculationEvent.ItemReturned _ -> true;
      case CirculationEvent.NoMove _ -> false;
    };
  }

  /// Returns a copy of the entry with one more mark.
  public JournalEntry with(Noted noted, boolean stillSealed) {
    List<Noted> more = new ArrayList<>(marks);
    more.add(noted);
    return with(c -> c.marks(more).cardSealed(stillSealed));
  }
}
