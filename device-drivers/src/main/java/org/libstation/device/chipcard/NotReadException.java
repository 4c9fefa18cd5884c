package org.libstation.device.chipcard;

import org.libstation.device.CardProblem;

/// Thrown if a card could not be read to its end. The message contains no key and no data of the
/// card.
final class NotReadException extends Exception {
  private static final long serialVersionUID = 1L;

  private final CardProblem problem;

  NotReadException(CardProblem problem, String message) {
    super(message);
    this.problem = problem;
  }

  CardProblem problem() {
    return problem;
  }
}
