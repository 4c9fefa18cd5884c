package org.libstation.sync;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.libstation.journal.EventKind;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;

/// Counts what was done at a station and what became of it. Each entry is counted once, by event
/// kind and by how it ended, so both sums agree.
public final class Tally {

  /// The state of an entry, as it is counted.
  public enum Fate {
    /// The central system accepted it.
    SETTLED,
    /// A look showed that it was done already, or that the item was back already.
    FOUND_DONE,
    /// A request that was not carried out, or was replaced or withdrawn.
    ABANDONED,
    /// A request that was refused.
    REFUSED,
    /// A named person has settled it.
    PUT_RIGHT,
    /// A person must settle it.
    WITH_STAFF,
    /// The request may have left and was not answered.
    UNKNOWN,
    /// Waits for its turn or for the link.
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

  /// @param entries each entry once
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

  /// Returns how many entries were added, of any kind.
  public int entries() {
    return entries;
  }

  public int count(EventKind deed, Fate fate) {
    return counts.getOrDefault(deed, Map.of()).getOrDefault(fate, 0);
  }

  /// Returns how many entries of this kind there are.
  public int done(EventKind deed) {
    return Arrays.stream(Fate.values()).mapToInt(fate -> count(deed, fate)).sum();
  }

  /// Returns how many entries of any kind ended this way.
  public int count(Fate fate) {
    return Arrays.stream(EventKind.values()).mapToInt(deed -> count(deed, fate)).sum();
  }

  /// Whether the sum over all kinds, the sum over all ends and the number of entries agree.
  public boolean closes() {
    int byDeed = Arrays.stream(EventKind.values()).mapToInt(this::done).sum();
    int byFate = Arrays.stream(Fate.values()).mapToInt(this::count).sum();
    return byDeed == entries && byFate == entries;
  }
}
