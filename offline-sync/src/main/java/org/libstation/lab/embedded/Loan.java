package org.libstation.lab.embedded;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;

/// One loan, open or ended.
///
/// @param card card of the patron
/// @param station login name of the station that lent it, or `counter`
/// @param firstDue due date at the start
/// @param due due date now
/// @param returnedAt return date that counts; empty while the loan is open
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
