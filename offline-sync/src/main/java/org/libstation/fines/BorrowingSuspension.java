package org.libstation.fines;

import java.util.OptionalInt;

/// Days on which a patron may not borrow after a late return, instead of a fine or beside it. Known
/// of Koha (circulation rules *Suspension in days*, *Max. suspension duration*, *Suspension
/// charging interval*; preferences `SuspensionsCalendar` and `CumulativeRestrictionPeriods`).
///
/// @param days days of suspension for each period
/// @param every length of a period, in days that count; 1 for each day
/// @param partPeriod what an incomplete period gives
/// @param maximum longest suspension for one return, in days; empty if there is none
/// @param runs the days on which the suspension itself runs
/// @param cumulative whether it is added to an existing suspension; otherwise both run side by
///   side, and the later end holds
public record BorrowingSuspension(
    int days,
    int every,
    PartPeriod partPeriod,
    OptionalInt maximum,
    RunsOn runs,
    boolean cumulative) {

  /// Longest suspension that any rules can give: a hundred years.
  static final int MOST_DAYS = 36_500;

  private static final int WHOLE = 100;

  /// How an incomplete period counts.
  public enum PartPeriod {
    /// In proportion, in whole days: with 2 days for each 3, 5 days give 3 (Koha).
    PRO_RATA,
    /// Not at all.
    FREE,
    /// As much as a complete period.
    CHARGED
  }

  /// The days on which a suspension runs.
  public enum RunsOn {
    CALENDAR,
    /// Days on which the lending place is open.
    OPEN_DAYS
  }

  /// @throws IllegalArgumentException if the suspension, a period or the maximum has less than one
  ///   day
  public BorrowingSuspension {
    if (days < 1 || every < 1 || (maximum.isPresent() && maximum.getAsInt() < 1)) {
      throw new IllegalArgumentException("a suspension has at least one day for each period");
    }
  }

  /// Length after this many days that counted, before the maximum.
  private long whole(long counted) {
    return switch (partPeriod) {
      case PRO_RATA -> counted * days / every;
      case FREE -> counted / every * days;
      case CHARGED -> Math.ceilDiv(counted, every) * days;
    };
  }

  private long most() {
    return Math.min(maximum.orElse(MOST_DAYS), MOST_DAYS);
  }

  /// Whether the maximum shortens it after this many days that counted.
  boolean isCapped(long counted) {
    return whole(counted) > most();
  }

  /// Length in days after this many days that counted: cut to the maximum, then reduced by an
  /// amnesty and rounded down.
  ///
  /// @param percent percentage that an amnesty leaves
  long length(long counted, int percent) {
    return Math.min(whole(counted), most()) * percent / WHOLE;
  }
}
