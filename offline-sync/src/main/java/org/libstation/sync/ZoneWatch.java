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

/// Distinguishes a central system's clock in another time zone from a clock that is wrong.
///
/// A difference counts as a zone's only if it equals, at that moment, the difference between the
/// configured zone and another of the tz database. It must also have been seen on two days or been
/// confirmed by a technician; until then it is [ClockVerdict.ZoneUnproven]. Any other difference is
/// skew.
///
/// The watch remembers the zones that explain everything seen so far. A change of summer time in
/// either zone changes the difference, but the same zone explains both values. If none of the zones
/// explains a new difference, the watch starts afresh.
public final class ZoneWatch {
  /// How far a difference may deviate from that of two zones. It allows for drift and the time of
  /// an answer.
  static final Duration TOLERANCE = Duration.ofSeconds(30);

  /// How far a proven zone's difference may deviate: the clock may drift on without the zone's
  /// hours becoming skew.
  static final Duration DRIFT = Duration.ofMinutes(5);

  /// Least time between two sightings, besides being on two days, so that midnight does not split
  /// one evening into two days.
  static final Duration APART = Duration.ofHours(6);

  private final ZoneId configured;
  private final ZoneMemory memory;

  /// @param seen what to remember from now on; empty: nothing
  private record ZoneJudgement(ClockVerdict verdict, Optional<ZoneCandidates> seen) {}

  /// @param configured the zone in which the central system's clock stands according to the site's
  ///   settings
  public ZoneWatch(ZoneId configured, ZoneMemory memory) {
    this.configured = configured;
    this.memory = memory;
  }

  /// Judges the time in a message 98, and remembers it.
  ///
  /// @param ours the station's clock at that moment, uncorrected
  /// @param difference the central system's clock minus the station's
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

  /// Judges a difference without remembering it.
  public ClockVerdict judge(Instant ours, Duration difference) {
    return judged(ours, difference, memory.seen()).verdict();
  }

  /// Whether the remembered difference may be that of a zone but is not proven yet.
  public boolean unproven() {
    return memory.seen().filter(seen -> !proven(seen)).isPresent();
  }

  /// Whether the zone is proven: seen on two days, or confirmed by a technician.
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
      // In the other half of the year both zones have the same time.
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

  /// Returns the zones of the tz database whose present difference from the configured zone is the
  /// one seen. If there is no difference, these are the configured zone and those with the same
  /// time.
  ///
  /// @param ours the station's clock, uncorrected
  /// @param difference the central system's clock minus the station's
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
