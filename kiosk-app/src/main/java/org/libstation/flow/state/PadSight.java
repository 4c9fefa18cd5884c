package org.libstation.flow.state;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What the pad's reader reports.
///
/// @param tags the tags on the pad now, in order of arrival; while `listed` is false, only those
///   reported since the reader failed
/// @param listed whether the reader has reported everything that lies on the pad. False at the
///   start, while the reader cannot be reached, and just after; nothing is then known about what
///   lies there
/// @param outOfSight tags that the reader saw before it failed, until it has reported everything
///   again. They may still lie there, but count as unseen (`SilentReaderFlow`)
/// @param asked monotonic; since when a new look ([Effect.LookAnew]) has been pending
public record PadSight(
    List<PadTag> tags, boolean listed, List<PadTag> outOfSight, Optional<Duration> asked) {
  /// The state before the reader's first report.
  public static final PadSight NOTHING =
      new PadSight(List.of(), false, List.of(), Optional.empty());

  public PadSight {
    tags = List.copyOf(tags);
    outOfSight = List.copyOf(outOfSight);
  }
}
