package org.libstation.fines;

import java.util.List;
import org.libstation.fines.OverdueLoan.Leg;

/// One way to count between a due moment and a return. Implementations never walk over days in
/// [#count]; [#judge] does, and the two agree.
sealed interface CountingLine permits DateLine, DifferenceLine, BillLine, TimeLine {

  /// What was counted, in quanta (see [#quantaPerUnit]). `counted` is the rest once closed and
  /// suspended ones are taken off, and never negative.
  record QuantaCount(long elapsed, long closed, long suspended, long counted) {
    static final QuantaCount NOTHING = new QuantaCount(0, 0, 0, 0);
  }

  /// How many quanta are one minute, hour or day as it is told: 1 where whole ones are counted, its
  /// seconds where time is counted.
  long quantaPerUnit();

  QuantaCount count(Leg leg);

  /// Whether nothing is charged at all, as the grace is not over.
  default boolean withinGrace(Leg leg, QuantaCount count) {
    return count.counted() <= graceQuanta();
  }

  /// The grace in quanta.
  long graceQuanta();

  /// Each day or interval after the due moment, in order, and before them the due date.
  List<JudgedUnit> judge(Leg leg);
}
