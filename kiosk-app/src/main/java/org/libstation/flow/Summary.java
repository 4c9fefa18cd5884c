package org.libstation.flow;

import java.time.LocalDate;
import java.util.Optional;

/// What a visit came to, without anything personal.
///
/// @param borrowed lent, confirmed or not
/// @param toBeConfirmed how many of them are to be confirmed
/// @param notBorrowed refused, or left open
/// @param firstDue the earliest due day of what was lent
/// @param printProblem set when the receipt did not come out
public record Summary(
    int borrowed,
    int toBeConfirmed,
    int notBorrowed,
    int returned,
    int renewed,
    int renewalsAsked,
    Optional<LocalDate> firstDue,
    Optional<Code> printProblem) {

  public boolean empty() {
    return borrowed == 0 && returned == 0 && renewed == 0 && renewalsAsked == 0;
  }

  Summary withPrintProblem(Optional<Code> code) {
    return new Summary(
        borrowed, toBeConfirmed, notBorrowed, returned, renewed, renewalsAsked, firstDue, code);
  }
}
