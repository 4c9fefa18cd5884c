package org.libstation.screen.typing;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Knows when nothing follows: at a moment at which no key waits, so long after the last one. A
/// scene that was held up cannot tell, and waits once more.
final class QuietWait {
  /// Later than this, the scene was held up.
  static final Duration LATE = Duration.ofMillis(25);

  /// How often it waits once more.
  static final int MOST_OFTEN = 3;

  /// A scene that was held up so long within the last [#STRAINED] is on a machine that may hold up
  /// a scanner's keys too: they are waited for longer, [#LONG_GAP], and [#MOST_HELD] in all.
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

  /// The earliest moment for which it asked.
  private long askedFor;

  private int waited;

  /// @param nanos monotonic
  /// @param ask wants [#isOver] to be asked after so long, at a moment at which no key waits
  QuietWait(LongSupplier nanos, Consumer<Duration> ask) {
    this.nanos = nanos;
    this.ask = ask;
    this.quietAt = nanos.getAsLong();
    this.strainedUntil = quietAt;
    this.askedFor = quietAt;
  }

  /// When no key waited last.
  long quietAt() {
    return quietAt;
  }

  /// No key waits at this moment.
  void quiet() {
    long now = nanos.getAsLong();
    if (now - quietAt > STRAIN.toNanos()) {
      strainedUntil = now + STRAINED.toNanos();
    }
    quietAt = now;
  }

  /// Somebody's first key.
  void begin(long now) {
    first = now;
    waited = 0;
  }

  /// Nobody can tell yet whose keys these are.
  void holdKeys(long now) {
    due = now + KeyPace.GAP.toNanos();
    if (now - strainedUntil < 0) {
      long most = first + MOST_HELD.toNanos();
      due = Math.max(due, Math.min(now + LONG_GAP.toNanos(), most));
    }
    askIfNeeded(now);
  }

  /// They are a scanner's, and its end has not come.
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

  /// At a moment at which no key waits, as it was asked for: whether nothing follows.
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
      // What came meanwhile may still be on its way.
      waited++;
      due = now + KeyPace.GAP.toNanos();
      ask(now);
      return false;
    }
    return true;
  }
}
