package org.libstation.device.escpos;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Splits the printer's bytes into messages by their fixed bits (Epson, appendix "transmitted
/// status").
///
/// Unknown bytes are skipped and counted. The parser never keeps more than one answer of seven
/// bytes.
final class StatusParser {
  private static final int XON = 0x11;
  private static final int XOFF = 0x13;
  private static final int BLOCK = 0x37;
  private static final int POWER = 0x3B;
  private static final int PROCESS_ID = 0x22;
  private static final int BLOCK_BYTES = 7;
  private static final int POWER_BYTES = 3;

  /// One message from a printer.
  sealed interface PrinterStatusMessage {
    /// An answer to `DLE EOT`; only the order of the questions shows which one it answers.
    record RealTime(int value) implements PrinterStatusMessage {}

    /// Automatic status back, 4 bytes.
    record Automatic(int first, int second, int third, int fourth)
        implements PrinterStatusMessage {}

    /// An answer that waited its turn behind the print data (`GS r`, `GS I`).
    record QueuedAnswer(int value) implements PrinterStatusMessage {}

    /// A process ID response (`37 22 d1 d2 d3 d4 00`).
    record Named(String id) implements PrinterStatusMessage {}

    /// The printer was switched on (`3B 30 00` or `3B 31 00`, if its switches ask for it).
    record PrinterSwitchedOn() implements PrinterStatusMessage {}
  }

  private final int[] automatic = new int[4];
  private final int[] block = new int[BLOCK_BYTES];
  private int have;
  private int haveOfBlock;
  private int strays;

  /// Takes the first `count` bytes and returns the messages that they complete.
  List<PrinterStatusMessage> take(byte[] bytes, int count) {
    List<PrinterStatusMessage> said = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      take(bytes[i] & 0xFF, said);
    }
    return said;
  }

  /// Returns the number of unknown bytes since the last call.
  int takeStrays() {
    int count = strays;
    strays = 0;
    return count;
  }

  void reset() {
    have = 0;
    haveOfBlock = 0;
  }

  private void take(int b, List<PrinterStatusMessage> said) {
    if (b == XON || b == XOFF) {
      return;
    }
    if (haveOfBlock > 0) {
      inBlock(b, said);
      return;
    }
    // Real-time answers may come between the four bytes. The three bytes after the first have bits
    // 4 and 7 clear.
    if (b == BLOCK || b == POWER) {
      block[0] = b;
      haveOfBlock = 1;
    } else if ((b & 0x93) == 0x12) {
      said.add(new PrinterStatusMessage.RealTime(b));
    } else if ((b & 0x93) == 0x10) {
      automatic[0] = b;
      have = 1;
    } else if ((b & 0x90) == 0 && have > 0) {
      automatic[have++] = b;
      if (have == 4) {
        have = 0;
        said.add(
            new PrinterStatusMessage.Automatic(
                automatic[0], automatic[1], automatic[2], automatic[3]));
      }
    } else if ((b & 0x90) == 0) {
      said.add(new PrinterStatusMessage.QueuedAnswer(b));
    } else {
      strays++;
    }
  }

  private void inBlock(int b, List<PrinterStatusMessage> said) {
    int length = block[0] == BLOCK ? BLOCK_BYTES : POWER_BYTES;
    boolean last = haveOfBlock == length - 1;
    boolean fits =
        last
            ? b == 0
            : haveOfBlock > 1
                ? b >= 0x20 && b <= 0x7E
                : block[0] == BLOCK ? b == PROCESS_ID : b == 0x30 || b == 0x31;
    if (!fits) {
      // This was not a block: the bytes after its supposed first byte are parsed again.
      strays++;
      int[] swallowed = Arrays.copyOfRange(block, 1, haveOfBlock);
      haveOfBlock = 0;
      for (int each : swallowed) {
        take(each, said);
      }
      take(b, said);
      return;
    }
    block[haveOfBlock++] = b;
    if (last) {
      haveOfBlock = 0;
      said.add(block[0] == BLOCK ? named() : new PrinterStatusMessage.PrinterSwitchedOn());
    }
  }

  private PrinterStatusMessage named() {
    StringBuilder id = new StringBuilder();
    for (int i = 2; i < BLOCK_BYTES - 1; i++) {
      id.append((char) block[i]);
    }
    return new PrinterStatusMessage.Named(id.toString());
  }
}
