package org.libstation.fines;

/// Whether a day or an interval costs something, and why not.
public sealed interface DayVerdict {

  /// The day is the due date; the fine begins after it.
  record NotYetDue() implements DayVerdict {}

  /// The day is charged.
  record Counted() implements DayVerdict {}

  /// The lending place was closed.
  record PlaceClosed(ClosedReason reason) implements DayVerdict {}

  /// Fines were suspended.
  ///
  /// @param window id of the notice that suspended them
  record Suspended(String window) implements DayVerdict {}

  /// Left out instead of the due date. Koha subtracts a closed or suspended due date although that
  /// date is never counted.
  record DueDateOff() implements DayVerdict {}

  /// The day is within the grace period.
  record WithinGrace() implements DayVerdict {}

  /// The day is one of the free days that are subtracted at check-in.
  record FreeDay() implements DayVerdict {}

  /// The day is forgiven by a renewal or an amnesty.
  record Forgiven() implements DayVerdict {}

  /// The fine had reached its maximum before this day.
  record OverMaximum() implements DayVerdict {}
}
