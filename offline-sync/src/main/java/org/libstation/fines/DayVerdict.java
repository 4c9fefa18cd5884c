package org.libstation.fines;

/// Whether a day, or an interval, costs something, and why not.
public sealed interface DayVerdict {

  /// The due date itself: the fine begins after it.
  record NotYetDue() implements DayVerdict {}

  /// It is part of what is charged.
  record Counted() implements DayVerdict {}

  /// The lending place was closed.
  record PlaceClosed(ClosedReason reason) implements DayVerdict {}

  /// Fines were suspended.
  ///
  /// @param window the notice that says so
  record Suspended(String window) implements DayVerdict {}

  /// Left out in place of the due date, which was closed or suspended although it never counts: so
  /// Koha subtracts.
  record DueDateOff() implements DayVerdict {}

  /// Inside the grace.
  record WithinGrace() implements DayVerdict {}

  /// One of the days taken off at check-in.
  record FreeDay() implements DayVerdict {}

  /// A renewal, or an amnesty, forgave it.
  record Forgiven() implements DayVerdict {}

  /// The maximum was reached before.
  record OverMaximum() implements DayVerdict {}
}
