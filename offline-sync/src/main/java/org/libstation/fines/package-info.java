/// Belongs here: counting of fines, pure, with an explanation for each day.
///
/// Does not belong here: the document that the rules come from (policy).
///
/// Fines that can explain themselves, pure.
///
/// The flow: an [org.libstation.fines.EffectiveReturn] says when a return counts. A
/// [org.libstation.fines.FineCounter], made from an [org.libstation.fines.OpeningCalendar] and its
/// [org.libstation.fines.SuspensionWindow]s, is asked about an [org.libstation.fines.OverdueLoan]
/// under a [org.libstation.fines.FinePolicy]. The policy's [org.libstation.fines.CountingRule]
/// chooses a counting line (the set of dates, a difference, bills, time), which asks sums that were
/// prepared once (`DayBook`, `CalendarSums`, `WindowSums`) instead of walking over days. Charges
/// become money within the [org.libstation.fines.Maximum].
///
/// `assess` answers with an [org.libstation.fines.Assessment]; `explain` adds every day or interval
/// with its [org.libstation.fines.DayVerdict]. [org.libstation.fines.Profile] names the rules of
/// known families of systems.
@NullMarked
package org.libstation.fines;

import org.jspecify.annotations.NullMarked;
