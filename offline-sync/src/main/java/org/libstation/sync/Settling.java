package org.libstation.sync;

import java.util.List;
import java.util.Optional;
import org.libstation.central.CentralSystem;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.StationClock;
import org.libstation.journal.EntryState;
import org.libstation.journal.Journal;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.payment.PaymentTerminal;

/// One unit of work on one entry, whoever owns its lane: the outbox in its own time, or the desk
/// when a patron holds the item.
public final class Settling {
  private final SettlingParts parts;
  private final LongRest rest;
  private final AskedLoans askedLoans;
  private final GivenLoans givenLoans;
  private final Returns returns;
  private final AskedRenewals askedRenewals;
  private final AskedHolds askedHolds;
  private final Payments payments;

  /// As a station whose rest before the start nobody asks about.
  ///
  /// @param central the gated one ([Link#gated()])
  /// @param terminal what takes money, where the site has one
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
  /// @param terminal what takes money, where the site has one
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

  /// Only the owner of the item's lane may call this.
  ///
  /// @param inHand somebody holds the item before the station
  Progress work(JournalEntry entry, boolean inHand) {
    if (parts.journal().awaitsWord(entry.number())) {
      return new Progress.Waits(parts.settings().idle());
    }
    return rest.judged(parts, entry)
        .map(now -> workOn(now, inHand))
        .orElseGet(Progress.NoLink::new);
  }

  private Progress workOn(JournalEntry entry, boolean inHand) {
    return switch (entry.what()) {
      case CirculationEvent.LoanAsked asked -> askedLoans.work(entry, asked);
      case CirculationEvent.LoanGiven given -> givenLoans.work(entry, given);
      case CirculationEvent.ItemReturned returned ->
          returns.work(entry, returned, inHand).progress();
      case CirculationEvent.RenewAsked asked -> askedRenewals.work(entry, asked);
      case CirculationEvent.HoldAsked asked -> askedHolds.work(entry, asked);
      case CirculationEvent.PaymentAsked asked -> payments.askedAlone(entry, asked);
      case CirculationEvent.MoneyTaken taken -> payments.work(entry, taken);
      case CirculationEvent.ObjectDropped _ ->
          parts
              .ledger()
              .toStaff(
                  entry, Mark.StaffLine.StaffReason.OBJECT_UNIDENTIFIED, "nobody said what it is");
      case CirculationEvent.BinEmptied _ ->
          parts.ledger().close(entry, Mark.EntryClosed.ClosingReason.SETTLED);
      case CirculationEvent.EntriesLost lost ->
          parts.ledger().toStaff(entry, Mark.StaffLine.StaffReason.ENTRIES_LOST, lost.journal());
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

  /// Open entries of an item that hold it, by number.
  List<JournalEntry> holding(ItemId item) {
    return parts.journal().open(item).stream()
        .filter(entry -> entry.state() != EntryState.WITH_STAFF)
        .toList();
  }
}
