package org.libstation.fleet.order;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How far a station is with an order, as its answers say it. On the wire each is its name in small
/// letters.
public enum OrderStep {
  RECEIVED,
  REFUSED,
  BEGUN,
  DONE,
  FAILED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Empty for what another program calls in a way that is not known here.
  static Optional<OrderStep> of(String word) {
    return Stream.of(values()).filter(step -> step.word().equals(word)).findFirst();
  }
}
