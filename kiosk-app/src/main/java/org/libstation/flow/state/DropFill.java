package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.OptionalInt;
import org.libstation.circulation.BinHistory;

/// Estimates how full the bin of the drop is, from the last measured level and the objects counted
/// since.
///
/// Former fillings and this one show by how many percentage points one object raises the level. As
/// a first guess, [#PRIOR_OBJECTS] objects of [#PRIOR_MILLIPOINTS] each are added to them. If the
/// level sensor is unreliable, only the counter decides.
///
/// @param level last measured level in percent; empty if none was measured
/// @param atLevel value of `counted` at that measurement
/// @param before objects in the bin when the program started, by the journal
/// @param counted objects since then, by the photo-eye
/// @param history what former fillings showed
/// @param closeAt percent at which the flap stays shut
/// @param cut unfinished work of an emptying
@RecordBuilder
public record DropFill(
    OptionalInt level,
    long atLevel,
    long before,
    long counted,
    BinHistory history,
    int closeAt,
    CutEmptying cut)
    implements DropFillBuilder.With {

  /// Default of `closeAt`, if the site does not set it.
  public static final int USUAL_CLOSE_AT = 95;

  /// Highest measured level, in percent, that counts as an empty bin.
  public static final int EMPTY_PERCENT = 5;

  /// Percentage points by which the level must fall below `closeAt` before the flap opens again.
  static final int HYSTERESIS = 5;

  /// Number of objects from which on this filling counts for the estimate.
  static final int FEW = 10;

  static final long PRIOR_OBJECTS = 20;

  static final long PRIOR_MILLIPOINTS = 1500;

  private static final int MILLI = 1000;
  private static final int FULL = 100;

  static final DropFill UNKNOWN =
      new DropFill(OptionalInt.empty(), 0, 0, 0, BinHistory.NONE, USUAL_CLOSE_AT, CutEmptying.NONE);

  /// Objects in the bin since it was emptied.
  public long objects() {
    return before + counted;
  }

  /// Thousandths of a percentage point by which one object raises the level.
  public long milliPointsAnObject() {
    boolean teaches = level.isPresent() && before + atLevel >= FEW;
    long ownObjects = teaches ? before + atLevel : 0;
    long ownPoints = teaches ? level.getAsInt() : 0;
    return ((history.points() + ownPoints) * MILLI + PRIOR_OBJECTS * PRIOR_MILLIPOINTS)
        / (history.objects() + ownObjects + PRIOR_OBJECTS);
  }

  /// How full the bin is now, in percent.
  ///
  /// @param blind the level sensor measures nothing, or values that cannot be true
  public int percent(boolean blind) {
    long since = counted - atLevel;
    long points =
        level.isPresent() && !blind
            ? level.getAsInt() + since * milliPointsAnObject() / MILLI
            : objects() * milliPointsAnObject() / MILLI;
    return Math.clamp(points, 0, FULL);
  }

  /// Whether the bin is full, so that the flap must stay shut.
  ///
  /// @param shut the flap is locked already
  public boolean full(boolean blind, boolean shut) {
    return percent(blind) >= (shut ? closeAt - HYSTERESIS : closeAt);
  }

  /// Takes in a measured level.
  public DropFill measured(int percent) {
    return with(c -> c.level(OptionalInt.of(percent)).atLevel(counted));
  }

  /// Takes in the counter's value. A lower value than before means another bin.
  public DropFill counted(long objects) {
    return objects < counted
        ? with(c -> c.level(OptionalInt.empty()).atLevel(0).before(0).counted(objects))
        : withCounted(objects);
  }

  public DropFill emptied() {
    return with(c -> c.level(OptionalInt.empty()).atLevel(0).before(0).counted(0).cut(cut.gone()));
  }

  /// Takes in what the journal knows.
  public DropFill told(int percent, BinHistory former, long inside) {
    return with(c -> c.before(inside).history(former).closeAt(percent));
  }
}
