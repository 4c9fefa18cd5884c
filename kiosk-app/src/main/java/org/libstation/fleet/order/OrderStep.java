package org.libstation.fleet.order;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Progress of an order in a station's answers. On the wire each is its name in small letters.
public enum OrderStep {
  RECEIVED,
  REFUSED,
  BEGUN,
  DONE,
  FAILED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Finds a step by its word; empty for a word that is unknown here.
  static Optional<OrderStep> of(String word) {
    return Stream.of(values()).filter(step -> step.word().equals(word)).findFirst();
  }
}
