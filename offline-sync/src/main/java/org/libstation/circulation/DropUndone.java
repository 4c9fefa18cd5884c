package org.libstation.circulation;

import java.util.List;
import java.util.Optional;
import org.libstation.circulation.BinContents.Dropped;

/// Work at the drop that earlier runs began and did not finish because the station lost power.
///
/// @param begun an emptying that was begun for the bin now in place, as far as known
/// @param unlisted the bin taken out last, if its manifest was not printed; only if a person had
///   reported the emptying
/// @param unslipped returns since the last emptying that stand on no printed slip, oldest first
public record DropUndone(
    Optional<BinEmptyingBegun> begun, Optional<BinContents> unlisted, List<Dropped> unslipped) {
  public DropUndone {
    unslipped = List.copyOf(unslipped);
  }

  /// An emptying that was begun.
  ///
  /// @param entry journal entry of the newest arrival in the bin at that time
  /// @param by the person who reported that the bin is being emptied
  public record BinEmptyingBegun(long entry, String by) {}
}
