package org.libstation.command.probe;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/// The loan of the test item.
///
/// @param lent in the zone of the central system
/// @param due the day that its 12 named
record LoanSeen(LocalDateTime lent, LocalDate due) {
  long days() {
    return ChronoUnit.DAYS.between(lent.toLocalDate(), due);
  }
}
