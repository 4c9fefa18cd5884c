package org.libstation.payment;

import java.time.Duration;
import org.libstation.circulation.Payment;

/// What takes a patron's money: a card terminal beside the station. Cards and PINs of banks stay in
/// it; the station hears an amount and a reference.
///
/// Called by one thread, the desk's, which it may keep waiting.
public interface PaymentTerminal extends AutoCloseable {

  /// Asks for the money and waits for the person.
  ///
  /// @param payment its reference is given to no second payment, also after a restart
  /// @param atMost how long the person may take; then the terminal gives up by itself
  Outcome take(Payment payment, Duration atMost);

  /// What became of a payment that was asked for earlier, perhaps in a former run of the program.
  /// Asking takes no money.
  Outcome find(Payment payment);

  @Override
  void close();

  /// How a payment ended.
  sealed interface Outcome {
    /// The money is taken.
    ///
    /// @param receipt the terminal's own number of the transaction
    record Taken(String receipt) implements Outcome {}

    /// No money was taken, and none will be.
    record NotTaken(Why why) implements Outcome {}

    /// Nobody can tell now.
    record Unknown(String reason) implements Outcome {}
  }

  /// Why no money was taken.
  enum Why {
    DECLINED,
    CANCELLED,
    TIMED_OUT,
    /// The terminal knows no such payment: it was never asked.
    NEVER_ASKED,
    /// The terminal cannot be reached; nothing was asked.
    NOT_READY
  }
}
