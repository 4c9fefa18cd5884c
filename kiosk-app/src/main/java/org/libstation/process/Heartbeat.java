package org.libstation.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Gives a beat only while every part of the station makes progress.
public final class Heartbeat {
  /// Time between two checks.
  public static final Duration EVERY = Duration.ofSeconds(2);

  private final List<WatchedPart> parts = new ArrayList<>();
  private final Supplier<Duration> monotonic;
  private final Beats beats;

  /// A part that is watched, usually a thread.
  ///
  /// @param limit longest time for one turn
  /// @param turns returns how many turns it made; called at every check
  public record HeartbeatPart(String name, Duration limit, LongSupplier turns) {}

  /// Receives the beats.
  public interface Beats {
    void beat();

    /// @param part first part that makes no progress
    void stuck(String part);
  }

  /// A part with its last turn.
  private static final class WatchedPart {
    private final HeartbeatPart part;
    private long turns;
    private Duration since;

    private WatchedPart(HeartbeatPart part, Duration now) {
      this.part = part;
      this.turns = part.turns().getAsLong();
      this.since = now;
    }

    private boolean stuck(Duration now) {
      long made = part.turns().getAsLong();
      if (made != turns) {
        turns = made;
        since = now;
      }
      return now.minus(since).compareTo(part.limit()) > 0;
    }
  }

  public Heartbeat(List<HeartbeatPart> parts, Supplier<Duration> monotonic, Beats beats) {
    this.monotonic = monotonic;
    this.beats = beats;
    parts.forEach(part -> this.parts.add(new WatchedPart(part, monotonic.get())));
  }

  /// Checks every part, then gives a beat or names the first part without progress.
  ///
  /// @return how long to wait before the next check
  public Duration step() {
    Duration now = monotonic.get();
    Optional<String> stuck = Optional.empty();
    for (WatchedPart watched : parts) {
      if (watched.stuck(now) && stuck.isEmpty()) {
        stuck = Optional.of(watched.part.name());
      }
    }
    stuck.ifPresentOrElse(beats::stuck, beats::beat);
    return EVERY;
  }
}
