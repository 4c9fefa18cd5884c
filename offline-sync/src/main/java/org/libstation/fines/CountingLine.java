package org.libstation.fines;

import java.util.List;
import org.libstation.fines.OverdueLoan.Leg;

/// One way to count between a due moment and a return, in quanta, the smallest units of that way.
/// Implementations never visit each day in [#count]; [#judge] does, and both agree.
sealed interface CountingLine permits DateLine, DifferenceLine, BillLine, TimeLine {

  /// What was counted, in quanta (see [#quantaPerUnit]).
  ///
  /// @param counted the rest without closed and suspended quanta; never negative
  record QuantaCount(long elapsed, long closed, long suspended, long counted) {
    static final QuantaCount NOTHING = new QuantaCount(0, 0, 0, 0);
  }

  /// Number of quanta in one reported minute, hour or day: 1 if whole units are counted, its
  /// seconds if time is counted.
  long quantaPerUnit();

  /// Counts one leg of a loan.
  QuantaCount count(Leg leg);

  /// Whether nothing is charged because the grace is not over.
  default boolean withinGrace(Leg leg, QuantaCount count) {
    return count.counted() <= graceQuanta();
  }

  /// The grace in quanta.
  long graceQuanta();

  /// The due date, then each day or interval after the due moment, in order.
  List<JudgedUnit> judge(Leg leg);
}
