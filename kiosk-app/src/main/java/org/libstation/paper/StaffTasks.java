package org.libstation.paper;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.StaffTask;
import org.libstation.journal.EventKind;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.StaffToDo;

/// Lists the staff lines of a journal as tasks for staff.
public final class StaffTasks {
  private StaffTasks() {}

  /// @param entries entries, in the order of the list
  /// @param card returns the card kept for an entry, of which only the last digits are shown
  public static List<StaffTask> of(
      Iterable<JournalEntry> entries, LongFunction<Optional<PatronId>> card) {
    return StaffToDo.of(entries).stream().map(todo -> task(todo, card)).toList();
  }

  private static StaffTask task(StaffToDo todo, LongFunction<Optional<PatronId>> card) {
    JournalEntry entry = todo.entry();
    return new StaffTask(
        entry.number(),
        EventKind.of(entry.what()).name(),
        todo.main().kind().name(),
        entry.what().item(),
        todo.title(),
        todo.happened(),
        entry.cardSealed() ? card.apply(entry.number()).map(PatronId::masked) : Optional.empty(),
        refused(entry),
        todo.lines().stream().flatMap(line -> line.notes().stream()).toList());
  }

  private static Optional<Refusal.RefusalReason> refused(JournalEntry entry) {
    return entry.marks().reversed().stream()
        .map(JournalEntry.Noted::mark)
        .filter(Mark.RequestRefused.class::isInstance)
        .map(mark -> ((Mark.RequestRefused) mark).reason())
        .findFirst();
  }
}
