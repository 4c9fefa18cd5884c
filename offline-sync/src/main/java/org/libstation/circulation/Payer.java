package org.libstation.circulation;

import java.util.function.Consumer;

/// The person who pays at the terminal. The person is shown what to do and may want to stop. The
/// thread that waits for the terminal calls both methods.
@FunctionalInterface
public interface Payer extends Consumer<PaymentStep> {

  /// Whether this person no longer wants to pay. The program asks this repeatedly, beginning before
  /// it asks the terminal for anything, so an early wish to stop counts.
  default boolean stops() {
    return false;
  }
}
