package org.libstation.device.modbusbin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;

/// Makes a fill level of measured values: median of five, then a hysteresis.
final class FillGauge {
  static final int READINGS = 5;

  /// Percentage points by which the level must change to be said anew.
  static final int HYSTERESIS = 5;

  private final long empty;
  private final long full;
  private final Deque<Long> last = new ArrayDeque<>();
  private OptionalInt said = OptionalInt.empty();

  /// @param empty what is measured over an empty bin: millimetres or grams
  /// @param full what is measured over a full one
  FillGauge(long empty, long full) {
    this.empty = empty;
    this.full = full;
  }

  /// Takes a valid value.
  ///
  /// @return the level in percent, when it is to be said
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

  /// Another bin, or the same emptied: what was measured before says nothing of it.
  void reset() {
    last.clear();
    said = OptionalInt.empty();
  }
}
