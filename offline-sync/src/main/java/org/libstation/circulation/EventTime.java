package org.libstation.circulation;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

/// When something happened here, with everything needed to judge the clock later.
///
/// @param wall time of the station's clock, with its offset
/// @param bootId identifies the run of the machine
/// @param monotonic time since a fixed moment of that run; orders the events within it
/// @param skew central system's clock minus the station's, as last measured from a 98 (ACS Status);
///   empty if never measured
/// @param doubtful whether the clock was unset or had jumped, and could not be repaired
@RecordBuilder
public record EventTime(
    OffsetDateTime wall,
    String bootId,
    Duration monotonic,
    Optional<Duration> skew,
    boolean doubtful)
    implements EventTimeBuilder.With {

  /// The wall time corrected by the last measured skew.
  public OffsetDateTime corrected() {
    return wall.plus(skew.orElse(Duration.ZERO));
  }
}
