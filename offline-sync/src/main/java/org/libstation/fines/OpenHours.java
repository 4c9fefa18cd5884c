package org.libstation.fines;

import java.time.LocalTime;

/// When a place is open on a day, `[opens, closes)` on the local clock. 00:00 as the end is
/// midnight at the end of the day.
public record OpenHours(LocalTime opens, LocalTime closes) {
  private static final long DAY_SECONDS = 86_400;

  /// @throws IllegalArgumentException when it closes before it opens
  public OpenHours {
    boolean midnight = closes.equals(LocalTime.MIDNIGHT);
    if (!midnight && !closes.isAfter(opens)) {
      throw new IllegalArgumentException("it closes at " + closes + ", before it opens");
    }
  }

  boolean toMidnight() {
    return closes.equals(LocalTime.MIDNIGHT);
  }

  /// How long on a day of 24 hours.
  long seconds() {
    return (toMidnight() ? DAY_SECONDS : closes.toSecondOfDay()) - opens.toSecondOfDay();
  }
}
