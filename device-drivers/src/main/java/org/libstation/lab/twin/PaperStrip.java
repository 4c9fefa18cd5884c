package org.libstation.lab.twin;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/// The paper that comes out of a printer's twin: rows of dots, and the words that were printed in
/// the printer's own letters or codes.
public final class PaperStrip {
  /// Most rows of dots on one strip (5 m); a longer strip tears off.
  public static final int LONGEST = 40_000;

  private static final int MOST_WORDS = 100_000;
  private static final int SIDE = 32;
  private static final int ENDS = 40;

  private final int width;
  private final List<boolean[]> rows = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();

  /// @param width in dots
  public PaperStrip(int width) {
    this.width = width;
  }

  /// Number of rows printed and fed.
  public synchronized int length() {
    return rows.size();
  }

  /// Number of black dots.
  public synchronized long blackDots() {
    long count = 0;
    for (boolean[] row : rows) {
      for (boolean dot : row) {
        count += dot ? 1 : 0;
      }
    }
    return count;
  }

  /// The text printed in the printer's own letters, line by line; pictures add nothing.
  public synchronized String words() {
    return words.toString();
  }

  /// The strip as it looks, with the paper's edges around it.
  public synchronized BufferedImage image() {
    BufferedImage image =
        new BufferedImage(width + 2 * SIDE, rows.size() + 2 * ENDS, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        boolean inside = y >= ENDS && y < ENDS + rows.size() && x >= SIDE && x < SIDE + width;
        boolean black = inside && rows.get(y - ENDS)[x - SIDE];
        image.setRGB(x, y, black ? 0x101010 : 0xFFFFFF);
      }
    }
    return image;
  }

  /// Writes [#image()].
  ///
  /// @throws IOException if the file cannot be written
  public void writePng(Path file) throws IOException {
    ImageIO.write(image(), "png", file.toFile());
  }

  /// Adds one row of dots.
  ///
  /// @param dots as many as the strip is wide
  public synchronized void row(boolean[] dots) {
    rows.add(dots);
  }

  /// Adds the words of dots that were printed in the printer's own letters.
  public synchronized void say(String text) {
    if (words.length() < MOST_WORDS) {
      words.append(text);
    }
  }
}
