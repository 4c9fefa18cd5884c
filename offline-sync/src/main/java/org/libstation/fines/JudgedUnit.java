package org.libstation.fines;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/// A day or an interval after a due date, and whether it costs something.
///
/// @param day the local date; of an interval, the one on which it ends
/// @param end the local moment at which an interval ends; empty for a day
/// @param amount how much of what is counted it is: 1 for a day or a bill; hours where Koha counts
///   hours; seconds where time is counted
public record JudgedUnit(
    LocalDate day, Optional<LocalDateTime> end, long amount, DayVerdict verdict) {

  static JudgedUnit day(LocalDate day, DayVerdict verdict) {
    return new JudgedUnit(day, Optional.empty(), 1, verdict);
  }

  JudgedUnit with(DayVerdict other) {
    return new JudgedUnit(day, end, amount, other);
  }

  JudgedUnit with(long otherAmount, DayVerdict other) {
    return new JudgedUnit(day, end, otherAmount, other);
  }

  public boolean isCounted() {
    return verdict instanceof DayVerdict.Counted;
  }
}
