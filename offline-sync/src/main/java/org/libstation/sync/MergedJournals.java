package org.libstation.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;

/// Merges the journals of several stations into one true order, for a site that lost its link for
/// days. The order shows who lent an item first, and which loan of one station a return at another
/// ended.
///
/// Within one run of a machine, time is counted by its monotonic clock. It starts from the moment
/// at which the difference from the central system's clock was last measured. So neither a wrong
/// clock nor a jump changes the order. A station's own entries stay in the order of their numbers,
/// whatever its clock says.
public final class MergedJournals {

  /// The journal of one station.
  ///
  /// @param name of the station, for people
  /// @param entries by number
  public record StationJournal(String name, List<JournalEntry> entries) {
    public StationJournal {
      entries = List.copyOf(entries);
    }
  }

  /// One entry in the merged order.
  ///
  /// @param at when it happened, corrected
  /// @param certain whether that time is known; if not, it is no earlier than the entry before it
  ///   at its station
  public record MergedEntry(String station, JournalEntry entry, Instant at, boolean certain) {}

  /// What only the journals together show.
  public enum MergedFinding {
    /// The item was lent at one station while on loan from another. The second loan is correct only
    /// if the item came back unnoticed.
    LENT_TWICE,
    /// A return ended a loan of another station; settle the loan first.
    RETURNED_ELSEWHERE,
    /// One item moved at two stations and a clock is in doubt: the order of the moves is not known.
    ORDER_UNCERTAIN
  }

  /// A finding about two entries of one item at two stations.
  public record EntryPairFinding(
      MergedFinding kind, ItemId item, MergedEntry first, MergedEntry second) {}

  private final List<MergedEntry> lines;
  private final List<EntryPairFinding> findings;

  private MergedJournals(List<MergedEntry> lines, List<EntryPairFinding> findings) {
    this.lines = List.copyOf(lines);
    this.findings = List.copyOf(findings);
  }

  /// Merges the journals into one order.
  public static MergedJournals of(List<StationJournal> stations) {
    List<MergedEntry> all = new ArrayList<>();
    stations.forEach(station -> all.addAll(placed(station)));
    // The sort is stable, and times never decrease within a station, so its own order stays.
    all.sort(Comparator.comparing(MergedEntry::at));
    return new MergedJournals(all, findings(all));
  }

  /// Returns all entries, the oldest first.
  public List<MergedEntry> lines() {
    return lines;
  }

  public List<EntryPairFinding> findings() {
    return findings;
  }

  private static List<MergedEntry> placed(StationJournal station) {
    Map<String, Anchor> anchors = anchors(station.entries());
    List<MergedEntry> lines = new ArrayList<>();
    Instant before = Instant.MIN;
    for (JournalEntry entry : station.entries()) {
      EventTime at = moment(entry);
      Anchor anchor = anchors.get(at.bootId());
      Instant then = anchor == null ? at.corrected().toInstant() : anchor.at(at);
      boolean certain = anchor != null && anchor.sound() && !then.isBefore(before);
      before = then.isBefore(before) ? before : then;
      lines.add(new MergedEntry(station.name(), entry, before, certain));
    }
    return lines;
  }

  private static EventTime moment(JournalEntry entry) {
    return entry.what() instanceof CirculationEvent.ItemReturned returned
        ? returned.handedOver()
        : entry.at();
  }

  /// A time in one run of a machine whose true value is known best.
  private record Anchor(EventTime time) {
    Instant at(EventTime other) {
      Duration since = other.monotonic().minus(time.monotonic());
      return time.corrected().toInstant().plus(since);
    }

    /// Whether the time is known. A measured difference corrects even a clock in doubt.
    boolean sound() {
      return time.skew().isPresent() || !time.doubtful();
    }

    /// Whether this anchor is better: the newest with a measured difference is best; without any,
    /// the newest that was not in doubt.
    boolean isBetterThan(Anchor other) {
      if (time.skew().isPresent() != other.time.skew().isPresent()) {
        return time.skew().isPresent();
      }
      if (time.doubtful() != other.time.doubtful()) {
        return !time.doubtful();
      }
      return time.monotonic().compareTo(other.time.monotonic()) >= 0;
    }
  }

  private static Map<String, Anchor> anchors(List<JournalEntry> entries) {
    Map<String, Anchor> best = new HashMap<>();
    for (JournalEntry entry : entries) {
      better(best, entry.at());
      entry.marks().forEach(noted -> better(best, noted.at()));
    }
    return best;
  }

  private static void better(Map<String, Anchor> best, EventTime time) {
    best.merge(
        time.bootId(),
        new Anchor(time),
        (known, other) -> other.isBetterThan(known) ? other : known);
  }

  private static List<EntryPairFinding> findings(List<MergedEntry> lines) {
    List<EntryPairFinding> findings = new ArrayList<>();
    Map<ItemId, MergedEntry> lastMove = new HashMap<>();
    for (MergedEntry line : lines) {
      if (!moves(line.entry())) {
        continue;
      }
      ItemId item = line.entry().what().item();
      MergedEntry before = lastMove.put(item, line);
      if (before != null && !before.station().equals(line.station())) {
        between(before, line).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static Optional<EntryPairFinding> between(MergedEntry first, MergedEntry second) {
    ItemId item = second.entry().what().item();
    if (!first.certain() || !second.certain()) {
      return Optional.of(new EntryPairFinding(MergedFinding.ORDER_UNCERTAIN, item, first, second));
    }
    if (!isLoan(first.entry())) {
      return Optional.empty();
    }
    return Optional.of(
        new EntryPairFinding(
            isLoan(second.entry()) ? MergedFinding.LENT_TWICE : MergedFinding.RETURNED_ELSEWHERE,
            item,
            first,
            second));
  }

  private static boolean isLoan(JournalEntry entry) {
    return !(entry.what() instanceof CirculationEvent.ItemReturned);
  }

  /// Whether the entry moved its item: a loan by the offline rules, a loan accepted and released,
  /// or a return.
  private static boolean moves(JournalEntry entry) {
    return switch (entry.what()) {
      case CirculationEvent.LoanGiven _, CirculationEvent.ItemReturned _ -> true;
      case CirculationEvent.LoanAsked _ ->
          entry.has(Mark.Accepted.class) && entry.has(Mark.Released.class);
      case CirculationEvent.NoMove _ -> false;
    };
  }
}
