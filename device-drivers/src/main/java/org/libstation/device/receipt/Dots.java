package org.libstation.device.receipt;

import java.awt.image.BufferedImage;

/// A black-and-white picture: rows of whole bytes, 1 is black, the most significant bit at the left
/// (as `GS v 0` needs it).
public final class Dots {
  private static final int HALF_GREY = 170;

  private final int bytesPerRow;
  private final int rows;
  private final byte[] bits;

  public Dots(int bytesPerRow, int rows) {
    this.bytesPerRow = bytesPerRow;
    this.rows = rows;
    this.bits = new byte[bytesPerRow * rows];
  }

  /// Converts a grey picture; its width is rounded up to whole bytes.
  public static Dots of(BufferedImage grey) {
    Dots dots = new Dots((grey.getWidth() + 7) / 8, grey.getHeight());
    for (int y = 0; y < grey.getHeight(); y++) {
      for (int x = 0; x < grey.getWidth(); x++) {
        if ((grey.getRGB(x, y) & 0xFF) < HALF_GREY) {
          dots.blacken(x, y);
        }
      }
    }
    return dots;
  }

  public int bytesPerRow() {
    return bytesPerRow;
  }

  public int rows() {
    return rows;
  }

  /// Whether the dot at column `x` of row `y` is black.
  public boolean black(int x, int y) {
    return (bits[y * bytesPerRow + x / 8] & (0x80 >> (x % 8))) != 0;
  }

  public void blacken(int x, int y) {
    bits[y * bytesPerRow + x / 8] |= (byte) (0x80 >> (x % 8));
  }

  /// Whether the whole row is white.
  public boolean white(int row) {
    return inkedBytes(row) == 0;
  }

  /// Number of bytes of this row up to the last black dot.
  public int inkedBytes(int row) {
    for (int b = bytesPerRow; b > 0; b--) {
      if (bits[row * bytesPerRow + b - 1] != 0) {
        return b;
      }
    }
    return 0;
  }

  /// The first `width` bytes of each of `count` rows, starting at row `first`.
  public byte[] slice(int first, int count, int width) {
    byte[] slice = new byte[count * width];
    for (int row = 0; row < count; row++) {
      System.arraycopy(bits, (first + row) * bytesPerRow, slice, row * width, width);
    }
    return slice;
  }
}
