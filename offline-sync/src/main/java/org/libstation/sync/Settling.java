package org.libstation.sync;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.libstation.central.CentralSystem;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ReturnOutcome;
import org.libstation.circulation.StationClock;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.journal.EntryState;
import org.libstation.journal.Journal;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.payment.PaymentTerminal;

/// Does one unit of work on one entry. The caller owns its lane: the outbox, at its own pace, or
/// the desk, when a patron holds the item.
public final class Settling {
  private final SettlingParts parts;
  private final LongRest rest;
  private final AskedLoans askedLoans;
  private final GivenLoans givenLoans;
  private final Returns returns;
  private final AskedRenewals askedRenewals;
  private final AskedHolds askedHolds;
  private final Payments payments;

  /// For a station that does not check how long it stood still before the start.
  ///
  /// @param central the gated one ([Link#gated()])
  /// @param terminal the payment terminal, if the site has one
  public Settling(
      Journal journal,
      CentralSystem central,
      StationClock clock,
      SyncSettings settings,
      CentralHabits habits,
      Optional<PaymentTerminal> terminal) {
    this(journal, central, clock, settings, habits, terminal, LongRest.none(clock), new OnPad());
  }

  /// @param central the gated one ([Link#gated()])
  /// @param terminal the payment terminal, if the site has one
  /// @param rest shared by all that settle
  /// @param pad shared by all that settle
  public Settling(
      Journal journal,
      CentralSystem central,
      StationClock clock,
      SyncSettings settings,
      CentralHabits habits,
      Optional<PaymentTerminal> terminal,
      LongRest rest,
      OnPad pad) {
    this.rest = rest;
    this.parts = SettlingParts.of(journal, central, clock, settings, habits);
    this.askedLoans = new AskedLoans(parts);
    this.givenLoans = new GivenLoans(parts);
    this.returns = new Returns(parts, pad);
    this.askedRenewals = new AskedRenewals(parts);
    this.askedHolds = new AskedHolds(parts);
    this.payments = new Payments(parts, terminal);
  }

  SettlingParts parts() {
    return parts;
  }

  /// Does one unit of work. Only the owner of the item's lane ([Lanes]) may call this.
  Progress work(JournalEntry entry, boolean inHand) {
    return work(entry, inHand, _ -> {});
  }

  /// Does one unit of work, as above.
  ///
  /// @param finished takes the outcome of a return that this work finished
  Progress work(JournalEntry entry, boolean inHand, Consumer<ReturnOutcome> finished) {
    if (parts.journal().awaitsWord(entry.number())) {
      return new Progress.Waits(parts.settings().idle());
    }
    return rest.judged(parts, entry)
        .map(now -> workOn(now, inHand, finished))
        .orElseGet(Progress.NoLink::new);
  }

  private Progress workOn(JournalEntry entry, boolean inHand, Consumer<ReturnOutcome> finished) {
    return switch (entry.what()) {
      case CirculationEvent.LoanAsked asked -> askedLoans.work(entry, asked);
      case CirculationEvent.LoanGiven given -> givenLoans.work(entry, given);
      case CirculationEvent.ItemReturned returned -> {
        Returns.ReturnResult result = returns.work(entry, returned, inHand);
        if (result.progress() instanceof Progress.Finished) {
          finished.accept(result.outcome());
        }
        yield result.progress();
      }
      case CirculationEvent.RenewAsked asked -> askedRenewals.work(entry, asked);
      case CirculationEvent.HoldAsked asked -> askedHolds.work(entry, asked);
      case CirculationEvent.PaymentAsked asked -> payments.askedAlone(entry, asked);
      case CirculationEvent.MoneyTaken taken -> payments.work(entry, taken);
      case CirculationEvent.ObjectDropped _ ->
          parts
              .ledger()
              .toStaff(
                  entry,
                  Mark.StaffLine.StaffReason.OBJECT_UNIDENTIFIED,
                  List.of(TaskNote.of(TaskNoteCode.NOBODY_SAID)));
      case CirculationEvent.BinEmptied _ ->
          parts.ledger().close(entry, Mark.EntryClosed.ClosingReason.SETTLED);
      case CirculationEvent.EntriesLost lost ->
          parts
              .ledger()
              .toStaff(
                  entry,
                  Mark.StaffLine.StaffReason.ENTRIES_LOST,
                  List.of(TaskNote.text(lost.journal())));
    };
  }

  Returns.ReturnResult workReturn(
      JournalEntry entry, CirculationEvent.ItemReturned returned, boolean inHand) {
    return rest.judged(parts, entry)
        .map(now -> returns.work(now, returned, inHand))
        .orElseGet(
            () ->
                Returns.ReturnResult.of(
                    new Progress.NoLink(), Returns.recorded(entry, Optional.empty())));
  }

  Payments payments() {
    return payments;
  }

  /// The open entries that hold an item, in order of their numbers; entries with staff hold
  /// nothing.
  List<JournalEntry> holding(ItemId item) {
    return parts.journal().open(item).stream()
        .filter(entry -> entry.state() != EntryState.WITH_STAFF)
        .toList();
  }
}
