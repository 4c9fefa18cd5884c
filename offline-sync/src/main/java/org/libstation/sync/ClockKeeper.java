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

/// The station's clock. Within one run of the machine it runs evenly by monotonic time; a wall
/// clock that is set or jumps changes no recorded time. It follows small corrections of the wall
/// clock. The difference from the central system's clock, read from message 98, is kept as skew.
///
/// A time is doubtful in two cases:
///
/// * The wall clock jumped, or stood before the newest entry of an earlier run, and no 98 has been
///   read in this run yet.
/// * The difference from the central system's clock may be that of another zone, which is not
///   proven ([ZoneWatch]).
///
/// A skew measured later in the same run repairs these times too ([HandedIn]).
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

  /// @param monotonic time since the machine started, the same across restarts of the program
  /// @param bootId which run of the machine this is (Linux: /proc/sys/kernel/random/boot_id)
  /// @param newest time of the newest entry in the journal, if already known
  /// @param tolerance how far wall and monotonic time may diverge before the wall clock counts as
  ///   jumped
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

  /// Takes in what a probe said of the central system's time.
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
          // An earlier measurement may be as wrong as the clock.
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
