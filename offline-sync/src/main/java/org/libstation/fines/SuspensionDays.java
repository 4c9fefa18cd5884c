package org.libstation.fines;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;

/// The suspension of borrowing that one late return gives. It is always an estimate: the central
/// system suspends, and a station does not know what other suspensions a reader has.
///
/// @param counted days late that count, without grace and free days
/// @param days how long it lasts; 0 for none
/// @param capped whether its maximum made it shorter
/// @param from first day of it: the day of the return
/// @param to first day on which the reader may borrow again; `from` when there is none
@RecordBuilder
public record SuspensionDays(
    BorrowingSuspension rule, long counted, long days, boolean capped, LocalDate from, LocalDate to)
    implements SuspensionDaysBuilder.With {

  public boolean isNone() {
    return days == 0;
  }
}
