package org.libstation.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.libstation.journal.Mark.StaffLine.StaffReason;

/// What follows from visits, as it stood at a full hour: nothing finer is ever told, so that nobody
/// can find a single visit in it.
///
/// @param until the full hour; nothing that was written later is in it
/// @param open entries that are not settled
/// @param staff lines that wait for staff
/// @param kinds the same lines by what they are about, those of which there are none left out
/// @param lastVisit the hour in which somebody last stood there, known since this installation
/// @param totals since the journal began
public record HourFigures(
    Instant until,
    Ages open,
    Ages staff,
    List<ReasonCount> kinds,
    Optional<Instant> lastVisit,
    Counts totals) {
  public HourFigures {
    kinds = List.copyOf(kinds);
  }

  /// How many lines are about one thing.
  public record ReasonCount(StaffReason reason, long lines) {}

  /// Numbers by age, at that full hour.
  ///
  /// @param day younger than 24 hours
  /// @param week younger than seven days
  /// @param older all others
  public record Ages(long day, long week, long older) {
    public static final Ages NONE = new Ages(0, 0, 0);
  }
}
