package org.libstation.device.modbusbin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;

/// Turns measured values into a fill level: the median of five, then a hysteresis.
final class FillGauge {
  static final int READINGS = 5;

  /// Percentage points by which the level must change to be reported again.
  static final int HYSTERESIS = 5;

  private final long empty;
  private final long full;
  private final Deque<Long> last = new ArrayDeque<>();
  private OptionalInt said = OptionalInt.empty();

  /// @param empty measured value of an empty bin, in millimetres or grams
  /// @param full measured value of a full bin
  FillGauge(long empty, long full) {
    this.empty = empty;
    this.full = full;
  }

  /// Takes a valid value.
  ///
  /// @return the level in percent, if it is to be reported
  OptionalInt measured(long value) {
    last.addLast(value);
    if (last.size() > READINGS) {
      last.removeFirst();
    }
    if (last.size() < READINGS) {
      return OptionalInt.empty();
    }
    long median = last.stream().sorted().toList().get(READINGS / 2);
    int percent = (int) Math.clamp((empty - median) * 100 / (empty - full), 0L, 100L);
    boolean ends = (percent == 0 || percent == 100) && percent != said.orElse(-1);
    boolean moved = said.isEmpty() || Math.abs(percent - said.getAsInt()) >= HYSTERESIS;
    if (!moved && !ends) {
      return OptionalInt.empty();
    }
    said = OptionalInt.of(percent);
    return said;
  }

  /// Forgets all values: the bin was changed or emptied.
  void reset() {
    last.clear();
    said = OptionalInt.empty();
  }
}
