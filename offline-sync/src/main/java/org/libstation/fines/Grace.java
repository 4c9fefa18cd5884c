package org.libstation.fines;

import io.soabase.recordbuilder.core.RecordBuilder;

/// Time after the due date that costs nothing.
///
/// @param mode what a return after the grace costs
/// @param extension whether closed days lengthen it (only a grace of a day or more, and only if
///   bills are counted)
/// @param trailingClosed whether closed days directly after it belong to it (with an extension)
@RecordBuilder
public record Grace(
    int length, Interval.Unit unit, GraceMode mode, Extension extension, boolean trailingClosed)
    implements GraceBuilder.With {

  /// What a patron pays who returns after the grace period.
  public enum GraceMode {
    /// The fine for all days since the due date.
    CLIFF,
    /// The fine for the days beyond the grace period only.
    DEDUCT
  }

  /// Evergreen's `circ.grace.extend` and `circ.grace.extend.all`.
  public enum Extension {
    NONE,
    /// A grace that ends on a closed day is extended to the next open day.
    IF_END_CLOSED,
    /// Only open days are counted as grace.
    OPEN_DAYS_ONLY
  }

  public static final Grace NONE = days(0, GraceMode.CLIFF);

  /// @throws IllegalArgumentException if the length is negative
  public Grace {
    if (length < 0) {
      throw new IllegalArgumentException("a grace is not negative");
    }
  }

  public static Grace days(int length, GraceMode mode) {
    return new Grace(length, Interval.Unit.DAY, mode, Extension.NONE, false);
  }

  /// Length with 24 hours for a day, without extension.
  public long seconds() {
    return Math.multiplyExact(length, unit.seconds());
  }
}
