package org.libstation.fines;

import java.time.LocalDate;
import org.libstation.circulation.Money;

/// A reminder stage that a loan has reached.
///
/// @param number from 1, in the order of the rules
/// @param day the day on which it was reached
/// @param fee the part of its fee that is owed: zero if a later stage replaced it
/// @param letter charge for its letter: the fee if it is for a letter, and postage
public record StageFee(int number, LocalDate day, Stage stage, Money fee, Money letter) {

  /// What the patron owes for this stage before any limit, if its letter is not shared.
  public Money whole() {
    return fee.plus(stage.postage());
  }
}
