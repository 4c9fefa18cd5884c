package org.libstation.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.libstation.journal.Mark.StaffLine.StaffReason;

/// Figures that depend on visits, as they stood at a full hour. Nothing finer is ever published, so
/// that no single visit can be found in them.
///
/// @param until the full hour; later entries are not included
/// @param open entries that are not settled
/// @param staff staff lines: tasks that wait for staff
/// @param kinds the same lines by reason; reasons without a line are left out
/// @param lastVisit hour of the last visit, as far as this installation knows
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

  /// How many staff lines have one reason.
  public record ReasonCount(StaffReason reason, long lines) {}

  /// Numbers by age, at that full hour.
  ///
  /// @param day younger than 24 hours
  /// @param week from 24 hours up to seven days old
  /// @param older all others
  public record Ages(long day, long week, long older) {
    public static final Ages NONE = new Ages(0, 0, 0);
  }
}
