/// Belongs here: pure counting of fines, with an explanation for each day.
///
/// Does not belong here: the document from which the rules come (`policy`).
///
/// An [org.libstation.fines.EffectiveReturn] says when a return counts. An
/// [org.libstation.fines.OpeningCalendar] and its [org.libstation.fines.SuspensionWindow]s make an
/// [org.libstation.fines.FineCounter]. The counter judges an [org.libstation.fines.OverdueLoan] by
/// a [org.libstation.fines.FinePolicy].
///
/// The policy's [org.libstation.fines.CountingRule] selects a counting line (set of dates,
/// difference, bills, time). The line looks up prepared sums (`DayBook`, `CalendarSums`,
/// `WindowSums`) instead of visiting each day. Charges become money within the
/// [org.libstation.fines.Maximum].
///
/// `assess` returns an [org.libstation.fines.Assessment]; `explain` adds every day or interval with
/// its [org.libstation.fines.DayVerdict]. [org.libstation.fines.Profile] has the rules of known
/// families of systems.
@NullMarked
package org.libstation.fines;

import org.jspecify.annotations.NullMarked;
