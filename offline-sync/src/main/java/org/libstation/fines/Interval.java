package org.libstation.fines;

/// The time for which the rate is charged once: a number of minutes, hours, days, …
///
/// @param every from 1
public record Interval(int every, Unit unit) {

  private static final long DAY_SECONDS = 86_400;

  /// Units of time. A month has 31 days and a year 365, as in FOLIO (mod-circulation,
  /// `OverdueFineInterval`).
  public enum Unit {
    MINUTE(60),
    HOUR(3600),
    DAY(DAY_SECONDS),
    WEEK(7 * DAY_SECONDS),
    MONTH(31 * DAY_SECONDS),
    YEAR(365 * DAY_SECONDS);

    private final long seconds;

    Unit(long seconds) {
      this.seconds = seconds;
    }

    /// Length in seconds, with 24 hours for a day.
    public long seconds() {
      return seconds;
    }

    /// Whether the unit consists of calendar days.
    public boolean isDays() {
      return seconds >= DAY_SECONDS;
    }

    /// The unit in which such intervals are counted and reported: minutes, hours or days.
    Unit counted() {
      return isDays() ? DAY : this;
    }
  }

  /// @throws IllegalArgumentException if the interval is shorter than one unit
  public Interval {
    if (every < 1) {
      throw new IllegalArgumentException("an interval has at least one " + unit);
    }
  }

  public static Interval days(int every) {
    return new Interval(every, Unit.DAY);
  }

  public boolean isDays() {
    return unit.isDays();
  }

  /// Length in seconds, with 24 hours for a day.
  public long seconds() {
    return Math.multiplyExact(every, unit.seconds());
  }

  /// Length in counted units: 14 for two weeks, 3 for three hours.
  long units() {
    return seconds() / unit.counted().seconds();
  }
}
