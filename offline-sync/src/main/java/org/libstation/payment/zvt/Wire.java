package org.libstation.payment.zvt;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.libstation.payment.TerminalLine;

/// Whole messages over a line: how they are framed is what TCP and serial differ in.
sealed interface Wire permits TcpWire, SerialWire {
  /// The longest pause within a frame (T1 of PA00P016 is 200 ms; a converter may need more).
  Duration WITHIN_FRAME = Duration.ofSeconds(1);

  /// @throws IOException when it did not arrive, or nobody can tell whether it did
  void send(Apdu message) throws IOException;

  /// The next message, if one begins within that time.
  ///
  /// @throws IOException when the line is lost or what came is no message
  Optional<Apdu> receive(Duration within) throws IOException;

  /// @param serial whether frames of the serial line are spoken; else as over TCP
  static Wire over(TerminalLine line, boolean serial) {
    return serial ? new SerialWire(line) : new TcpWire(line);
  }
}
