package org.libstation.sync;

import java.time.LocalTime;

/// Limits on the looks at settled entries.
///
/// @param perHour most looks an hour; 0 = none are made
/// @param sample how many of a day's entries that were never in doubt are looked at in the
///   following night; 0 = none
/// @param sampleFrom when the night begins, in the central system's zone; a station that was off
///   then makes its sample when it is on again
public record LookAgainSettings(int perHour, int sample, LocalTime sampleFrom) {
  /// Most looks per hour: one every six seconds.
  public static final int MOST_PER_HOUR = 600;

  public static final int LARGEST_SAMPLE = 1000;

  /// @throws IllegalArgumentException if a number is out of range
  public LookAgainSettings {
    if (perHour < 0 || perHour > MOST_PER_HOUR || sample < 0 || sample > LARGEST_SAMPLE) {
      throw new IllegalArgumentException("looks an hour and in a sample are bounded");
    }
  }
}
