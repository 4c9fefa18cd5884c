package org.libstation.fines;

import java.time.LocalTime;

/// Opening hours of a place on a day, `[opens, closes)` in local time. A `closes` of 00:00 means
/// midnight at the end of the day.
public record OpenHours(LocalTime opens, LocalTime closes) {
  private static final long DAY_SECONDS = 86_400;

  /// @throws IllegalArgumentException if it closes before it opens
  public OpenHours {
    boolean midnight = closes.equals(LocalTime.MIDNIGHT);
    if (!midnight && !closes.isAfter(opens)) {
      throw new IllegalArgumentException("it closes at " + closes + ", before it opens");
    }
  }

  boolean toMidnight() {
    return closes.equals(LocalTime.MIDNIGHT);
  }

  /// Length on a day of 24 hours.
  long seconds() {
    return (toMidnight() ? DAY_SECONDS : closes.toSecondOfDay()) - opens.toSecondOfDay();
  }
}
