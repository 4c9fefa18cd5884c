package org.libstation.device.modbusbin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;

/// Makes a fill level of distances: median of five, then a hysteresis.
final class FillGauge {
  static final int READINGS = 5;

  /// Percentage points by which the level must change to be said anew.
  static final int HYSTERESIS = 5;

  private final int emptyMillimetres;
  private final int fullMillimetres;
  private final Deque<Integer> last = new ArrayDeque<>();
  private OptionalInt said = OptionalInt.empty();

  /// @param emptyMillimetres from the sensor to the floor of the empty bin
  /// @param fullMillimetres from the sensor to the contents of the full bin, less than the other
  FillGauge(int emptyMillimetres, int fullMillimetres) {
    this.emptyMillimetres = emptyMillimetres;
    this.fullMillimetres = fullMillimetres;
  }

  /// Takes a valid distance.
  ///
  /// @return the level in percent, when it is to be said
  OptionalInt distance(int millimetres) {
    last.addLast(millimetres);
    if (last.size() > READINGS) {
      last.removeFirst();
    }
    if (last.size() < READINGS) {
      return OptionalInt.empty();
    }
    int median = last.stream().sorted().toList().get(READINGS / 2);
    int percent =
        Math.clamp(
            (emptyMillimetres - median) * 100L / (emptyMillimetres - fullMillimetres), 0, 100);
    boolean ends = (percent == 0 || percent == 100) && percent != said.orElse(-1);
    boolean moved = said.isEmpty() || Math.abs(percent - said.getAsInt()) >= HYSTERESIS;
    if (!moved && !ends) {
      return OptionalInt.empty();
    }
    said = OptionalInt.of(percent);
    return said;
  }
}
