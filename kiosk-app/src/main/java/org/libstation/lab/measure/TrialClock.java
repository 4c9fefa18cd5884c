package org.libstation.lab.measure;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.StationClock;

/// The clock of a station and its library while they are measured: the machine's clock, or behind
/// it, so that events of hours ago can be written first.
final class TrialClock implements StationClock, InstantSource {
  private final ZoneId zone;
  private volatile Duration behind;

  TrialClock(ZoneId zone, Duration behind) {
    this.zone = zone;
    this.behind = behind;
  }

  /// Moves to the machine's own time at once.
  void catchUp() {
    behind = Duration.ZERO;
  }

  LocalDateTime local() {
    return LocalDateTime.ofInstant(instant(), zone).truncatedTo(ChronoUnit.SECONDS);
  }

  @Override
  public Instant instant() {
    return Instant.now().minus(behind);
  }

  @Override
  public EventTime now() {
    return new EventTime(
        instant().atZone(zone).toOffsetDateTime(), "bench", monotonic(), Optional.empty(), false);
  }

  @Override
  public Duration monotonic() {
    return Duration.ofNanos(System.nanoTime()).minus(behind);
  }
}
