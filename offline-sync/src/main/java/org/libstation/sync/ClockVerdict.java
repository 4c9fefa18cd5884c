package org.libstation.sync;

import java.time.Duration;
import java.util.SortedSet;

/// What a difference between the central system's clock and the station's clock means.
public sealed interface ClockVerdict {

  /// One of the clocks is wrong; times are corrected by the difference.
  ///
  /// @param by the central system's clock minus the station's
  record Skew(Duration by) implements ClockVerdict {}

  /// The central system's clock stands in another zone than the site's settings say; seen on two
  /// days, or confirmed.
  ///
  /// @param rest the difference without the zone's part
  /// @param zones of the tz database, any of which explains it
  record AnotherZone(Duration rest, SortedSet<String> zones) implements ClockVerdict {}

  /// Another zone would explain the difference, but so would a clock that is wrong by as much.
  /// Neither is assumed yet.
  record ZoneUnproven(SortedSet<String> zones) implements ClockVerdict {}
}
