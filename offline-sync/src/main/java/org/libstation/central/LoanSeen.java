package org.libstation.central;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/// The loan of a probe's test item.
///
/// @param lent in the zone of the central system
/// @param due the day that its answer named
public record LoanSeen(LocalDateTime lent, LocalDate due) {
  public long days() {
    return ChronoUnit.DAYS.between(lent.toLocalDate(), due);
  }
}
