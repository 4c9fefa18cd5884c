/// Fines that can explain themselves, pure.
///
/// The flow: an [org.libstation.fines.EffectiveReturn] says on which day a return counts; the
/// [org.libstation.fines.FineCounter] judges each day between the due date and that day with the
/// [org.libstation.fines.OpeningCalendar] and the [org.libstation.fines.SuspensionWindow]s and
/// multiplies by the rate of the [org.libstation.fines.FinePolicy]; the
/// [org.libstation.fines.Assessment] keeps every day with its reason, and an
/// [org.libstation.fines.Explanation] counts them for one sentence on a screen.
@NullMarked
package org.libstation.fines;

import org.jspecify.annotations.NullMarked;
