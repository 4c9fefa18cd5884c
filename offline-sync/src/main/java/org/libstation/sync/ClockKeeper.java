package org.libstation.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import org.libstation.central.CentralSystem.Status;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.StationClock;

/// Keeps the station's clock. Within a run of the machine it goes on evenly by monotonic time, so a
/// wall clock that is set or jumps changes nothing that is written; small corrections of the wall
/// are followed. What 98 said of the central system's time is kept as skew.
///
/// Doubtful is what was written while the wall had jumped, or stood before the newest entry of an
/// earlier run, and no 98 had yet been read in this run; and what was written while the difference
/// from the central system's clock may be that of another zone, which is not proven ([ZoneWatch]).
/// A skew measured later in the same run repairs that too ([HandedIn]).
public final class ClockKeeper implements StationClock {
  private final InstantSource wall;
  private final Supplier<Duration> monotonic;
  private final String bootId;
  private final ZoneId zone;
  private final Duration tolerance;
  private Instant anchor;
  private Duration anchoredAt;
  private boolean suspicious;
  private final ZoneWatch zones;
  private boolean zoneUnproven;
  private Optional<Duration> skew = Optional.empty();

  /// @param monotonic time since the machine started, the same over restarts of the program
  /// @param bootId which run of the machine this is (Linux: /proc/sys/kernel/random/boot_id)
  /// @param newest the time of the newest entry in the journal, where it is known already
  /// @param tolerance how far wall and monotonic time may part before the wall counts as jumped
  /// @param memory what was seen of the central system's zone
  public ClockKeeper(
      InstantSource wall,
      Supplier<Duration> monotonic,
      String bootId,
      ZoneId zone,
      Optional<Instant> newest,
      Duration tolerance,
      ZoneMemory memory) {
    this.wall = wall;
    this.monotonic = monotonic;
    this.bootId = bootId;
    this.zone = zone;
    this.tolerance = tolerance;
    this.zones = new ZoneWatch(zone, memory);
    this.zoneUnproven = zones.unproven();
    this.anchor = wall.instant();
    this.anchoredAt = monotonic.get();
    this.suspicious = newest.filter(then -> anchor.isBefore(then.minus(tolerance))).isPresent();
  }

  @Override
  public synchronized EventTime now() {
    Duration at = monotonic.get();
    OffsetDateTime time = even(at).atZone(zone).toOffsetDateTime();
    return new EventTime(time, bootId, at, skew, doubtful());
  }

  @Override
  public Duration monotonic() {
    return monotonic.get();
  }

  private boolean doubtful() {
    return zoneUnproven || (suspicious && skew.isEmpty());
  }

  /// What a probe said of the central system's time.
  public synchronized void measured(Status status) {
    if (status.difference().isEmpty()) {
      return;
    }
    ClockVerdict verdict = zones.saw(even(monotonic.get()), status.difference().get());
    zoneUnproven = verdict instanceof ClockVerdict.ZoneUnproven;
    skew =
        switch (verdict) {
          case ClockVerdict.Skew(Duration by) -> Optional.of(by);
          case ClockVerdict.AnotherZone(Duration rest, _) -> Optional.of(rest);
          // What was measured before may be as wrong as the clock.
          case ClockVerdict.ZoneUnproven _ -> Optional.empty();
        };
  }

  private Instant even(Duration at) {
    Instant expected = anchor.plus(at.minus(anchoredAt));
    Instant told = wall.instant();
    if (Duration.between(expected, told).abs().compareTo(tolerance) > 0) {
      suspicious = true;
      return expected;
    }
    anchor = told;
    anchoredAt = at;
    return told;
  }
}
