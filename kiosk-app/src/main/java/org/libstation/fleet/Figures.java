package org.libstation.fleet;

import java.time.Instant;
import java.util.Optional;

/// What follows from visits, as it stood at a full hour: nothing finer is ever told, so that nobody
/// can find a single visit in it.
///
/// @param until the full hour; nothing that was written later is in it
/// @param open entries that are not settled
/// @param staff lines that wait for staff
/// @param lastVisit the hour in which somebody last stood there, known since this installation
/// @param totals since the journal began
public record Figures(
    Instant until, Ages open, Ages staff, Optional<Instant> lastVisit, Counts totals) {

  /// Numbers by age, at that full hour.
  ///
  /// @param day younger than 24 hours
  /// @param week younger than seven days
  /// @param older all others
  public record Ages(long day, long week, long older) {
    public static final Ages NONE = new Ages(0, 0, 0);
  }
}
