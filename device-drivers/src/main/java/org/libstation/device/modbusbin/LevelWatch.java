package org.libstation.device.modbusbin;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// Holds the counter of items against the measured level, and so finds a sensor that is blind, that
/// is stuck, or an eye that sees nothing.
final class LevelWatch {
  /// Without a valid value for so long the sensor is blind.
  static final Duration BLIND = Duration.ofSeconds(10);

  /// A fall by so many points without the bin being taken out is an emptying.
  static final int EMPTIED_POINTS = 40;

  /// Above this the level has no room left to rise.
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

  /// @param suspectItems so many items without any rise of the level cannot be
  /// @param suspectPoints a rise by so many points without an item cannot be
  LevelWatch(FillGauge gauge, int suspectItems, int suspectPoints) {
    this.gauge = gauge;
    this.suspectItems = suspectItems;
    this.suspectPoints = suspectPoints;
  }

  /// A new connection: what happened in between was not seen, and proves nothing.
  void begin(Duration now) {
    lastSight = now;
    known = false;
    itemsSinceMove = 0;
    unexplained = 0;
    gauge.reset();
  }

  /// A time in which nothing can be measured.
  void excuse(Duration now) {
    lastSight = now;
  }

  /// Items fell in.
  void items(long count) {
    items += count;
    itemsSinceMove += count;
    readingsSinceItem = 0;
    unexplained = 0;
  }

  /// Items since the bin was emptied, as far as this program saw it.
  long items() {
    return items;
  }

  /// The bin was taken out or emptied.
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
  /// @return the level in percent, when it is to be said
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

  /// A sensor that cannot be right, by its code and in words.
  Optional<BinTrouble> trouble(Duration now) {
    if (now.minus(lastSight).compareTo(BLIND) > 0) {
      return Optional.of(
          new BinTrouble(
              "DB22", "the level sensor has measured nothing for a while: is it dirty?"));
    }
    // While items still fall, or the level was not measured anew after them, nothing is proved.
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
