package org.libstation.payment.zvt;

import java.io.IOException;
import java.time.Duration;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.payment.TerminalLine;

/// Reads a line byte by byte. Bytes of the next message are buffered.
final class LineBytes {
  static final int NONE = -1;

  private final TerminalLine line;
  private final byte[] buffer = new byte[4096];
  private int at;
  private int end;

  LineBytes(TerminalLine line) {
    this.line = line;
  }

  /// @return the next byte, or [#NONE] if none came in time
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

  /// Reads a byte of a frame that has begun.
  ///
  /// @throws IOException if it does not come
  int must() throws IOException {
    int next = next(Wire.WITHIN_FRAME);
    if (next == NONE) {
      throw new ZvtFault(TaskNoteCode.TERMINAL_MESSAGE_CUT, "a message broke off");
    }
    return next;
  }
}
