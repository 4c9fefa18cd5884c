package org.libstation.central;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/// The loan of the test item, as a probe saw it.
///
/// @param lent moment of the loan, in the time zone of the central system
/// @param due the day that the central system named
public record LoanSeen(LocalDateTime lent, LocalDate due) {
  /// Days from the loan to its due day.
  public long days() {
    return ChronoUnit.DAYS.between(lent.toLocalDate(), due);
  }
}
