package org.libstation.fines;

import java.util.List;
import org.libstation.circulation.Money;

/// A fine with all that is needed to explain it and to count it again.
///
/// @param amount what is owed for all items together
/// @param perDay the rate that was used, for one item
/// @param items how many items it is for
/// @param capped whether the maximum for an item made it smaller
/// @param days each day after a due date up to the return, in order
/// @param estimate counted with what was known at the station; the central system decides
public record Assessment(
    Money amount,
    Money perDay,
    int items,
    boolean capped,
    List<JudgedDay> days,
    String calendarVersion,
    String policyVersion,
    boolean estimate) {
  public Assessment {
    days = List.copyOf(days);
  }

  /// Days after the due date, for all items together.
  public int unitsElapsed() {
    return items * days.size();
  }

  public int unitsCharged() {
    return items * count(JudgedDay.Counted.class);
  }

  public int unitsClosed() {
    return items * count(JudgedDay.Closed.class);
  }

  public int unitsSuspended() {
    return items * count(JudgedDay.Suspended.class);
  }

  private int count(Class<? extends JudgedDay> kind) {
    return (int) days.stream().filter(kind::isInstance).count();
  }
}
