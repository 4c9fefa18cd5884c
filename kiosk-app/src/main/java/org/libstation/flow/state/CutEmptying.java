package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.libstation.circulation.BinContents;
import org.libstation.circulation.DropUndone.BinEmptyingBegun;

/// Unfinished work of an emptying of the drop's bin.
///
/// @param here an emptying was begun in this run, and the bin is still in place
/// @param begun an emptying that a former run began; it is unknown whether the bin was taken out
/// @param until monotonic time until which the station waits for the person who began it
/// @param unlisted a bin that was taken out, whose manifest is still to be printed
/// @param job number of that print job while it is under way
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

  /// A person begins to empty the bin, or begins again.
  public CutEmptying begin() {
    return with(c -> c.here(true).begun(Optional.empty()).until(Duration.ZERO));
  }

  /// The bin was taken out, or the emptying was abandoned.
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

  /// The print job of the manifest ended, with or without success.
  public CutEmptying printed() {
    return with(c -> c.unlisted(Optional.empty()).job(OptionalLong.empty()));
  }
}
