package org.libstation.language.sound;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.libstation.flow.state.Sound;

/// Chooses among sounds: of several within 300 ms only the most serious counts.
final class SoundChoice {
  static final Duration TOGETHER = Duration.ofMillis(300);

  private final LongSupplier nanos;
  private @Nullable Sound last;
  private long since;

  /// @param nanos monotonic clock
  SoundChoice(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /// What to do with a sound.
  enum SoundUse {
    PLAY,
    /// Play it, and cut short the sound before it.
    INSTEAD,
    LEAVE_OUT
  }

  /// Decides about a sound that is to be played now.
  synchronized SoundUse of(Sound sound) {
    long now = nanos.getAsLong();
    Sound before = last;
    if (before == null || now - since >= TOGETHER.toNanos()) {
      last = sound;
      since = now;
      return SoundUse.PLAY;
    }
    if (weight(sound) <= weight(before)) {
      return SoundUse.LEAVE_OUT;
    }
    last = sound;
    return SoundUse.INSTEAD;
  }

  /// Returns how serious a sound is; higher is more serious.
  static int weight(Sound sound) {
    return switch (sound) {
      case SEEN -> 0;
      case CARD_ACCEPTED -> 1;
      case RETURNED -> 2;
      case LENT -> 3;
      case TIME_SHORT -> 4;
      case NEEDS_HAND -> 5;
      case NOT_POSSIBLE -> 6;
      case FAULT -> 7;
    };
  }
}
