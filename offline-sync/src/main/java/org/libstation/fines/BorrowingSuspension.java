package org.libstation.fines;

import java.util.OptionalInt;

/// Days on which a reader may not borrow after a late return, in the place of money or beside it.
/// Known of Koha (circulation rules *Suspension in days*, *Max. suspension duration*, *Suspension
/// charging interval*; preferences `SuspensionsCalendar` and `CumulativeRestrictionPeriods`).
///
/// @param days of suspension for each period
/// @param every length of a period, in days that count; 1 for each day
/// @param partPeriod what a period that is not over gives
/// @param maximum the longest suspension that one return gives, in days; empty when there is none
/// @param runs which days the suspension itself runs on
/// @param cumulative whether it is added to a suspension that the reader has already; else both run
///   side by side, and the later end holds
public record BorrowingSuspension(
    int days,
    int every,
    PartPeriod partPeriod,
    OptionalInt maximum,
    RunsOn runs,
    boolean cumulative) {

  /// No suspension lasts longer, whatever the rules come to: a hundred years.
  static final int MOST_DAYS = 36_500;

  private static final int WHOLE = 100;

  /// What a period gives that is not over.
  public enum PartPeriod {
    /// Its share, and whole days only: 2 days for each 3 give 3 days for 5 (Koha).
    PRO_RATA,
    /// Nothing.
    FREE,
    /// As much as a whole one.
    CHARGED
  }

  /// The days that a suspension runs on.
  public enum RunsOn {
    CALENDAR,
    /// Days on which the lending place is open.
    OPEN_DAYS
  }

  /// @throws IllegalArgumentException when it has no day, or a period has none
  public BorrowingSuspension {
    if (days < 1 || every < 1 || (maximum.isPresent() && maximum.getAsInt() < 1)) {
      throw new IllegalArgumentException("a suspension has at least one day for each period");
    }
  }

  /// How long it is after so many days that counted, before its maximum.
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

  boolean isCapped(long counted) {
    return whole(counted) > most();
  }

  /// How long it is after so many days that counted: cut to its maximum, then what an amnesty
  /// leaves of it, rounded down.
  long length(long counted, int percent) {
    return Math.min(whole(counted), most()) * percent / WHOLE;
  }
}
