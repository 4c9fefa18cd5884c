package org.libstation.fines;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;

/// The suspension of borrowing that follows from one late return. It is always an estimate: the
/// central system suspends, and a station does not know the patron's other suspensions.
///
/// @param counted days late that count, without grace and free days
/// @param days its length; 0 for none
/// @param capped whether its maximum shortened it
/// @param from its first day: the day of the return
/// @param to first day on which the patron may borrow again; equals `from` if there is no
///   suspension
@RecordBuilder
public record SuspensionDays(
    BorrowingSuspension rule, long counted, long days, boolean capped, LocalDate from, LocalDate to)
    implements SuspensionDaysBuilder.With {

  public boolean isNone() {
    return days == 0;
  }
}
