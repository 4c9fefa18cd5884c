package org.libstation.payment;

import java.io.IOException;
import java.time.Duration;

/// Two-way bytes to a payment terminal, serial or TCP. One thread at a time may use it; [#close()]
/// may be called from any thread.
public interface TerminalLine extends AutoCloseable {

  /// Connects again; a connection that was open is closed first.
  ///
  /// @throws IOException if the terminal cannot be reached; the message says why
  void open() throws IOException;

  /// Writes all bytes.
  ///
  /// @throws IOException if the line is lost; any part of the bytes may have left
  void write(byte[] bytes) throws IOException;

  /// Waits for bytes, at most for the time `within`.
  ///
  /// @return number of bytes read; 0 if none came in time
  /// @throws IOException if the line is lost
  int read(byte[] buffer, Duration within) throws IOException;

  /// Closes the connection; does nothing if none is open.
  @Override
  void close();
}
