package org.libstation.device.escpos;

import java.util.ArrayList;
import java.util.List;
import org.libstation.device.receipt.Dots;

/// Prints a picture on heads that accept columns of dots only (`ESC *`). Each strip is as high as
/// the head's pins; blank rows are skipped by feeding paper.
final class ColumnImage {
  private static final int MOST_FED = 255;

  private ColumnImage() {}

  /// Returns whole commands that print the rows from row `from` on.
  static List<byte[]> commands(Dots dots, int from, PrinterSheet.ImageMode image) {
    List<byte[]> all = new ArrayList<>();
    int high = image.pins() * image.tall();
    int row = from;
    while (row < dots.rows()) {
      int ink = row;
      while (ink < dots.rows() && dots.white(ink)) {
        ink++;
      }
      // If the picture ends inside the last strip, the strips begin earlier, in the blank rows
      // above.
      int strips = (inkEnd(dots, ink) - ink + high - 1) / high;
      int late = Math.max(0, ink + strips * high - dots.rows());
      int earlier = Math.min(ink - row, (late + image.tall() - 1) / image.tall() * image.tall());
      ink -= ink - earlier < row ? 0 : earlier;
      for (; row < ink; row += Math.min(MOST_FED, ink - row)) {
        all.add(EscPos.feedDots(Math.min(MOST_FED, ink - row)));
      }
      for (int strip = 0; strip < strips; strip++, row += high) {
        all.add(EscPos.columns(strip(dots, row, image), image.pins() / 8, high));
      }
    }
    return all;
  }

  /// Returns the first blank row after the inked rows that begin at `ink`.
  private static int inkEnd(Dots dots, int ink) {
    int end = ink;
    while (end < dots.rows() && !dots.white(end)) {
      end++;
    }
    return end;
  }

  private static byte[] strip(Dots dots, int top, PrinterSheet.ImageMode image) {
    int high = image.pins() * image.tall();
    int width = 1;
    for (int row = top; row < Math.min(top + high, dots.rows()); row++) {
      width = Math.max(width, 8 * dots.inkedBytes(row));
    }
    int bytes = image.pins() / 8;
    byte[] columns = new byte[width * bytes];
    for (int y = 0; y < Math.min(high, dots.rows() - top); y++) {
      int pin = y / image.tall();
      for (int x = 0; x < Math.min(width, 8 * dots.bytesPerRow()); x++) {
        if (dots.black(x, top + y)) {
          columns[x * bytes + pin / 8] |= (byte) (0x80 >> pin % 8);
        }
      }
    }
    return columns;
  }
}
