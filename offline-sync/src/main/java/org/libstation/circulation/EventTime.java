package org.libstation.circulation;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

/// When something happened here, with all that is needed to judge the clock later.
///
/// @param wall what the station's clock said, with its offset
/// @param bootId which run of the machine this was
/// @param monotonic time since some fixed moment of that run; orders events within it
/// @param skew central system's clock minus ours, last measured from a 98; empty when never
/// @param doubtful the clock was unset or had jumped and could not be repaired
@RecordBuilder
public record EventTime(
    OffsetDateTime wall,
    String bootId,
    Duration monotonic,
    Optional<Duration> skew,
    boolean doubtful)
    implements EventTimeBuilder.With {

  /// The wall time put right by the skew last measured.
  public OffsetDateTime corrected() {
    return wall.plus(skew.orElse(Duration.ZERO));
  }
}
