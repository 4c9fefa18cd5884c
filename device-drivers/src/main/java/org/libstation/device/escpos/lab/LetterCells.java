package org.libstation.device.escpos.lab;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import org.libstation.device.receipt.ReceiptFonts;

/// The letters of the twin's fonts as cells of dots. The 512 cells used last are cached.
final class LetterCells {
  private static final int MOST_KEPT = 512;

  /// How a letter looks.
  ///
  /// @param width width of its cell before stretching: 9 or 12, and 24 for a Chinese character
  record LetterLook(
      int width, boolean bold, boolean underline, boolean inverted, int across, int down) {}

  private record LetterCellKey(String text, LetterLook look) {}

  private final Map<LetterCellKey, boolean[][]> kept =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<LetterCellKey, boolean[][]> eldest) {
          return size() > MOST_KEPT;
        }
      };

  boolean[][] cell(String text, LetterLook look) {
    return kept.computeIfAbsent(new LetterCellKey(text, look), key -> draw(key.text(), key.look()));
  }

  private static boolean[][] draw(String text, LetterLook look) {
    boolean chinese = look.width() == 24;
    int cellHeight = look.width() == 9 ? 17 : 24;
    int w = look.width() * look.across();
    int h = cellHeight * look.down();
    BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, w, h);
    g.setColor(Color.BLACK);
    String family =
        chinese ? ReceiptFonts.family("zh-Hans").orElse(Font.SANS_SERIF) : "DejaVu Sans Mono";
    float size = chinese ? 23 : look.width() * 1.66f;
    g.setFont(
        new Font(family, look.bold() ? Font.BOLD : Font.PLAIN, 1)
            .deriveFont(size)
            .deriveFont(AffineTransform.getScaleInstance(look.across(), look.down())));
    g.drawString(text, 0, h * 19 / 24);
    g.dispose();
    boolean[][] dots = new boolean[h][w];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        dots[y][x] = (image.getRGB(x, y) & 0xFF) < 140;
        dots[y][x] |= look.underline() && y >= h - 2;
        dots[y][x] ^= look.inverted();
      }
    }
    return dots;
  }
}
