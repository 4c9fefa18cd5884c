package org.libstation.flow.state;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What the reader of the pad sees.
///
/// @param tags what it sees now, in order of arrival; while it cannot say all that lies there, no
///   more than it has named since it failed
/// @param listed whether it has said all that lies there; not at the start, nor while and just
///   after it is out of reach: then nothing can be said about what lies there now
/// @param outOfSight what it saw before it failed, until it has said what lies there now: no
///   sighting (`SilentReaderFlow`), though it may lie there still
/// @param asked monotonic, since when it owes a look that was asked for ([Effect.LookAnew])
public record PadSight(
    List<PadTag> tags, boolean listed, List<PadTag> outOfSight, Optional<Duration> asked) {
  /// Before the reader said anything.
  public static final PadSight NOTHING =
      new PadSight(List.of(), false, List.of(), Optional.empty());

  public PadSight {
    tags = List.copyOf(tags);
    outOfSight = List.copyOf(outOfSight);
  }
}
