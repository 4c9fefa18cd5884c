package org.libstation.circulation;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

/// A clock that moves only when told to; the wall may be set apart from the monotonic time, as a
/// real clock may.
public final class ManualStationClock implements StationClock {
  private OffsetDateTime wall;
  private Duration monotonic;
  private String bootId = "boot-1";
  private Optional<Duration> skew = Optional.empty();
  private boolean doubtful;

  public ManualStationClock() {
    this(OffsetDateTime.parse("2026-11-25T09:30:00+08:00"), Duration.ofMinutes(10));
  }

  /// @param monotonic since the machine started
  public ManualStationClock(OffsetDateTime wall, Duration monotonic) {
    this.wall = wall;
    this.monotonic = monotonic;
  }

  @Override
  public synchronized EventTime now() {
    return new EventTime(wall, bootId, monotonic, skew, doubtful);
  }

  @Override
  public synchronized Duration monotonic() {
    return monotonic;
  }

  public synchronized void advance(Duration time) {
    wall = wall.plus(time);
    monotonic = monotonic.plus(time);
  }

  /// Sets the wall clock alone.
  public synchronized void setWall(OffsetDateTime now) {
    wall = now;
  }

  public synchronized void setSkew(Duration measured) {
    skew = Optional.of(measured);
  }

  public synchronized void setDoubtful(boolean value) {
    doubtful = value;
  }

  /// The machine started again.
  public synchronized void reboot(String newBootId) {
    bootId = newBootId;
    monotonic = Duration.ZERO;
  }
}
