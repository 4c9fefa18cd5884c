package org.libstation.sync;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemLook;
import org.libstation.journal.EntryState;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.EntryClosed;
import org.libstation.journal.Mark.SeenAgain.SecondLookResult;
import org.libstation.journal.Mark.StaffLine;

/// A settled entry and the state in which it left its item, to compare with a second look.
///
/// Holds and payments are not among these entries: a look at an item (17) says nothing about them.
record SettledEntry(JournalEntry entry, Left left) {
  private static final Set<SecondLookResult> GONE =
      EnumSet.of(
          SecondLookResult.ON_THE_SHELF,
          SecondLookResult.RETURN_GONE,
          SecondLookResult.RENEWAL_GONE);

  /// The state in which the entry left the item.
  enum Left {
    ON_LOAN,
    /// On loan; the earlier due date is known if it was given.
    RENEWED,
    BACK,
    /// A request that was abandoned after a doubt; nothing was lent.
    NOT_LENT
  }

  /// Empty if the entry is not settled, or if a look could not check it. A renewal in doubt that
  /// went to staff counts as settled: it may still be granted.
  static Optional<SettledEntry> of(JournalEntry entry) {
    return left(entry).map(left -> new SettledEntry(entry, left));
  }

  private static Optional<Left> left(JournalEntry entry) {
    Optional<EntryClosed.ClosingReason> closed =
        last(entry, EntryClosed.class).map(noted -> ((EntryClosed) noted.mark()).reason());
    return switch (entry.what()) {
      case CirculationEvent.LoanAsked _ ->
          closed.flatMap(
              reason ->
                  switch (reason) {
                    case SETTLED -> Optional.of(Left.ON_LOAN);
                    case ABANDONED ->
                        inDoubtOnce(entry) ? Optional.of(Left.NOT_LENT) : Optional.empty();
                    case REFUSED, WITHDRAWN, FOUND_DONE, FOUND_RETURNED, BY_STAFF ->
                        Optional.empty();
                  });
      case CirculationEvent.LoanGiven _ -> closed.filter(SettledEntry::done).map(_ -> Left.ON_LOAN);
      case CirculationEvent.RenewAsked _ ->
          entry.state() == EntryState.WITH_STAFF && inDoubtOnce(entry)
              ? Optional.of(Left.RENEWED)
              : closed.filter(SettledEntry::done).map(_ -> Left.RENEWED);
      case CirculationEvent.ItemReturned _ -> closed.filter(SettledEntry::done).map(_ -> Left.BACK);
      case CirculationEvent.NoMove _ -> Optional.empty();
    };
  }

  private static boolean done(EntryClosed.ClosingReason reason) {
    return switch (reason) {
      case SETTLED, FOUND_DONE, FOUND_RETURNED -> true;
      case ABANDONED, REFUSED, WITHDRAWN, BY_STAFF -> false;
    };
  }

  ItemId item() {
    return entry.what().item();
  }

  /// Whether one of its requests left unanswered, so that the central system may still act on it
  /// later.
  boolean afterDoubt() {
    return inDoubtOnce(entry);
  }

  private static boolean inDoubtOnce(JournalEntry entry) {
    boolean open = false;
    for (JournalEntry.Noted noted : entry.marks()) {
      if (noted.mark() instanceof Mark.OutcomeUnknown
          || (noted.mark() instanceof Mark.Sending && open)) {
        return true;
      }
      open =
          noted.mark() instanceof Mark.Sending
              || (open
                  && !(noted.mark() instanceof Mark.NotSent
                      || noted.mark() instanceof Mark.Accepted
                      || noted.mark() instanceof Mark.RequestRefused));
    }
    // True if it was cut off before any answer was written.
    return open;
  }

  /// Returns when it was settled: the time of the answer, else of the closing, else of the
  /// hand-over to staff.
  EventTime at() {
    return last(entry, Mark.Accepted.class)
        .or(() -> last(entry, EntryClosed.class))
        .or(() -> last(entry, StaffLine.class))
        .map(JournalEntry.Noted::at)
        .orElse(entry.at());
  }

  List<JournalEntry.Noted> looks() {
    return entry.marks().stream().filter(noted -> noted.mark() instanceof Mark.SeenAgain).toList();
  }

  /// The result of the newest second look.
  Optional<SecondLookResult> seen() {
    return last(entry, Mark.SeenAgain.class).map(noted -> ((Mark.SeenAgain) noted.mark()).seen());
  }

  /// Whether the newest second look found nothing left of it at the central system.
  boolean gone() {
    return seen().filter(GONE::contains).isPresent();
  }

  boolean told(StaffLine.StaffReason kind) {
    return entry.marks().stream()
        .anyMatch(noted -> noted.mark() instanceof StaffLine line && line.kind() == kind);
  }

  /// The due date last seen: from a second look, from the answer, or from the look by which it was
  /// found done.
  Optional<DueDate> due() {
    for (JournalEntry.Noted noted : entry.marks().reversed()) {
      Optional<DueDate> due =
          switch (noted.mark()) {
            case Mark.SeenAgain(_, _, var told) -> told;
            case Mark.Accepted(var told, _, _, _) -> told;
            case Mark.Observed(_, var told, _, _) -> told;
            case Mark.Sending _,
                Mark.AccountSeen _,
                Mark.RequestRefused _,
                Mark.NotSent _,
                Mark.OutcomeUnknown _,
                Mark.OfItem _,
                Mark.StaffLine _,
                Mark.EntryClosed _,
                Mark.Fine _,
                Mark.StaffDone _,
                Mark.OfCard _ ->
                Optional.empty();
          };
      if (due.isPresent()) {
        return due;
      }
    }
    return before();
  }

  /// The due date before this entry: for a renewal, before it was asked for; for a return, before
  /// it was reported.
  Optional<DueDate> before() {
    Optional<DueDate> asked =
        entry.what() instanceof CirculationEvent.RenewAsked(_, var look)
            ? look.flatMap(ItemLook::due)
            : Optional.empty();
    return asked.or(() -> observedDue(entry));
  }

  /// The due date of the first look made for an entry.
  static Optional<DueDate> observedDue(JournalEntry entry) {
    return entry.marks().stream()
        .map(JournalEntry.Noted::mark)
        .filter(Mark.Observed.class::isInstance)
        .findFirst()
        .flatMap(mark -> ((Mark.Observed) mark).due());
  }

  private static Optional<JournalEntry.Noted> last(JournalEntry entry, Class<? extends Mark> kind) {
    return entry.marks().reversed().stream()
        .filter(noted -> kind.isInstance(noted.mark()))
        .findFirst();
  }
}
