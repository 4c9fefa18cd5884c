package org.libstation.circulation;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;

/// Something that a person must put right, as staff are shown it. It names no person: of the card
/// only the last digits are there.
///
/// @param entry its number in the journal, by which it is closed
/// @param deed what was done here, a word of the journal such as `LOAN_GIVEN`; texts are chosen by
///   it (`todo.deed.…`)
/// @param kind what is wrong, a word of the journal such as `LOAN_REFUSED`; texts are chosen by it
///   (`todo.what.…`, `todo.do.…`)
/// @param title the item's; empty text when not known
/// @param happened when; for a return the moment of the hand-over
/// @param card masked; empty when none is kept, or this machine cannot open it
/// @param refused why the central system refused, where it did; `OTHER` where no rule knows
/// @param note what the station wrote beside it; may be empty text
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
    String note)
    implements StaffTaskBuilder.With {}
