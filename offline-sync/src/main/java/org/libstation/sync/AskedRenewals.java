package org.libstation.sync;

import java.util.Optional;
import org.libstation.central.CentralSystem.Renewal;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CirculationEvent.RenewAsked;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.PatronId;
import org.libstation.journal.Act;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.EntryClosed;
import org.libstation.journal.Mark.StaffLine;
import org.libstation.sync.CentralHabits.Habit;

/// Renewals that were asked for and not answered. Look first; sent once, and only if nothing of it
/// ever left; a later due date than last known: found done; refused or in doubt: staff, with the
/// time of asking.
record AskedRenewals(SettlingParts parts) {

  Progress work(JournalEntry entry, RenewAsked asked) {
    return switch (entry.state()) {
      case ACCEPTED -> parts.ledger().close(entry, EntryClosed.ClosingReason.SETTLED);
      case REFUSED ->
          parts.ledger().toStaff(entry, StaffLine.StaffReason.RENEWAL_NOT_GRANTED, time(entry));
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
                  time(entry) + "; " + refusal.told());
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
            stayed ? time(entry) + "; the due date has not moved" : time(entry),
            Ledger.seen(look, Optional.empty()));
  }

  /// This journal did not send it; another copy of it may have. The look at the time of asking
  /// decides, where every renewal moves the due date.
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
                time(entry) + "; not sent: the station was off, or its disk is an older copy",
                Ledger.seen(look, Optional.empty()));
  }

  private Progress sendIfOnLoan(JournalEntry entry, RenewAsked asked, ItemLook look) {
    return look.status().onShelf()
        ? parts
            .ledger()
            .toStaff(
                entry,
                StaffLine.StaffReason.RENEWAL_NOT_GRANTED,
                time(entry) + "; it was not on loan any more")
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
              time(entry) + "; the card number is no longer kept");
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
                  time(entry) + "; " + refusal.told(),
                  new Mark.RequestRefused(refusal.reason(), refusal.words().text()));
      case Answer.NotSent<Renewal>(var reason, _) -> parts.ledger().notSent(entry, reason);
      case Answer.Unknown<Renewal>(var reason, var anothers) ->
          parts.ledger().unknown(entry, reason, anothers);
    };
  }

  /// The due date before the request left: of the look at the time of asking, or of the last one
  /// before sending.
  private static Optional<DueDate> lastKnown(JournalEntry entry, RenewAsked asked) {
    return asked.before().flatMap(ItemLook::due).or(() -> SettledEntry.observedDue(entry));
  }

  private static boolean sameDue(Optional<DueDate> now, Optional<DueDate> before) {
    return now.isPresent() && before.filter(now.get()::sameAs).isPresent();
  }

  static boolean later(Optional<DueDate> now, Optional<DueDate> before) {
    return now.flatMap(DueDate::at)
        .flatMap(at -> before.flatMap(DueDate::at).map(at::isAfter))
        .orElse(false);
  }

  private static String time(JournalEntry entry) {
    return "asked " + Ledger.moment(entry.at());
  }
}
