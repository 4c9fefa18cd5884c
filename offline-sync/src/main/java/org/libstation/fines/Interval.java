package org.libstation.fines;

/// What one charge is for: so many minutes, hours, days, …
///
/// @param every from 1
public record Interval(int every, Unit unit) {

  private static final long DAY_SECONDS = 86_400;

  /// Units of time. A month is 31 days and a year 365, as FOLIO has it (mod-circulation,
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

    /// Seconds of one, where a day has 24 hours.
    public long seconds() {
      return seconds;
    }

    /// Whether it is made of calendar days.
    public boolean isDays() {
      return seconds >= DAY_SECONDS;
    }

    /// The unit in which such intervals are counted and told: minutes, hours or days.
    Unit counted() {
      return isDays() ? DAY : this;
    }
  }

  /// @throws IllegalArgumentException when it is shorter than one unit
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

  /// Its length where a day has 24 hours.
  public long seconds() {
    return Math.multiplyExact(every, unit.seconds());
  }

  /// How many units that are counted it is long: 14 for two weeks, 3 for three hours.
  long units() {
    return seconds() / unit.counted().seconds();
  }
}
