package org.libstation.circulation;

/// A bin's history tells what its former fillings teach: how many objects made how many points of
/// its level.
///
/// @param objects counted by the photo-eye
/// @param points percentage points of the level they made
public record BinHistory(long objects, long points) {
  /// A bin of whose fillings nothing is known.
  public static final BinHistory NONE = new BinHistory(0, 0);
}
