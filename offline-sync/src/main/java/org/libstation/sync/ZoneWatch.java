package org.libstation.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.libstation.sync.ZoneMemory.ZoneCandidates;

/// Tells a central system's clock in another zone from one of the two clocks that is wrong.
///
/// No difference is taken for a zone's by itself. It must be, at that moment, the one between the
/// configured zone and another of the tz database, and it must have been seen on two days or been
/// confirmed by a technician; until then it is [ClockVerdict.ZoneUnproven]. Everything else is
/// skew.
///
/// What is remembered are the zones that explain all that was seen: a change of summer time, here
/// or there, alters the difference, and the same zone explains both. A difference that none of them
/// explains ends it, and is judged anew.
public final class ZoneWatch {
  /// How far from the difference of two zones it may be: a drift and the time of an answer.
  static final Duration TOLERANCE = Duration.ofSeconds(30);

  /// How far once it is believed; it drifts on without becoming hours of skew.
  static final Duration DRIFT = Duration.ofMinutes(5);

  /// Apart from being on two days, so that no midnight makes two of one evening.
  static final Duration APART = Duration.ofHours(6);

  private final ZoneId configured;
  private final ZoneMemory memory;

  /// @param seen what is to be remembered from now on; empty: nothing
  private record ZoneJudgement(ClockVerdict verdict, Optional<ZoneCandidates> seen) {}

  /// @param configured the zone that the site says the central system's clock stands in
  public ZoneWatch(ZoneId configured, ZoneMemory memory) {
    this.configured = configured;
    this.memory = memory;
  }

  /// Judges what a 98 said, and remembers it.
  ///
  /// @param ours what the station's clock said then, not put right
  /// @param difference their clock minus ours
  public ClockVerdict saw(Instant ours, Duration difference) {
    Optional<ZoneCandidates> before = memory.seen();
    ZoneJudgement judged = judged(ours, difference, before);
    boolean goesOn =
        before
            .flatMap(was -> judged.seen().flatMap(is -> common(was.zones(), is.zones())))
            .isPresent();
    if (!goesOn && (before.isPresent() || memory.confirmed().isPresent())) {
      memory.forget();
    }
    judged.seen().filter(is -> !before.equals(Optional.of(is))).ifPresent(memory::keep);
    return judged.verdict();
  }

  /// The same without remembering it.
  public ClockVerdict judge(Instant ours, Duration difference) {
    return judged(ours, difference, memory.seen()).verdict();
  }

  /// Whether such a difference was seen before this run and is not proven yet.
  public boolean unproven() {
    return memory.seen().filter(seen -> !proven(seen)).isPresent();
  }

  /// Whether what was seen is believed: on two days, or by a technician's word.
  public boolean proven(ZoneCandidates seen) {
    return seen.again().isPresent()
        || memory
            .confirmed()
            .filter(said -> seen.zones().contains(said.zone().getId()))
            .isPresent();
  }

  private ZoneJudgement judged(Instant ours, Duration difference, Optional<ZoneCandidates> before) {
    if (before.isPresent()) {
      ZoneCandidates seen = before.get();
      Duration within = proven(seen) ? DRIFT : TOLERANCE;
      SortedSet<String> explain = explaining(configured, ours, difference, within);
      Optional<SortedSet<String>> same = common(seen.zones(), explain);
      if (same.isPresent()) {
        return goesOn(seen, same.get(), ours, difference);
      }
    }
    if (difference.abs().compareTo(TOLERANCE) <= 0) {
      return new ZoneJudgement(new ClockVerdict.Skew(difference), Optional.empty());
    }
    SortedSet<String> zones = explaining(configured, ours, difference, TOLERANCE);
    if (zones.isEmpty()) {
      return new ZoneJudgement(new ClockVerdict.Skew(difference), Optional.empty());
    }
    ZoneCandidates fresh = new ZoneCandidates(zones, theirs(ours, difference), Optional.empty());
    return told(fresh, ours, difference);
  }

  private ZoneJudgement goesOn(
      ZoneCandidates seen, SortedSet<String> zones, Instant ours, Duration difference) {
    if (part(zones.getFirst(), ours).isZero()) {
      // The other half of the year: both zones have the same time now.
      return new ZoneJudgement(
          new ClockVerdict.Skew(difference),
          Optional.of(new ZoneCandidates(zones, seen.first(), seen.again())));
    }
    LocalDateTime now = theirs(ours, difference);
    boolean anotherDay =
        now.toLocalDate().isAfter(seen.first().toLocalDate())
            && !now.isBefore(seen.first().plus(APART));
    Optional<LocalDateTime> again = seen.again().or(() -> Optional.of(now).filter(_ -> anotherDay));
    return told(new ZoneCandidates(zones, seen.first(), again), ours, difference);
  }

  private ZoneJudgement told(ZoneCandidates seen, Instant ours, Duration difference) {
    Duration rest = difference.minus(part(seen.zones().getFirst(), ours));
    ClockVerdict verdict =
        proven(seen)
            ? new ClockVerdict.AnotherZone(rest, seen.zones())
            : new ClockVerdict.ZoneUnproven(seen.zones());
    return new ZoneJudgement(verdict, Optional.of(seen));
  }

  private Duration part(String zone, Instant at) {
    return between(configured, ZoneId.of(zone), at);
  }

  private LocalDateTime theirs(Instant ours, Duration difference) {
    return LocalDateTime.ofInstant(ours.plus(difference), configured);
  }

  private static Optional<SortedSet<String>> common(
      SortedSet<String> some, SortedSet<String> others) {
    SortedSet<String> both = new TreeSet<>(some);
    both.retainAll(others);
    return both.isEmpty() ? Optional.empty() : Optional.of(both);
  }

  private static Duration between(ZoneId configured, ZoneId other, Instant at) {
    int theirs = other.getRules().getOffset(at).getTotalSeconds();
    return Duration.ofSeconds(theirs - configured.getRules().getOffset(at).getTotalSeconds());
  }

  /// The zones of the tz database whose difference from the configured one is, at this moment, the
  /// one seen; the configured one and its like where there is none.
  ///
  /// @param ours what the station's clock says, not put right
  /// @param difference their clock minus ours
  public static SortedSet<String> explaining(ZoneId configured, Instant ours, Duration difference) {
    return Collections.unmodifiableSortedSet(explaining(configured, ours, difference, TOLERANCE));
  }

  private static SortedSet<String> explaining(
      ZoneId configured, Instant ours, Duration difference, Duration within) {
    SortedSet<String> zones = new TreeSet<>();
    for (String zone : ZoneRulesProvider.getAvailableZoneIds()) {
      Duration part = between(configured, ZoneId.of(zone), ours);
      if (difference.minus(part).abs().compareTo(within) <= 0) {
        zones.add(zone);
      }
    }
    return zones;
  }
}
