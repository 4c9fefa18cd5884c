package org.libstation.circulation;

import java.util.List;
import java.util.Optional;
import org.libstation.circulation.BinContents.Dropped;

/// What former runs began at the drop and did not end: the station lost its power meanwhile.
///
/// @param begun an emptying of the bin that stands there now, as far as is known
/// @param unlisted what was taken out last, where no manifest of it came out; only what somebody
///   emptied who had said so
/// @param unslipped what came in since the bin was emptied and stands on no slip, the oldest first
public record DropUndone(
    Optional<BinEmptyingBegun> begun, Optional<BinContents> unlisted, List<Dropped> unslipped) {
  public DropUndone {
    unslipped = List.copyOf(unslipped);
  }

  /// @param entry of the newest thing in the bin then
  /// @param by who said that the bin is being emptied
  public record BinEmptyingBegun(long entry, String by) {}
}
