package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.libstation.circulation.BinContents;
import org.libstation.circulation.DropUndone.BinEmptyingBegun;

/// What is still to be done about an emptying of the drop's bin.
///
/// @param here begun in this run, and the bin has not gone
/// @param begun begun in a former run, and nobody knows whether the bin has gone
/// @param until monotonic; from then on nobody is waited for who began it
/// @param unlisted taken out in a former run, and its manifest is to be printed
/// @param job of that print, while it is under way
@RecordBuilder
public record CutEmptying(
    boolean here,
    Optional<BinEmptyingBegun> begun,
    Duration until,
    Optional<BinContents> unlisted,
    OptionalLong job)
    implements CutEmptyingBuilder.With {

  static final CutEmptying NONE =
      new CutEmptying(
          false, Optional.empty(), Duration.ZERO, Optional.empty(), OptionalLong.empty());

  /// Begun now, or anew.
  public CutEmptying begin() {
    return with(c -> c.here(true).begun(Optional.empty()).until(Duration.ZERO));
  }

  /// The bin has gone, or the emptying was left.
  public CutEmptying gone() {
    return with(c -> c.here(false).begun(Optional.empty()).until(Duration.ZERO));
  }

  public CutEmptying found(
      Optional<BinEmptyingBegun> begun, Duration until, Optional<BinContents> unlisted) {
    return with(c -> c.begun(begun).until(until).unlisted(unlisted));
  }

  public CutEmptying printing(long number) {
    return withJob(OptionalLong.of(number));
  }

  public CutEmptying printed() {
    return with(c -> c.unlisted(Optional.empty()).job(OptionalLong.empty()));
  }
}
