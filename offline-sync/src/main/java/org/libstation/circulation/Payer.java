package org.libstation.circulation;

import java.util.function.Consumer;

/// The person who pays at the terminal: is shown what to do there, and may want to stop. Shown in
/// the thread that waits for the terminal.
@FunctionalInterface
public interface Payer extends Consumer<PaymentStep> {

  /// Whether this person does not want to pay any more. Asked over and over, from before the
  /// terminal is asked for anything: who said so early has said so.
  default boolean stops() {
    return false;
  }
}
