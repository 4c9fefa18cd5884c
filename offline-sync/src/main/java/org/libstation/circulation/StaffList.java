package org.libstation.circulation;

import java.util.List;

/// What staff must put right at a station, and what was done there and what became of it.
///
/// @param tasks by number
public record StaffList(List<StaffTask> tasks, Sums sums) {
  public StaffList {
    tasks = List.copyOf(tasks);
  }

  /// Each thing done here, counted once by what became of it: `done` is the sum of the others.
  ///
  /// @param foundDone a look showed that it was done already
  /// @param abandoned an ask that came to nothing
  /// @param putRight by a named person
  /// @param unknown it may have left and was not answered
  /// @param open waits for its turn or for the link
  public record Sums(
      int done,
      int settled,
      int foundDone,
      int abandoned,
      int refused,
      int putRight,
      int withStaff,
      int unknown,
      int open) {
    public static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0, 0, 0);
  }
}
