package org.libstation.device.modbusbin;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// Compares the count of items with the measured level. This finds a level sensor that is blind or
/// stuck, and an eye that sees nothing.
final class LevelWatch {
  /// A sensor without a valid value for this long is blind.
  static final Duration BLIND = Duration.ofSeconds(10);

  /// A fall by this many percentage points while the bin stays in place means that it was emptied.
  static final int EMPTIED_POINTS = 40;

  /// Above this percentage the level has too little room to rise.
  static final int NEARLY_FULL = 90;

  private final FillGauge gauge;
  private final int suspectItems;
  private final int suspectPoints;
  private Duration lastSight = Duration.ZERO;
  private int level;
  private boolean known;
  private long items;
  private long itemsSinceMove;
  private int readingsSinceItem;
  private int unexplained;

  /// @param suspectItems this many items without a rise of the level show a fault
  /// @param suspectPoints a rise by this many percentage points without an item shows a fault
  LevelWatch(FillGauge gauge, int suspectItems, int suspectPoints) {
    this.gauge = gauge;
    this.suspectItems = suspectItems;
    this.suspectPoints = suspectPoints;
  }

  /// Begins anew on a new connection: what happened in between was not seen and proves nothing.
  void begin(Duration now) {
    lastSight = now;
    known = false;
    itemsSinceMove = 0;
    unexplained = 0;
    gauge.reset();
  }

  /// Notes a moment at which nothing can be measured, so that the sensor does not count as blind.
  void excuse(Duration now) {
    lastSight = now;
  }

  /// Notes items that fell in.
  void items(long count) {
    items += count;
    itemsSinceMove += count;
    readingsSinceItem = 0;
    unexplained = 0;
  }

  /// Items since the bin was emptied, as far as this program saw them.
  long items() {
    return items;
  }

  /// Notes that the bin was taken out or emptied.
  void emptied() {
    gauge.reset();
    known = false;
    items = 0;
    level = 0;
    itemsSinceMove = 0;
    readingsSinceItem = 0;
    unexplained = 0;
  }

  /// Takes a valid value.
  ///
  /// @return the level in percent, if it is to be reported
  OptionalInt measured(long value, Duration now) {
    lastSight = now;
    readingsSinceItem++;
    OptionalInt said = gauge.measured(value);
    if (said.isEmpty()) {
      return said;
    }
    int next = said.getAsInt();
    if (known && next <= level - EMPTIED_POINTS) {
      items = 0;
    }
    boolean explained = !known || itemsSinceMove > 0 || next < level;
    unexplained = explained ? 0 : unexplained + next - level;
    known = true;
    level = next;
    itemsSinceMove = 0;
    return said;
  }

  /// A fault of the level sensor or of the eye, if the readings contradict each other.
  Optional<BinTrouble> trouble(Duration now) {
    if (now.minus(lastSight).compareTo(BLIND) > 0) {
      return Optional.of(
          new BinTrouble(
              "DB22", "the level sensor has measured nothing for a while: is it dirty?"));
    }
    // Nothing is proved while items still fall, or before the level was measured again.
    if (known
        && readingsSinceItem >= FillGauge.READINGS
        && itemsSinceMove >= suspectItems
        && level < NEARLY_FULL) {
      return Optional.of(
          new BinTrouble(
              "DB23",
              itemsSinceMove
                  + " items fell in and the level stands at "
                  + level
                  + " %: the level sensor is blind or set wrongly"));
    }
    if (unexplained >= suspectPoints) {
      return Optional.of(
          new BinTrouble(
              "DB24",
              "the bin filled by "
                  + unexplained
                  + " to "
                  + level
                  + " % and no item was seen to pass: the photo-eye is blind"));
    }
    return Optional.empty();
  }
}
