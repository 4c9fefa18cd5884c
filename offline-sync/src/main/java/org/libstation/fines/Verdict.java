package org.libstation.fines;

/// Whether a day, or an interval, costs something, and why not.
public sealed interface Verdict {

  /// The due date itself: the fine begins after it.
  record NotYetDue() implements Verdict {}

  /// It is part of what is charged.
  record Counted() implements Verdict {}

  /// The lending place was closed.
  record Closed(ClosedReason reason) implements Verdict {}

  /// Fines were suspended.
  ///
  /// @param window the notice that says so
  record Suspended(String window) implements Verdict {}

  /// Left out in place of the due date, which was closed or suspended although it never counts: so
  /// Koha subtracts.
  record DueDateOff() implements Verdict {}

  /// Inside the grace.
  record Grace() implements Verdict {}

  /// One of the days taken off at check-in.
  record FreeDay() implements Verdict {}

  /// A renewal, or an amnesty, forgave it.
  record Forgiven() implements Verdict {}

  /// The maximum was reached before.
  record OverMaximum() implements Verdict {}
}
