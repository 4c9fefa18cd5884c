package org.libstation.payment;

import java.io.IOException;
import java.time.Duration;

/// Two-way bytes to a payment terminal, serial or TCP. Used by one thread at a time, except
/// [#close()].
public interface TerminalLine extends AutoCloseable {

  /// Connects afresh; what was open before is closed.
  ///
  /// @throws IOException when the terminal cannot be reached; the message says why
  void open() throws IOException;

  /// When this throws, any part of the bytes may have left.
  void write(byte[] bytes) throws IOException;

  /// Waits for bytes, at most that long.
  ///
  /// @return how many came; 0 when the time passed without any
  /// @throws IOException when the line is lost
  int read(byte[] buffer, Duration within) throws IOException;

  /// Nothing happens where none is open.
  @Override
  void close();
}
