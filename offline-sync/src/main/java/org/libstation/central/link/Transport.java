package org.libstation.central.link;

import java.io.IOException;
import java.time.Duration;

/// One two-way stream of bytes to the central system. One thread at a time uses it; only [#close()]
/// may be called from any thread.
///
/// A simulation implements this port with its own far end. Its [#read(byte\[\], Duration)] moves
/// the virtual clock instead of waiting.
public interface Transport extends AutoCloseable {

  /// Opens a fresh connection and closes the old one. May be called again after a failure.
  ///
  /// @throws IOException if no connection is made within that time
  void open(Duration within) throws IOException;

  /// Sends bytes. If this throws, any part of them may have left.
  void write(byte[] bytes) throws IOException;

  /// Waits for bytes, at most that long. [Duration#ZERO] takes only what is already there.
  ///
  /// @return number of bytes; 0 if none came in time, -1 if the far end closed
  int read(byte[] buffer, Duration within) throws IOException;

  /// Closes the connection; does nothing if there is none.
  @Override
  void close();
}
