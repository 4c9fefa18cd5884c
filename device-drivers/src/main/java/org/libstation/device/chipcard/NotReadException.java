package org.libstation.device.chipcard;

import org.libstation.device.CardProblem;

/// A card was not read to its end. Its message names no key and nothing of the card.
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
