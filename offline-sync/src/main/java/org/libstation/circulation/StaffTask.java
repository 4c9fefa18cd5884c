package org.libstation.circulation;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;

/// A task that staff must carry out, as it is shown to them. It names no person; of the card it has
/// the last characters only.
///
/// @param entry number of its journal entry; staff close the task by this number
/// @param deed what was done here, as a journal word such as `LOAN_GIVEN`; selects the texts
///   `todo.deed.…`
/// @param kind what is wrong, as a journal word such as `LOAN_REFUSED`; selects the texts
///   `todo.what.…` and `todo.do.…`
/// @param title the item's title; empty text if not known
/// @param happened when it happened; for a return, when the item was handed over
/// @param card the masked card number; empty if none is kept, or if this machine cannot decrypt it
/// @param refused why the central system refused; empty if it did not refuse, `OTHER` if no rule
///   knows the reason
/// @param notes what the station noted about the task
@RecordBuilder
public record StaffTask(
    long entry,
    String deed,
    String kind,
    ItemId item,
    String title,
    EventTime happened,
    Optional<String> card,
    Optional<Refusal.RefusalReason> refused,
    List<TaskNote> notes)
    implements StaffTaskBuilder.With {
  public StaffTask {
    notes = List.copyOf(notes);
  }
}
