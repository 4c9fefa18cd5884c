package org.libstation.sync;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.libstation.circulation.CirculationEvent;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;

/// What was done at a station and what became of it: each entry counted once, by what happened and
/// by how it ended, so that the sums close both ways.
public final class Tally {

  /// What happened here.
  public enum EventKind {
    /// The central system was asked to lend.
    LOAN_ASKED,
    /// The station lent by its own rules.
    LOAN_GIVEN,
    ITEM_RETURNED,
    RENEW_ASKED,
    HOLD_ASKED,
    /// The payment terminal was asked.
    PAYMENT_ASKED,
    MONEY_TAKEN,
    OBJECT_DROPPED,
    BIN_EMPTIED,
    /// A damaged journal was salvaged, and not all of it could be read.
    ENTRIES_LOST,
    /// Nothing more: a line for staff about what another entry stands for.
    STAFF_LINE;

    static EventKind of(JournalEntry entry) {
      return entry.isLineAlone() ? STAFF_LINE : of(entry.what());
    }

    /// What happened, whatever the entry was written for.
    public static EventKind of(CirculationEvent what) {
      return switch (what) {
        case CirculationEvent.LoanAsked _ -> LOAN_ASKED;
        case CirculationEvent.LoanGiven _ -> LOAN_GIVEN;
        case CirculationEvent.ItemReturned _ -> ITEM_RETURNED;
        case CirculationEvent.RenewAsked _ -> RENEW_ASKED;
        case CirculationEvent.HoldAsked _ -> HOLD_ASKED;
        case CirculationEvent.PaymentAsked _ -> PAYMENT_ASKED;
        case CirculationEvent.MoneyTaken _ -> MONEY_TAKEN;
        case CirculationEvent.ObjectDropped _ -> OBJECT_DROPPED;
        case CirculationEvent.BinEmptied _ -> BIN_EMPTIED;
        case CirculationEvent.EntriesLost _ -> ENTRIES_LOST;
      };
    }
  }

  /// What became of it.
  public enum Fate {
    /// The central system accepted it.
    SETTLED,
    /// A look showed that it was done, or that the item was back, already.
    FOUND_DONE,
    /// An ask that came to nothing: not done, replaced or withdrawn.
    ABANDONED,
    /// An ask that was refused.
    REFUSED,
    /// A named person put it right.
    PUT_RIGHT,
    /// A person must put it right.
    WITH_STAFF,
    /// It may have left and was not answered.
    UNKNOWN,
    /// Waits for its turn, or for the link.
    OPEN;

    static Fate of(JournalEntry entry) {
      return switch (entry.state()) {
        case WRITTEN, WAITING, ACCEPTED, REFUSED -> OPEN;
        case IN_DOUBT -> UNKNOWN;
        case WITH_STAFF -> WITH_STAFF;
        case CLOSED -> closed(entry);
      };
    }

    private static Fate closed(JournalEntry entry) {
      return entry.marks().stream()
          .map(JournalEntry.Noted::mark)
          .filter(Mark.EntryClosed.class::isInstance)
          .map(mark -> of(((Mark.EntryClosed) mark).reason()))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("closed without a mark that says so"));
    }

    private static Fate of(Mark.EntryClosed.ClosingReason reason) {
      return switch (reason) {
        case SETTLED -> SETTLED;
        case FOUND_DONE, FOUND_RETURNED -> FOUND_DONE;
        case ABANDONED, WITHDRAWN -> ABANDONED;
        case REFUSED -> REFUSED;
        case BY_STAFF -> PUT_RIGHT;
      };
    }
  }

  private final Map<EventKind, Map<Fate, Integer>> counts = new EnumMap<>(EventKind.class);
  private int entries;

  /// @param entries each once
  public static Tally of(List<JournalEntry> entries) {
    Tally tally = new Tally();
    entries.forEach(tally::add);
    return tally;
  }

  public void add(JournalEntry entry) {
    entries++;
    counts
        .computeIfAbsent(EventKind.of(entry), _ -> new EnumMap<>(Fate.class))
        .merge(Fate.of(entry), 1, Integer::sum);
  }

  /// All that were added, whatever they are.
  public int entries() {
    return entries;
  }

  public int count(EventKind deed, Fate fate) {
    return counts.getOrDefault(deed, Map.of()).getOrDefault(fate, 0);
  }

  /// How many of this deed were done here.
  public int done(EventKind deed) {
    return Arrays.stream(Fate.values()).mapToInt(fate -> count(deed, fate)).sum();
  }

  /// How many ended so, whatever they are.
  public int count(Fate fate) {
    return Arrays.stream(EventKind.values()).mapToInt(deed -> count(deed, fate)).sum();
  }

  /// Whether what was done here is what became of it, summed either way.
  public boolean closes() {
    int byDeed = Arrays.stream(EventKind.values()).mapToInt(this::done).sum();
    int byFate = Arrays.stream(Fate.values()).mapToInt(this::count).sum();
    return byDeed == entries && byFate == entries;
  }
}
