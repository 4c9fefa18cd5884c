package org.libstation.sync;

import java.util.List;
import java.util.Optional;
import org.libstation.central.CentralSystem.HoldPlaced;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CirculationEvent.HoldAsked;
import org.libstation.circulation.HoldLine;
import org.libstation.circulation.HoldOutcome;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.Pin;
import org.libstation.circulation.Refusal;
import org.libstation.journal.Act;
import org.libstation.journal.Journal.NewEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.EntryClosed;

/// Places and cancels holds at the desk. A hold request that was not answered stays in the journal
/// until a look shows what became of it.
record Holding(SettlingParts parts, DeskSession session) {

  /// Places a hold. Only the owner of the item's lane ([Lanes]) may call this.
  HoldOutcome place(ItemId item, PatronId patron, Optional<Pin> pin) {
    if (session.alone()) {
      return new HoldOutcome.NotPlaced(Refusal.of(Refusal.RefusalReason.NOT_WHILE_OFFLINE));
    }
    long number =
        parts
            .journal()
            .append(
                NewEntry.of(
                    new HoldAsked(item),
                    Optional.of(patron),
                    List.of(Mark.Sending.of(Act.HOLD)),
                    List.of()));
    return switch (parts.central().placeHold(item, patron, pin)) {
      case Answer.Accepted<HoldPlaced>(var placed) -> {
        end(
            number,
            Mark.Accepted.mayClear(Optional.empty(), Act.HOLD.word()),
            EntryClosed.ClosingReason.SETTLED);
        session.forget(item);
        yield new HoldOutcome.Placed(
            item, placed.title(), placed.available(), placed.queue(), placed.pickUpAt());
      }
      case Answer.Refused<HoldPlaced>(var refusal) -> {
        end(
            number,
            new Mark.RequestRefused(refusal.reason(), refusal.words().text()),
            EntryClosed.ClosingReason.REFUSED);
        yield new HoldOutcome.NotPlaced(refusal);
      }
      case Answer.NotSent<HoldPlaced>(var reason, _) -> {
        end(number, Mark.NotSent.said(reason), EntryClosed.ClosingReason.WITHDRAWN);
        session.goAlone();
        yield new HoldOutcome.NotPlaced(Refusal.of(Refusal.RefusalReason.NOT_WHILE_OFFLINE));
      }
      case Answer.Unknown<HoldPlaced>(var reason, var anothers) -> {
        parts.journal().find(number).ifPresent(e -> parts.ledger().unknown(e, reason, anothers));
        session.goAlone();
        yield new HoldOutcome.HoldNotKnown();
      }
    };
  }

  private void end(long number, Mark answer, EntryClosed.ClosingReason reason) {
    parts.journal().mark(number, List.of(answer, new EntryClosed(reason, Ledger.STATION)));
  }

  /// Cancels a hold. It needs no journal entry: nothing changes at the station, and the list of
  /// holds shows the result.
  HoldOutcome cancel(HoldLine hold, PatronId patron, Optional<Pin> pin) {
    if (session.alone()) {
      return new HoldOutcome.NotPlaced(Refusal.of(Refusal.RefusalReason.NOT_WHILE_OFFLINE));
    }
    return switch (parts.central().cancelHold(hold, patron, pin)) {
      case Answer.Accepted<HoldPlaced> _ -> new HoldOutcome.GivenUp();
      case Answer.Refused<HoldPlaced>(var refusal)
          when refusal.reason() == Refusal.RefusalReason.NO_SUCH_HOLD ->
          new HoldOutcome.GivenUp();
      case Answer.Refused<HoldPlaced>(var refusal) -> new HoldOutcome.NotPlaced(refusal);
      case Answer.NotSent<HoldPlaced> _ -> {
        session.goAlone();
        yield new HoldOutcome.NotPlaced(Refusal.of(Refusal.RefusalReason.NOT_WHILE_OFFLINE));
      }
      case Answer.Unknown<HoldPlaced> _ -> {
        session.goAlone();
        yield new HoldOutcome.HoldNotKnown();
      }
    };
  }
}
