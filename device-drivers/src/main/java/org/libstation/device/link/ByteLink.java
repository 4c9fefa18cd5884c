package org.libstation.device.link;

import java.time.Duration;
import java.util.OptionalInt;

/// An open two-way line of bytes.
public interface ByteLink extends AutoCloseable {

  /// Reads what is there, waiting for the first byte at most `timeout`.
  ///
  /// @return how many bytes were put into `buffer`; 0 when none came in time
  /// @throws LinkLostException when the far end is gone or the link was closed
  int read(byte[] buffer, Duration timeout) throws LinkLostException;

  /// Writes all bytes, in one call to the system where that is possible.
  ///
  /// @param deadline after this long the link is closed and counts as lost
  /// @throws LinkLostException when not all bytes could be handed over
  void write(byte[] bytes, Duration deadline) throws LinkLostException;

  /// What the port itself says of a printer, which need not understand a question for it: the
  /// status byte of IEEE 1284 (USB printer class 1.1, *get port status*). Bit 5 is set without
  /// paper, bit 4 while it is selected, bit 3 while there is no error. Empty where the port says
  /// nothing.
  default OptionalInt portStatus() {
    return OptionalInt.empty();
  }

  /// Closes it; a blocked read or write ends. May be called twice and from another thread.
  @Override
  void close();
}
