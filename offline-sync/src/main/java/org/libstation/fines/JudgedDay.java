package org.libstation.fines;

import java.time.LocalDate;

/// One day after a due date, and whether it costs anything.
public sealed interface JudgedDay {

  LocalDate day();

  /// Costs the rate once for each item.
  record Counted(LocalDate day) implements JudgedDay {}

  /// The lending place was closed.
  record Closed(LocalDate day, ClosedReason reason) implements JudgedDay {}

  /// Fines were suspended.
  record Suspended(LocalDate day, String window) implements JudgedDay {}

  /// It would count, but a renewal forgave what had grown before it.
  record Forgiven(LocalDate day) implements JudgedDay {}
}
