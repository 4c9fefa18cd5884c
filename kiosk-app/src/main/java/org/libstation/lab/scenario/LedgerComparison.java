package org.libstation.lab.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.ItemId;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;

/// Compares, item by item, what a station's journal says was settled with what a library's ledger
/// says was booked. Pure: other classes read both from their files.
public final class LedgerComparison {
  private LedgerComparison() {}

  /// Numbers of one side for an item.
  public record ItemTally(int loans, int returns, int renewals) {
    static final ItemTally NOTHING = new ItemTally(0, 0, 0);

    ItemTally plus(ItemTally other) {
      return new ItemTally(loans + other.loans, returns + other.returns, renewals + other.renewals);
    }

    @Override
    public String toString() {
      return loans + " lent, " + returns + " returned, " + renewals + " renewed";
    }
  }

  /// One item compared.
  ///
  /// @param journal what the journal says was booked
  /// @param perhaps requests without an answer for which a look cannot tell whether they were
  ///   booked for this station or done by others; the ledger may have them or not
  /// @param notes staff lines and open entries, which explain what a person will see
  public record ItemBooks(
      ItemId item, ItemTally journal, ItemTally perhaps, ItemTally ledger, List<String> notes) {
    public ItemBooks {
      notes = List.copyOf(notes);
    }

    public boolean agrees() {
      return between(journal.loans, ledger.loans, perhaps.loans)
          && between(journal.returns, ledger.returns, perhaps.returns)
          && between(journal.renewals, ledger.renewals, perhaps.renewals);
    }

    private static boolean between(int certain, int booked, int perhaps) {
      return certain <= booked && booked <= certain + perhaps;
    }

    @Override
    public String toString() {
      String note = notes.isEmpty() ? "" : " (" + String.join("; ", notes) + ")";
      return agrees()
          ? item + "  agree: " + ledger + note
          : item + "  DIFFER: the journal says " + journal + ", the ledger " + ledger + note;
    }
  }

  /// Compares both sides.
  ///
  /// @param ledger what the library booked for this station, by item
  /// @return one line for each item that either side names, sorted by item
  public static List<ItemBooks> compare(List<JournalEntry> journal, Map<ItemId, ItemTally> ledger) {
    Map<ItemId, ItemTally> ours = new LinkedHashMap<>();
    Map<ItemId, ItemTally> perhaps = new LinkedHashMap<>();
    Map<ItemId, List<String>> notes = new LinkedHashMap<>();
    for (JournalEntry entry : journal) {
      ItemId item = entry.what().item();
      ours.merge(item, settled(entry) ? one(entry) : ItemTally.NOTHING, ItemTally::plus);
      perhaps.merge(item, perhaps(entry) ? one(entry) : ItemTally.NOTHING, ItemTally::plus);
      notes.computeIfAbsent(item, _ -> new ArrayList<>()).addAll(notes(entry));
    }
    TreeSet<ItemId> items = new TreeSet<>(Comparator.comparing(ItemId::value));
    items.addAll(ours.keySet());
    items.addAll(ledger.keySet());
    return items.stream()
        .map(
            item ->
                new ItemBooks(
                    item,
                    ours.getOrDefault(item, ItemTally.NOTHING),
                    perhaps.getOrDefault(item, ItemTally.NOTHING),
                    ledger.getOrDefault(item, ItemTally.NOTHING),
                    notes.getOrDefault(item, List.of())))
        .toList();
  }

  /// Whether the central system must have booked an entry.
  private static boolean settled(JournalEntry entry) {
    return !entry.isLineAlone() && isBooked(entry);
  }

  private static boolean isBooked(JournalEntry entry) {
    return (entry.has(Mark.Accepted.class) && !foundOnNoLoan(entry))
        || closedAs(entry, Mark.EntryClosed.ClosingReason.FOUND_DONE)
        || staffLine(entry, Mark.StaffLine.StaffReason.BOOKED_NOT_TAKEN);
  }

  /// Whether a request may or may not have been booked for this station. An item found returned may
  /// have been returned by our own request or at another counter. A return without a loan ended
  /// none, unless the item was lent meanwhile. Entries still in doubt, or passed from there to
  /// staff, are open.
  private static boolean perhaps(JournalEntry entry) {
    if (settled(entry) || !entry.has(Mark.Sending.class) || entry.has(Mark.RequestRefused.class)) {
      return false;
    }
    return foundOnNoLoan(entry)
        || !entry.has(Mark.EntryClosed.class)
        || closedAs(entry, Mark.EntryClosed.ClosingReason.FOUND_RETURNED)
        || closedAs(entry, Mark.EntryClosed.ClosingReason.BY_STAFF);
  }

  /// Whether it is a return that was reported although the look before said *not on loan*. A ledger
  /// books the end of a loan only if there was one.
  private static boolean foundOnNoLoan(JournalEntry entry) {
    return entry.what() instanceof CirculationEvent.ItemReturned
        && entry.marks().stream()
            .map(JournalEntry.Noted::mark)
            .takeWhile(mark -> !(mark instanceof Mark.Accepted))
            .filter(Mark.Observed.class::isInstance)
            .reduce((_, later) -> later)
            .filter(mark -> !((Mark.Observed) mark).status().onLoan())
            .isPresent();
  }

  private static ItemTally one(JournalEntry entry) {
    return switch (entry.what()) {
      case CirculationEvent.LoanAsked _, CirculationEvent.LoanGiven _ -> new ItemTally(1, 0, 0);
      case CirculationEvent.ItemReturned _ -> new ItemTally(0, 1, 0);
      case CirculationEvent.RenewAsked _ -> new ItemTally(0, 0, 1);
      case CirculationEvent.NoMove _ -> ItemTally.NOTHING;
    };
  }

  private static List<String> notes(JournalEntry entry) {
    List<String> notes = new ArrayList<>();
    for (JournalEntry.Noted noted : entry.marks()) {
      if (noted.mark() instanceof Mark.StaffLine line) {
        notes.add("entry " + entry.number() + " staff: " + words(line.kind()));
      }
    }
    if (!entry.has(Mark.EntryClosed.class) && notes.isEmpty()) {
      notes.add("entry " + entry.number() + " " + words(entry.state()));
    }
    return notes;
  }

  private static boolean closedAs(JournalEntry entry, Mark.EntryClosed.ClosingReason reason) {
    return entry.marks().stream()
        .anyMatch(
            noted -> noted.mark() instanceof Mark.EntryClosed closed && closed.reason() == reason);
  }

  private static boolean staffLine(JournalEntry entry, Mark.StaffLine.StaffReason kind) {
    return entry.marks().stream()
        .anyMatch(noted -> noted.mark() instanceof Mark.StaffLine line && line.kind() == kind);
  }

  private static String words(Enum<?> value) {
    return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
