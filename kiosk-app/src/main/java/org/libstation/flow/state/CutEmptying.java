package org.libstation.flow.state;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.libstation.circulation.BinContents;
import org.libstation.circulation.DropUndone.Begun;

/// What is still to be done about an emptying of the drop's bin.
///
/// @param here begun in this run, and the bin has not gone
/// @param begun begun in a former run, and nobody knows whether the bin has gone
/// @param until monotonic; from then on nobody is waited for who began it
/// @param unlisted taken out in a former run, and its manifest is to be printed
/// @param job of that print, while it is under way
public record CutEmptying(
    boolean here,
    Optional<Begun> begun,
    Duration until,
    Optional<BinContents> unlisted,
    OptionalLong job) {

  static final CutEmptying NONE =
      new CutEmptying(
          false, Optional.empty(), Duration.ZERO, Optional.empty(), OptionalLong.empty());

  /// Begun now, or anew.
  public CutEmptying begin() {
    return new CutEmptying(true, Optional.empty(), Duration.ZERO, unlisted, job);
  }

  /// The bin has gone, or the emptying was left.
  public CutEmptying gone() {
    return new CutEmptying(false, Optional.empty(), Duration.ZERO, unlisted, job);
  }

  public CutEmptying found(Optional<Begun> begun, Duration until, Optional<BinContents> unlisted) {
    return new CutEmptying(here, begun, until, unlisted, job);
  }

  public CutEmptying printing(long number) {
    return new CutEmptying(here, begun, until, unlisted, OptionalLong.of(number));
  }

  public CutEmptying printed() {
    return new CutEmptying(here, begun, until, Optional.empty(), OptionalLong.empty());
  }
}
