package org.libstation.device.starline;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.libstation.device.Receipt;
import org.libstation.device.receipt.Dots;
import org.libstation.device.receipt.ReceiptPicture;

/// The commands that the driver sends (Star Micronics, *STAR Line Mode Command Specifications*).
final class StarLine {
  private static final int ESC = 0x1B;
  private static final int PINS = 24;
  private static final int MOST_FED = 255;

  private StarLine() {}

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  /// Discards data that was not printed (`CAN`) and restores the settings of switching on
  /// (`ESC @`). Sets lines of 3 mm, the height of a picture strip (`ESC 0`).
  static byte[] initialise() {
    return bytes(0x18, ESC, 0x40, ESC, 0x30);
  }

  /// Switches automatic status off. The driver asks for the status instead, which is not allowed
  /// while automatic status is on.
  static byte[] noAutomaticStatus() {
    return bytes(ESC, 0x1E, 0x61, 0);
  }

  /// Asks for the status; the printer answers at once, whatever is in its buffer.
  static byte[] askStatus() {
    return bytes(ESC, 0x06, 0x01);
  }

  /// Sets the printer's count of marks to 0.
  static byte[] clearMarks() {
    return bytes(ESC, 0x1E, 0x45, 0);
  }

  /// A mark (`ETB`): the printer counts it after everything before was printed.
  static byte[] mark() {
    return bytes(0x17);
  }

  /// Feeds to the knife and cuts, leaving one point uncut.
  static byte[] cut() {
    return bytes(ESC, 0x64, 3);
  }

  /// @param dots each an eighth of a millimetre; at most 255
  static byte[] feed(int dots) {
    return bytes(ESC, 0x49, dots);
  }

  /// Turns each line of a receipt into commands, followed by the cut. All lines are drawn, so the
  /// printer's own letters do not matter.
  static List<byte[]> parcels(Receipt receipt, String family, int width) {
    List<byte[]> parcels = new ArrayList<>();
    for (Receipt.Line line : receipt.lines()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      draw(ReceiptPicture.draw(List.of(line), receipt.language(), family, width), out);
      parcels.add(out.toByteArray());
    }
    parcels.add(cut());
    return parcels;
  }

  private static void draw(Dots dots, ByteArrayOutputStream out) {
    int row = 0;
    while (row < dots.rows()) {
      int ink = row;
      while (ink < dots.rows() && dots.white(ink)) {
        ink++;
      }
      for (; row < ink; row += Math.min(MOST_FED, ink - row)) {
        out.writeBytes(feed(Math.min(MOST_FED, ink - row)));
      }
      if (row < dots.rows()) {
        out.writeBytes(strip(dots, row));
        row += PINS;
      }
    }
  }

  /// Prints a strip of 24 dots at once, column by column, topmost dot first (`ESC X`).
  static byte[] strip(Dots dots, int top) {
    int rows = Math.min(PINS, dots.rows() - top);
    int width = 1;
    for (int y = 0; y < rows; y++) {
      width = Math.max(width, 8 * dots.inkedBytes(top + y));
    }
    byte[] columns = new byte[width * 3];
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < Math.min(width, 8 * dots.bytesPerRow()); x++) {
        if (dots.black(x, top + y)) {
          columns[x * 3 + y / 8] |= (byte) (0x80 >> y % 8);
        }
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(bytes(ESC, 0x58, width & 0xFF, width >> 8));
    out.writeBytes(columns);
    out.write('\n');
    return out.toByteArray();
  }
}
