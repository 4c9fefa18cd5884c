package org.libstation.screen.typing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// A time of its own for a scene and its keys. While the scene is held up nothing is handled; what
/// came meanwhile is handled at its end, the keys first.
public final class KeyTime implements LongSupplier, TypingGuard.TypingTimer {
  private static final Duration BEAT = Duration.ofMillis(50);
  private static final Duration AFTER = Duration.ofSeconds(2);

  private final List<Due> dues = new ArrayList<>();
  private Duration now = Duration.ofHours(1);

  private record Due(Duration at, Runnable then) {}

  /// When a scene handles nothing, after the beginning of a stream.
  public record HeldUp(Duration from, Duration until) {
    static final HeldUp NEVER = new HeldUp(Duration.ofDays(1), Duration.ofDays(1));

    public static HeldUp millis(long from, long until) {
      return new HeldUp(Duration.ofMillis(from), Duration.ofMillis(until));
    }

    private Duration handled(Duration at) {
      return at.compareTo(from) < 0 || at.compareTo(until) > 0 ? at : until;
    }
  }

  @Override
  public long getAsLong() {
    return now.toNanos();
  }

  @Override
  public void after(Duration time, Runnable then) {
    dues.add(new Due(now.plus(time), then));
  }

  /// Plays a stream, and lets two seconds pass after it.
  ///
  /// @param feed takes each key when its turn comes
  /// @param quiet is told, as the real time does, that nothing waits
  public void play(KeyStream stream, HeldUp held, Consumer<KeyStream.Stroke> feed, Runnable quiet) {
    // Nobody touched anything before.
    pass(now.plus(AFTER), HeldUp.NEVER, now, quiet);
    Duration begin = now;
    HeldUp at = new HeldUp(begin.plus(held.from()), begin.plus(held.until()));
    for (KeyStream.Stroke stroke : stream.strokes()) {
      Duration handled = at.handled(begin.plus(stroke.at()));
      pass(handled, at, begin, quiet);
      feed.accept(stroke);
    }
    pass(now.plus(AFTER), at, begin, quiet);
  }

  /// All that is due before this moment; what is due at it waits for the keys.
  private void pass(Duration until, HeldUp at, Duration from, Runnable quiet) {
    Duration beat = from.plus(BEAT.multipliedBy(now.minus(from).dividedBy(BEAT) + 1));
    while (true) {
      Optional<Due> asked = dues.stream().min(Comparator.comparing(Due::at));
      Duration ask = asked.map(due -> at.handled(due.at())).orElse(until);
      Duration next = min(ask, at.handled(beat));
      if (next.compareTo(until) >= 0) {
        break;
      }
      now = next;
      if (asked.isPresent() && next.equals(ask)) {
        dues.remove(asked.get());
        asked.get().then().run();
      } else {
        beat = beat.plus(BEAT);
        quiet.run();
      }
    }
    now = until;
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
