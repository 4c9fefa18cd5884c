package org.libstation.sync;

import java.util.List;
import java.util.Optional;
import org.libstation.central.CentralSystem.Renewal;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CirculationEvent.RenewAsked;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.Pin;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.RenewOutcome;
import org.libstation.journal.Act;
import org.libstation.journal.Journal.NewEntry;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.EntryClosed;
import org.libstation.sync.CentralHabits.Habit;

/// Asks the central system to renew one item; success is not promised.
final class Renewing {
  private final SettlingParts parts;
  private final Settling settling;
  private final DeskSession session;

  Renewing(Settling settling, DeskSession session) {
    this.settling = settling;
    this.parts = settling.parts();
    this.session = session;
  }

  /// Asks to renew one loan. Only the owner of the item's lane ([Lanes]) may call this.
  RenewOutcome renew(ItemId item, PatronId patron, Optional<Pin> pin) {
    Optional<JournalEntry> asked =
        settling.holding(item).stream()
            .filter(entry -> entry.what() instanceof RenewAsked)
            .filter(
                entry -> parts.journal().card(entry.number()).filter(patron::equals).isPresent())
            .findFirst();
    if (session.alone() || !new Drain(settling).emptied(item, Long.MAX_VALUE)) {
      return asked
          .flatMap(entry -> parts.journal().find(entry.number()))
          .filter(entry -> !entry.has(EntryClosed.class))
          .map(entry -> outcome(entry))
          .orElseGet(() -> later(item, patron, Optional.empty()));
    }
    session.forget(item);
    return switch (parts.central().look(item)) {
      case Answer.NotSent<ItemLook> _, Answer.Unknown<ItemLook> _ -> {
        session.goAlone();
        yield later(item, patron, Optional.empty());
      }
      case Answer.Refused<ItemLook>(var refusal) ->
          new RenewOutcome.NotRenewed(item, Optional.empty(), refusal);
      case Answer.Accepted<ItemLook>(var look) -> ask(item, patron, pin, look);
    };
  }

  private RenewOutcome ask(ItemId item, PatronId patron, Optional<Pin> pin, ItemLook look) {
    long number =
        parts
            .journal()
            .append(
                NewEntry.of(
                    new RenewAsked(item, Optional.of(look.withoutTitle())),
                    Optional.of(patron),
                    List.of(Mark.Sending.of(Act.RENEW)),
                    List.of()));
    return switch (parts.central().renew(item, patron, pin)) {
      case Answer.Accepted<Renewal>(var renewal) -> {
        parts
            .journal()
            .mark(number, Mark.Accepted.mayClear(Optional.of(renewal.due()), Act.RENEW.word()));
        parts
            .journal()
            .mark(number, new EntryClosed(EntryClosed.ClosingReason.SETTLED, Ledger.STATION));
        String title = renewal.title().isEmpty() ? look.title() : renewal.title();
        yield renewal.renewed() || AskedRenewals.later(Optional.of(renewal.due()), look.due())
            ? new RenewOutcome.Renewed(item, title, renewal.due())
            : new RenewOutcome.NotRenewed(
                item, Optional.of(title), Refusal.of(Refusal.RefusalReason.OTHER));
      }
      case Answer.Refused<Renewal>(var refusal) -> {
        parts
            .journal()
            .mark(number, new Mark.RequestRefused(refusal.reason(), refusal.words().text()));
        parts
            .journal()
            .mark(number, new EntryClosed(EntryClosed.ClosingReason.REFUSED, Ledger.STATION));
        yield new RenewOutcome.NotRenewed(item, Optional.of(look.title()), refusal);
      }
      case Answer.NotSent<Renewal>(var reason, _) -> {
        parts.journal().mark(number, Mark.NotSent.said(reason));
        session.goAlone();
        yield notSent(number, item);
      }
      case Answer.Unknown<Renewal>(var reason, var anothers) -> {
        parts.journal().find(number).ifPresent(e -> parts.ledger().unknown(e, reason, anothers));
        session.goAlone();
        yield outcome(number, item);
      }
    };
  }

  /// Answers the patron after the request could not be sent. If renewals need the PIN, it cannot be
  /// asked later and is withdrawn.
  private RenewOutcome notSent(long number, ItemId item) {
    if (!parts.habits().has(Habit.PIN_TO_RENEW)) {
      return outcome(number, item);
    }
    parts
        .journal()
        .mark(number, new EntryClosed(EntryClosed.ClosingReason.WITHDRAWN, Ledger.STATION));
    return new RenewOutcome.NotRenewed(
        item, Optional.empty(), Refusal.of(Refusal.RefusalReason.NOT_WHILE_OFFLINE));
  }

  private RenewOutcome later(ItemId item, PatronId patron, Optional<ItemLook> before) {
    if (parts.habits().has(Habit.PIN_TO_RENEW)) {
      return new RenewOutcome.NotRenewed(
          item, Optional.empty(), Refusal.of(Refusal.RefusalReason.NOT_WHILE_OFFLINE));
    }
    long number =
        parts
            .journal()
            .append(
                NewEntry.of(
                    new RenewAsked(item, before), Optional.of(patron), List.of(), List.of()));
    return outcome(number, item);
  }

  private RenewOutcome outcome(long number, ItemId item) {
    return parts
        .journal()
        .find(number)
        .map(Renewing::outcome)
        .orElseGet(() -> new RenewOutcome.Asked(number, item, parts.clock().now().corrected()));
  }

  private static RenewOutcome outcome(JournalEntry entry) {
    return new RenewOutcome.Asked(entry.number(), entry.what().item(), entry.at().corrected());
  }
}
