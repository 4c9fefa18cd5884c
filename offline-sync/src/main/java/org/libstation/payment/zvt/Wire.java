package org.libstation.payment.zvt;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.libstation.payment.TerminalLine;

/// Sends and receives whole messages over a line. TCP and serial lines frame them differently.
sealed interface Wire permits TcpWire, SerialWire {
  /// Longest pause within a frame (T1 of PA00P016 is 200 ms; a converter may need more).
  Duration WITHIN_FRAME = Duration.ofSeconds(1);

  /// Sends one message.
  ///
  /// @throws IOException if the message did not arrive, or it is not known whether it did
  void send(Apdu message) throws IOException;

  /// The next message; empty if none begins within the time.
  ///
  /// @throws IOException if the line is lost or the received bytes are not a message
  Optional<Apdu> receive(Duration within) throws IOException;

  /// The framing for a kind of line.
  ///
  /// @param serial whether the line is serial; otherwise TCP
  static Wire over(TerminalLine line, boolean serial) {
    return serial ? new SerialWire(line) : new TcpWire(line);
  }
}
