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

/// The journals of several stations in one true order, for a site that lost its link for days: who
/// lent what first, and which loan of one station a return at another ended.
///
/// Within a run of a machine time is counted by its monotonic clock from the moment at which the
/// difference to the central system's clock was last measured, so that neither a clock that was
/// wrong nor one that jumped changes the order. A station's own entries stay in the order of their
/// numbers whatever its clock says.
public final class MergedJournals {

  /// One station's journal.
  ///
  /// @param name of the station, for people
  /// @param entries by number
  public record StationJournal(String name, List<JournalEntry> entries) {
    public StationJournal {
      entries = List.copyOf(entries);
    }
  }

  /// One entry in its place.
  ///
  /// @param at when it happened, put right
  /// @param certain whether that moment is known; else it is no earlier than what went before it at
  ///   its station
  public record MergedEntry(String station, JournalEntry entry, Instant at, boolean certain) {}

  /// What only the journals together show.
  public enum MergedFinding {
    /// Lent at one station while out from another: the second loan is true only if the book came
    /// back unseen.
    LENT_TWICE,
    /// A return ended the loan of another station: the loan is to be settled first.
    RETURNED_ELSEWHERE,
    /// Two moves of one item at two stations, and a clock in doubt: their order is not known.
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

  /// Puts them into one order.
  public static MergedJournals of(List<StationJournal> stations) {
    List<MergedEntry> all = new ArrayList<>();
    stations.forEach(station -> all.addAll(placed(station)));
    // Stable, and never falling within a station: its own order stays.
    all.sort(Comparator.comparing(MergedEntry::at));
    return new MergedJournals(all, findings(all));
  }

  /// Everything, the oldest first.
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

  /// A moment of a run of a machine whose true time is known best.
  private record Anchor(EventTime time) {
    Instant at(EventTime other) {
      Duration since = other.monotonic().minus(time.monotonic());
      return time.corrected().toInstant().plus(since);
    }

    /// With a measured difference even a clock in doubt is put right.
    boolean sound() {
      return time.skew().isPresent() || !time.doubtful();
    }

    /// The newest measured one is the best; without any, the newest that was not in doubt.
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

  /// A loan that was given or accepted and taken away, and a return.
  private static boolean moves(JournalEntry entry) {
    return switch (entry.what()) {
      case CirculationEvent.LoanGiven _, CirculationEvent.ItemReturned _ -> true;
      case CirculationEvent.LoanAsked _ ->
          entry.has(Mark.Accepted.class) && entry.has(Mark.Released.class);
      case CirculationEvent.NoMove _ -> false;
    };
  }
}
