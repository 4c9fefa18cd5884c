package org.libstation.screen.typing;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Decides when no further key follows: no key waits in JavaFX's queue, and enough time has passed
/// since the last one. If the FX thread was blocked, it waits once more.
final class QuietWait {
  /// If the check comes later than this, the FX thread was blocked.
  static final Duration LATE = Duration.ofMillis(25);

  /// How often it waits once more.
  static final int MOST_OFTEN = 3;

  /// If the FX thread was blocked this long within the last [#STRAINED], the machine may delay a
  /// scanner's keys too. Waiting is then extended to [#LONG_GAP], and to [#MOST_HELD] in all.
  static final Duration STRAIN = Duration.ofMillis(150);

  static final Duration STRAINED = Duration.ofSeconds(1);
  static final Duration LONG_GAP = Duration.ofMillis(150);
  static final Duration MOST_HELD = Duration.ofMillis(250);

  private final LongSupplier nanos;
  private final Consumer<Duration> ask;
  private long quietAt;
  private long strainedUntil;
  private long first;
  private long due;

  /// The earliest moment for which a check was requested.
  private long askedFor;

  private int waited;

  /// @param nanos monotonic clock
  /// @param ask requests a call of [#isOver] after a time, at a moment when no key waits
  QuietWait(LongSupplier nanos, Consumer<Duration> ask) {
    this.nanos = nanos;
    this.ask = ask;
    this.quietAt = nanos.getAsLong();
    this.strainedUntil = quietAt;
    this.askedFor = quietAt;
  }

  /// Returns the last moment at which no key waited.
  long quietAt() {
    return quietAt;
  }

  /// Records that no key waits at this moment.
  void quiet() {
    long now = nanos.getAsLong();
    if (now - quietAt > STRAIN.toNanos()) {
      strainedUntil = now + STRAINED.toNanos();
    }
    quietAt = now;
  }

  /// Starts with the first key of a person or scanner.
  void begin(long now) {
    first = now;
    waited = 0;
  }

  /// Waits for keys whose origin is not known yet.
  void holdKeys(long now) {
    due = now + KeyPace.GAP.toNanos();
    if (now - strainedUntil < 0) {
      long most = first + MOST_HELD.toNanos();
      due = Math.max(due, Math.min(now + LONG_GAP.toNanos(), most));
    }
    askIfNeeded(now);
  }

  /// Waits for the rest of a scan that has no end yet.
  void holdScan(long now) {
    due = now + TypedScans.SILENCE.toNanos();
    askIfNeeded(now);
  }

  private void askIfNeeded(long now) {
    if (askedFor - now <= 0 || due - askedFor < 0) {
      ask(now);
    }
  }

  private void ask(long now) {
    askedFor = due;
    ask.accept(Duration.ofNanos(due - now));
  }

  /// Decides whether no key follows; called as requested, at a moment when no key waits.
  boolean isOver() {
    quiet();
    long now = quietAt;
    if (now - due < 0) {
      if (askedFor - now <= 0) {
        ask(now);
      }
      return false;
    }
    if (now - due > LATE.toNanos() && waited < MOST_OFTEN) {
      // Keys that came during the block may still be queued.
      waited++;
      due = now + KeyPace.GAP.toNanos();
      ask(now);
      return false;
    }
    return true;
  }
}
