package org.libstation.device.link;

import java.time.Duration;

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

  /// Closes it; a blocked read or write ends. May be called twice and from another thread.
  @Override
  void close();
}
