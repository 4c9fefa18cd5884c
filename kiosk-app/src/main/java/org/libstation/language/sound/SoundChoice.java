package org.libstation.language.sound;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.libstation.flow.state.Sound;

/// Several sounds within 300 ms are one: the most serious.
final class SoundChoice {
  static final Duration TOGETHER = Duration.ofMillis(300);

  private final LongSupplier nanos;
  private @Nullable Sound last;
  private long since;

  /// @param nanos monotonic
  SoundChoice(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /// What becomes of a sound.
  enum SoundUse {
    PLAY,
    /// It cuts the one before it short.
    INSTEAD,
    LEAVE_OUT
  }

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
