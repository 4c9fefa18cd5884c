package org.libstation.payment.zvt;

import java.io.IOException;
import java.time.Duration;
import org.libstation.payment.TerminalLine;

/// The bytes of a line one by one; those of the next message wait here.
final class LineBytes {
  static final int NONE = -1;

  private final TerminalLine line;
  private final byte[] buffer = new byte[4096];
  private int at;
  private int end;

  LineBytes(TerminalLine line) {
    this.line = line;
  }

  /// @return the next byte, or [#NONE] when none came in time
  int next(Duration within) throws IOException {
    if (at == end) {
      at = 0;
      end = Math.max(0, line.read(buffer, within));
      if (end == 0) {
        return NONE;
      }
    }
    return buffer[at++] & 0xFF;
  }

  /// A byte that must come: the frame has begun.
  ///
  /// @throws IOException when it does not
  int must() throws IOException {
    int next = next(Wire.WITHIN_FRAME);
    if (next == NONE) {
      throw new IOException("a message broke off");
    }
    return next;
  }
}
