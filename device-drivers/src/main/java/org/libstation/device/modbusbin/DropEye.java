package org.libstation.device.modbusbin;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The photo-eye of a drop: dark while something passes. A change counts when it has lasted
/// [#DEBOUNCE].
final class DropEye {
  static final Duration DEBOUNCE = Duration.ofMillis(30);

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
  /// @param now monotonic time
  /// @param wall wall time of the same moment
  /// @return when the object came, if with this reading one is seen to pass
  Optional<Instant> reading(boolean readsDark, Duration now, Instant wall) {
    if (readsDark == dark) {
      changing = null;
      return Optional.empty();
    }
    Duration begun = changing;
    if (begun == null) {
      changing = now;
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

  /// How long the shadow lasted that ended with the last reading; empty when none did. Asked once.
  Optional<Duration> ended() {
    Optional<Duration> told = lasted;
    lasted = Optional.empty();
    return told;
  }

  boolean dark() {
    return dark;
  }

  /// Whether a change was seen that has not lasted long enough: look again soon.
  boolean isChanging() {
    return changing != null;
  }

  boolean jammed(Duration now) {
    return dark && now.minus(since).compareTo(JAM) > 0;
  }

  /// Whether something passes or has just passed, so that a distance says nothing.
  boolean unsettled(Duration now) {
    return dark || changing != null || (everDark && now.minus(since).compareTo(SETTLE) < 0);
  }
}
