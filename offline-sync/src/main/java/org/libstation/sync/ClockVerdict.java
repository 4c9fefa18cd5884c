package org.libstation.sync;

import java.time.Duration;
import java.util.SortedSet;

/// What a difference between the central system's clock and ours is taken for.
public sealed interface ClockVerdict {

  /// One of the clocks is wrong: times are put right by it.
  ///
  /// @param by their clock minus ours
  record Skew(Duration by) implements ClockVerdict {}

  /// Their clock stands in another zone than the site says; seen on two days, or confirmed.
  ///
  /// @param rest what is left without the zone's part
  /// @param zones of the tz database, any of which explains it
  record AnotherZone(Duration rest, SortedSet<String> zones) implements ClockVerdict {}

  /// Another zone would explain it, and so would a clock that is wrong by as much: nothing is
  /// believed yet.
  record ZoneUnproven(SortedSet<String> zones) implements ClockVerdict {}
}
