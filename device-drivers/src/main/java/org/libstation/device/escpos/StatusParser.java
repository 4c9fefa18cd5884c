package org.libstation.device.escpos;

import java.util.ArrayList;
import java.util.List;

/// Tells apart what a printer sends (Epson, appendix "transmitted status": fixed bits of each
/// kind).
///
/// Bytes that fit nothing are skipped.
final class StatusParser {
  private static final int XON = 0x11;
  private static final int XOFF = 0x13;

  /// One thing a printer said.
  sealed interface Said {
    /// An answer to DLE EOT; which one is known only from what was asked.
    record RealTime(int value) implements Said {}

    /// Automatic status back, 4 bytes.
    record Automatic(int first, int second, int third, int fourth) implements Said {}

    /// An answer that waited its turn behind the print data (GS r, GS I).
    record Queued(int value) implements Said {}
  }

  private final int[] automatic = new int[4];
  private int have;

  List<Said> take(byte[] bytes, int count) {
    List<Said> said = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      take(bytes[i] & 0xFF, said);
    }
    return said;
  }

  void reset() {
    have = 0;
  }

  private void take(int b, List<Said> said) {
    if (b == XON || b == XOFF) {
      return;
    }
    // Real-time answers may come between the four bytes; the three that follow the first have
    // bits 4 and 7 clear.
    boolean realTime = (b & 0x93) == 0x12;
    if (realTime) {
      said.add(new Said.RealTime(b));
    } else if ((b & 0x93) == 0x10) {
      automatic[0] = b;
      have = 1;
    } else if ((b & 0x90) == 0 && have > 0) {
      automatic[have++] = b;
      if (have == 4) {
        have = 0;
        said.add(new Said.Automatic(automatic[0], automatic[1], automatic[2], automatic[3]));
      }
    } else if ((b & 0x90) == 0) {
      said.add(new Said.Queued(b));
    }
  }
}
