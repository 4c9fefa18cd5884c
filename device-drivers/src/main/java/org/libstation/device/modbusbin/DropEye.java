package org.libstation.device.modbusbin;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The photo-eye of a drop, which is dark while something passes.
///
/// A change counts after it has lasted [#DEBOUNCE]. An item also counts if the eye was dark at one
/// look and light at the next, with at least [#UNWATCHED] between them. A busy computer or a wait
/// for another slave must not hide an item.
final class DropEye {
  static final Duration DEBOUNCE = Duration.ofMillis(30);

  /// Far longer than the time between two looks on a slow bus.
  static final Duration UNWATCHED = Duration.ofMillis(100);

  /// Dark for longer than this is a jam.
  static final Duration JAM = Duration.ofSeconds(3);

  /// How long the contents of the bin need to come to rest.
  static final Duration SETTLE = Duration.ofSeconds(2);

  private boolean dark;
  private @Nullable Duration changing;
  private Instant changedAt = Instant.EPOCH;
  private Duration since = Duration.ZERO;
  private boolean everDark;
  private Optional<Duration> lasted = Optional.empty();

  /// Takes a reading.
  ///
  /// @param asked earliest moment that the reading can describe, monotonic; a busy computer may
  ///   have received it later
  /// @param now the latest such moment
  /// @param wall wall time of that moment
  /// @return when the object came, if this reading shows that one passes
  Optional<Instant> reading(boolean readsDark, Duration asked, Duration now, Instant wall) {
    Duration begun = changing;
    if (readsDark == dark) {
      changing = null;
      return begun != null && !dark && now.minus(begun).compareTo(UNWATCHED) >= 0
          ? passedUnwatched(asked)
          : Optional.empty();
    }
    if (begun == null) {
      changing = asked;
      changedAt = wall;
      return Optional.empty();
    }
    if (now.minus(begun).compareTo(DEBOUNCE) < 0) {
      return Optional.empty();
    }
    dark = readsDark;
    changing = null;
    lasted = dark ? Optional.empty() : Optional.of(now.minus(since));
    since = now;
    everDark = everDark || dark;
    return dark ? Optional.of(changedAt) : Optional.empty();
  }

  /// Counts an object that came and went between two looks. How long the eye was dark is unknown,
  /// so it is treated as short.
  private Optional<Instant> passedUnwatched(Duration asked) {
    dark = true;
    everDark = true;
    lasted = Optional.empty();
    since = asked;
    changing = asked;
    return Optional.of(changedAt);
  }

  /// How long the eye was dark, if the last reading ended a dark time; otherwise empty. Each
  /// duration is returned once.
  Optional<Duration> ended() {
    Optional<Duration> told = lasted;
    lasted = Optional.empty();
    return told;
  }

  boolean dark() {
    return dark;
  }

  /// Whether the eye has been dark for longer than [#JAM].
  boolean jammed(Duration now) {
    return dark && now.minus(since).compareTo(JAM) > 0;
  }

  /// Whether something passes or has just passed, so that a measured level has no meaning.
  boolean unsettled(Duration now) {
    return dark || changing != null || (everDark && now.minus(since).compareTo(SETTLE) < 0);
  }
}
