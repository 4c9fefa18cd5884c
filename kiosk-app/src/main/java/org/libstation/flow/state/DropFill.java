package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.OptionalInt;
import org.libstation.circulation.BinHistory;

/// How full the bin of the drop is, and when it will be full: by the level that was measured last
/// and the objects that were counted since.
///
/// How many objects make a point is learned from former fillings and from this one; before anything
/// is learned, [#PRIOR_OBJECTS] of [#PRIOR_MILLIPOINTS] each are taken for seen. A level that lies
/// is left out: then the counter alone decides.
///
/// @param level percent as measured last; empty when nothing is measured
/// @param atLevel objects counted when it was measured
/// @param before objects in the bin when the program started, by the journal
/// @param counted objects since, by the photo-eye
/// @param history what former fillings teach
/// @param closeAt percent from which on the flap stays shut
/// @param cut what a former run left undone of an emptying
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

  /// The flap is shut at this percent where the site does not say.
  public static final int USUAL_CLOSE_AT = 95;

  /// A level up to this is an empty bin.
  public static final int EMPTY_PERCENT = 5;

  /// Points by which it must fall below before the flap opens again.
  static final int HYSTERESIS = 5;

  /// A filling teaches only from so many objects on.
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

  /// Thousandths of a point that one object makes.
  public long milliPointsAnObject() {
    boolean teaches = level.isPresent() && before + atLevel >= FEW;
    long ownObjects = teaches ? before + atLevel : 0;
    long ownPoints = teaches ? level.getAsInt() : 0;
    return ((history.points() + ownPoints) * MILLI + PRIOR_OBJECTS * PRIOR_MILLIPOINTS)
        / (history.objects() + ownObjects + PRIOR_OBJECTS);
  }

  /// Percent, now.
  ///
  /// @param blind the level sensor measures nothing, or nothing that can be
  public int percent(boolean blind) {
    long since = counted - atLevel;
    long points =
        level.isPresent() && !blind
            ? level.getAsInt() + since * milliPointsAnObject() / MILLI
            : objects() * milliPointsAnObject() / MILLI;
    return Math.clamp(points, 0, FULL);
  }

  /// Whether the flap is to stay shut.
  ///
  /// @param shut whether it is already
  public boolean full(boolean blind, boolean shut) {
    return percent(blind) >= (shut ? closeAt - HYSTERESIS : closeAt);
  }

  public DropFill measured(int percent) {
    return with(c -> c.level(OptionalInt.of(percent)).atLevel(counted));
  }

  /// The counter fell: another bin.
  public DropFill counted(long objects) {
    return objects < counted
        ? with(c -> c.level(OptionalInt.empty()).atLevel(0).before(0).counted(objects))
        : withCounted(objects);
  }

  public DropFill emptied() {
    return with(c -> c.level(OptionalInt.empty()).atLevel(0).before(0).counted(0).cut(cut.gone()));
  }

  public DropFill told(int percent, BinHistory former, long inside) {
    return with(c -> c.before(inside).history(former).closeAt(percent));
  }
}
