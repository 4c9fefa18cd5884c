package org.libstation.fines;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/// A day or an interval after a due date, and whether it costs something.
///
/// @param day the local date; for an interval, the date on which it ends
/// @param end local moment at which an interval ends; empty for a day
/// @param amount size in counted quanta: 1 for a day or a bill; hours if Koha counts hours; seconds
///   if time is counted
@RecordBuilder
public record JudgedUnit(
    LocalDate day, Optional<LocalDateTime> end, long amount, DayVerdict verdict)
    implements JudgedUnitBuilder.With {

  static JudgedUnit day(LocalDate day, DayVerdict verdict) {
    return new JudgedUnit(day, Optional.empty(), 1, verdict);
  }

  JudgedUnit with(long otherAmount, DayVerdict other) {
    return with(c -> c.amount(otherAmount).verdict(other));
  }

  public boolean isCounted() {
    return verdict instanceof DayVerdict.Counted;
  }
}
