package org.libstation.circulation;

/// What earlier fillings of a bin showed: how many objects raised its level by how many points.
///
/// @param objects number of objects that the photo-eye counted
/// @param points percentage points by which they raised the level
public record BinHistory(long objects, long points) {
  /// A bin without known earlier fillings.
  public static final BinHistory NONE = new BinHistory(0, 0);
}
