package org.libstation.lab.embedded;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;

/// One loan, open or ended.
///
/// @param card whose it is
/// @param firstDue the due date it began with
/// @param due the due date it has now
/// @param returnedAt the moment of return that counts; empty while it is open
public record Loan(
    long number,
    String item,
    String card,
    String station,
    OffsetDateTime lentAt,
    LocalDateTime firstDue,
    LocalDateTime due,
    int renewals,
    Optional<OffsetDateTime> returnedAt) {

  @Override
  public String toString() {
    return "Loan[" + number + ", " + item + ", due " + due + "]";
  }
}
