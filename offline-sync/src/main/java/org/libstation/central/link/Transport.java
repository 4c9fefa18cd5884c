package org.libstation.central.link;

import java.io.IOException;
import java.time.Duration;

/// One two-way stream of bytes to the central system. Used by one thread at a time, except
/// [#close()], which any thread may call.
///
/// A simulation puts its own far end behind this port: its [#read(byte\[\], Duration)] moves the
/// virtual clock instead of waiting.
public interface Transport extends AutoCloseable {

  /// Connects afresh; what was open before is closed. May be called again after a failure.
  ///
  /// @throws IOException when there is no connection within that time
  void open(Duration within) throws IOException;

  /// Hands bytes over. When this throws, any part of them may have left.
  void write(byte[] bytes) throws IOException;

  /// Waits for bytes, at most that long; [Duration#ZERO] only takes what is there.
  ///
  /// @return how many came; 0 when the time passed without any; -1 when the far end closed
  int read(byte[] buffer, Duration within) throws IOException;

  /// Closes the connection; nothing happens when there is none.
  @Override
  void close();
}
