package org.libstation.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.central.CentralSystem.Renewal;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CirculationEvent.RenewAsked;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.journal.Act;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.EntryClosed;
import org.libstation.journal.Mark.StaffLine;
import org.libstation.sync.CentralHabits.Habit;

/// Settles renewals that were asked for and not answered:
///
/// * The item is looked up first.
/// * The renewal is sent once, and only if none of its requests ever left.
/// * If the due date is later than last known, it is found done.
/// * If it is refused or in doubt, it goes to staff with the time of asking.
record AskedRenewals(SettlingParts parts) {

  Progress work(JournalEntry entry, RenewAsked asked) {
    return switch (entry.state()) {
      case ACCEPTED -> parts.ledger().close(entry, EntryClosed.ClosingReason.SETTLED);
      case REFUSED ->
          parts.ledger().toStaff(entry, StaffLine.StaffReason.RENEWAL_NOT_GRANTED, asked(entry));
      case WRITTEN, WAITING, IN_DOUBT, WITH_STAFF, CLOSED ->
          switch (parts.doubt().stage(entry)) {
            case Doubt.DoubtStage.Quarantined(var left) -> new Progress.Waits(left);
            case Doubt.DoubtStage.FirstLook _,
                Doubt.DoubtStage.LastLook _,
                Doubt.DoubtStage.Clear _ ->
                lookUp(entry, asked);
          };
    };
  }

  private Progress lookUp(JournalEntry entry, RenewAsked asked) {
    return switch (parts.central().look(asked.item())) {
      case Answer.NotSent<ItemLook> _, Answer.Unknown<ItemLook> _ -> new Progress.NoLink();
      case Answer.Refused<ItemLook>(var refusal) ->
          parts
              .ledger()
              .toStaff(
                  entry,
                  StaffLine.StaffReason.RENEWAL_NOT_GRANTED,
                  asked(entry, TaskNote.refused(refusal)));
      case Answer.Accepted<ItemLook>(var look) -> judge(entry, asked, look);
    };
  }

  private Progress judge(JournalEntry entry, RenewAsked asked, ItemLook look) {
    if (later(look.due(), lastKnown(entry, asked))) {
      return parts
          .ledger()
          .close(entry, EntryClosed.ClosingReason.FOUND_DONE, Ledger.seen(look, Optional.empty()));
    }
    return switch (parts.doubt().stage(entry)) {
      case Doubt.DoubtStage.Quarantined(var left) -> new Progress.Waits(left);
      case Doubt.DoubtStage.FirstLook _ -> {
        parts.ledger().observed(entry, look, Optional.empty());
        yield new Progress.StepWritten();
      }
      case Doubt.DoubtStage.LastLook _ ->
          parts.doubt().declared(entry) && parts.doubt().neverLeft(entry)
              ? neverAsked(entry, asked, look)
              : stillInDoubt(entry, asked, look);
      case Doubt.DoubtStage.Clear _ -> sendIfOnLoan(entry, asked, look);
    };
  }

  private Progress stillInDoubt(JournalEntry entry, RenewAsked asked, ItemLook look) {
    boolean stayed =
        parts.habits().has(Habit.RENEWAL_MOVES_DUE) && sameDue(look.due(), lastKnown(entry, asked));
    return parts
        .ledger()
        .toStaff(
            entry,
            stayed
                ? StaffLine.StaffReason.RENEWAL_NOT_GRANTED
                : StaffLine.StaffReason.RENEWAL_IN_DOUBT,
            stayed ? asked(entry, TaskNote.of(TaskNoteCode.DUE_NOT_MOVED)) : asked(entry),
            Ledger.seen(look, Optional.empty()));
  }

  /// Treats a renewal that this journal did not send, but another copy of the journal may have
  /// sent. If every renewal moves the due date, the look at the time of asking decides.
  private Progress neverAsked(JournalEntry entry, RenewAsked asked, ItemLook look) {
    boolean stayed =
        parts.habits().has(Habit.RENEWAL_MOVES_DUE)
            && sameDue(look.due(), asked.before().flatMap(ItemLook::due));
    return stayed
        ? sendIfOnLoan(entry, asked, look)
        : parts
            .ledger()
            .toStaff(
                entry,
                StaffLine.StaffReason.RENEWAL_IN_DOUBT,
                asked(entry, TaskNote.of(TaskNoteCode.RENEWAL_NOT_SENT)),
                Ledger.seen(look, Optional.empty()));
  }

  private Progress sendIfOnLoan(JournalEntry entry, RenewAsked asked, ItemLook look) {
    return look.status().onShelf()
        ? parts
            .ledger()
            .toStaff(
                entry,
                StaffLine.StaffReason.RENEWAL_NOT_GRANTED,
                asked(entry, TaskNote.of(TaskNoteCode.NOT_ON_LOAN)))
        : send(entry, asked, look);
  }

  private Progress send(JournalEntry entry, RenewAsked asked, ItemLook look) {
    Optional<PatronId> card = parts.journal().card(entry.number());
    if (card.isEmpty()) {
      return parts
          .ledger()
          .toStaff(
              entry,
              StaffLine.StaffReason.RENEWAL_NOT_GRANTED,
              asked(entry, TaskNote.of(TaskNoteCode.CARD_NOT_KEPT)));
    }
    parts.ledger().mark(entry, Ledger.seen(look, Optional.empty()), Mark.Sending.of(Act.RENEW));
    return switch (parts.central().renew(asked.item(), card.get(), Optional.empty())) {
      case Answer.Accepted<Renewal>(var renewal) ->
          parts
              .ledger()
              .close(
                  entry,
                  EntryClosed.ClosingReason.SETTLED,
                  Mark.Accepted.mayClear(Optional.of(renewal.due()), Act.RENEW.word()));
      case Answer.Refused<Renewal>(var refusal) ->
          parts
              .ledger()
              .toStaff(
                  entry,
                  StaffLine.StaffReason.RENEWAL_NOT_GRANTED,
                  asked(entry, TaskNote.refused(refusal)),
                  new Mark.RequestRefused(refusal.reason(), refusal.words().text()));
      case Answer.NotSent<Renewal>(var reason, _) -> parts.ledger().notSent(entry, reason);
      case Answer.Unknown<Renewal>(var reason, var anothers) ->
          parts.ledger().unknown(entry, reason, anothers);
    };
  }

  /// The due date before the request left: from the look at the time of asking, or else from the
  /// first look of the entry.
  private static Optional<DueDate> lastKnown(JournalEntry entry, RenewAsked asked) {
    return asked.before().flatMap(ItemLook::due).or(() -> SettledEntry.observedDue(entry));
  }

  private static boolean sameDue(Optional<DueDate> now, Optional<DueDate> before) {
    return now.isPresent() && before.filter(now.get()::sameAs).isPresent();
  }

  /// Whether `now` is later than `before`; false if either is unknown.
  static boolean later(Optional<DueDate> now, Optional<DueDate> before) {
    return now.flatMap(DueDate::at)
        .flatMap(at -> before.flatMap(DueDate::at).map(at::isAfter))
        .orElse(false);
  }

  private static List<TaskNote> asked(JournalEntry entry, TaskNote... more) {
    List<TaskNote> notes = new ArrayList<>();
    notes.add(TaskNote.of(TaskNoteCode.ASKED, TaskNote.moment(entry.at())));
    notes.addAll(List.of(more));
    return notes;
  }
}
