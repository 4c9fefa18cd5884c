package org.libstation.device.link;

import java.time.Duration;
import java.util.OptionalInt;

/// An open two-way line of bytes.
public interface ByteLink extends AutoCloseable {

  /// Reads the bytes that have arrived, and waits for the first one for at most `timeout`.
  ///
  /// @return number of bytes put into `buffer`; 0 when none came in time
  /// @throws LinkLostException when the far end is gone or the link was closed
  int read(byte[] buffer, Duration timeout) throws LinkLostException;

  /// Writes all bytes, in one system call if possible.
  ///
  /// @param deadline after this time the link is closed and counts as lost
  /// @throws LinkLostException when not all bytes could be handed over
  void write(byte[] bytes, Duration deadline) throws LinkLostException;

  /// The printer status byte that the port itself gives, independent of the printer's own commands:
  /// IEEE 1284 (USB printer class 1.1, *get port status*). Bit 5 is set without paper, bit 4 while
  /// the printer is selected, bit 3 while there is no error. Empty if the port gives no status.
  default OptionalInt portStatus() {
    return OptionalInt.empty();
  }

  /// Closes the link; a blocked read or write ends. May be called twice and from another thread.
  @Override
  void close();
}
