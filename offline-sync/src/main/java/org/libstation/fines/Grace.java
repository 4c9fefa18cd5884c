package org.libstation.fines;

import io.soabase.recordbuilder.core.RecordBuilder;

/// Time after the due date that costs nothing.
///
/// @param mode what becomes of it once it is over
/// @param extension whether closed days make it longer (only a grace of a day or more, and only
///   where bills are counted)
/// @param trailingClosed whether closed days that follow it belong to it (with an extension)
@RecordBuilder
public record Grace(
    int length, Interval.Unit unit, GraceMode mode, Extension extension, boolean trailingClosed)
    implements GraceBuilder.With {

  /// What a return after the grace costs.
  public enum GraceMode {
    /// All from the due date on.
    CLIFF,
    /// What goes beyond the grace.
    DEDUCT
  }

  /// Evergreen's `circ.grace.extend` and `circ.grace.extend.all`.
  public enum Extension {
    NONE,
    /// A grace that ends on a closed day ends on the next open one.
    IF_END_CLOSED,
    /// Only open days are counted as grace.
    OPEN_DAYS_ONLY
  }

  public static final Grace NONE = days(0, GraceMode.CLIFF);

  /// @throws IllegalArgumentException when it is negative
  public Grace {
    if (length < 0) {
      throw new IllegalArgumentException("a grace is not negative");
    }
  }

  public static Grace days(int length, GraceMode mode) {
    return new Grace(length, Interval.Unit.DAY, mode, Extension.NONE, false);
  }

  /// Its length where a day has 24 hours, not extended.
  public long seconds() {
    return Math.multiplyExact(length, unit.seconds());
  }
}
