package org.libstation.circulation;

import java.util.List;

/// The open tasks for staff at a station, and sums of what was done there.
///
/// @param tasks by entry number
public record StaffList(List<StaffTask> tasks, Sums sums) {
  public StaffList {
    tasks = List.copyOf(tasks);
  }

  /// Counts of what was done here. Each deed is counted once, by what became of it; `done` is the
  /// sum of the other counts.
  ///
  /// @param foundDone a look-up showed that it was done already
  /// @param abandoned requests that came to nothing
  /// @param putRight closed by a named person
  /// @param unknown may have been sent, and was not answered
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
