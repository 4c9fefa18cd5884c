package org.libstation.fines;

import java.time.LocalDate;
import org.libstation.circulation.Money;

/// A stage that a loan has reached.
///
/// @param number from 1, in the order of the rules
/// @param day on which it was reached
/// @param fee what is owed of its fee: nothing where a later stage took its place
/// @param letter what is charged for its letter: the fee where it is one of a letter, and postage
public record StageFee(int number, LocalDate day, Stage stage, Money fee, Money letter) {

  /// What the reader owes for it before any limit, its letter shared with nobody.
  public Money whole() {
    return fee.plus(stage.postage());
  }
}
