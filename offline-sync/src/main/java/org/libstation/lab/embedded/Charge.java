package org.libstation.lab.embedded;

import java.util.Optional;
import org.libstation.circulation.Money;

/// A sum that a patron owes or owed.
///
/// @param loan the loan that caused it; empty if none did
/// @param explanation how a fine was counted, in words for staff
public record Charge(
    long number,
    String card,
    Optional<Long> loan,
    Optional<String> item,
    String what,
    Money amount,
    Money paid,
    String explanation) {

  public Money open() {
    return new Money(amount.minor() - paid.minor(), amount.currency());
  }

  @Override
  public String toString() {
    return "Charge[" + number + ", " + what + ", " + amount + "]";
  }
}
