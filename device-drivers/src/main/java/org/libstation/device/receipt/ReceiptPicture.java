package org.libstation.device.receipt;

import com.google.zxing.common.BitMatrix;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.libstation.device.Receipt;

/// Draws the lines of a receipt as dots, 8 per millimetre, for a given width of paper.
public final class ReceiptPicture {
  private static final int NORMAL_SIZE = 26;
  private static final int LARGE_SIZE = 42;
  private static final int NORMAL_HEIGHT = 40;
  private static final int LARGE_HEIGHT = 64;
  private static final int SPACE_HEIGHT = 24;
  private static final int RULE_HEIGHT = 30;
  private static final int RULE_THICKNESS = 2;
  private static final int MARGIN = 0;
  private static final int PAIR_GAP = 20;
  private static final int QR_MODULE = 6;
  private static final int QR_MARGIN = 20;
  private static final int PICTURE_MARGIN = 10;
  private static final int CODABAR_HEIGHT = 72;
  private static final int CODABAR_QUIET_MODULES = 20;

  private final String family;
  private final String language;
  private final int width;
  private final Graphics2D measuring;
  private final List<ReceiptPicturePiece> pieces = new ArrayList<>();
  private int height;

  /// An element at its place. All heights are known before anything is drawn.
  private sealed interface ReceiptPicturePiece {
    record ReceiptWords(String text, Font font, int x, int baseline)
        implements ReceiptPicturePiece {}

    record ReceiptBar(int y) implements ReceiptPicturePiece {}

    record ReceiptCode(BitMatrix modules, int x, int y, int across, int down)
        implements ReceiptPicturePiece {}

    record Image(Receipt.Picture picture, int x, int y) implements ReceiptPicturePiece {}
  }

  private ReceiptPicture(String family, String language, int width) {
    this.family = family;
    this.language = language;
    this.width = width;
    this.measuring = grey(1, 1).createGraphics();
  }

  /// Draws the lines.
  ///
  /// @param family an installed font family, as [ReceiptFonts#family] finds it
  /// @param width in dots; 576 for 80 mm paper, 384 for 58 mm
  public static Dots draw(List<Receipt.Line> lines, String language, String family, int width) {
    ReceiptPicture picture = new ReceiptPicture(family, language, width);
    lines.forEach(picture::place);
    return picture.paint();
  }

  private void place(Receipt.Line line) {
    switch (line) {
      case Receipt.Text(String text, Receipt.Style style, Receipt.Align align) ->
          text(text, style, align);
      case Receipt.Pair(String left, String right, Receipt.Style style) -> pair(left, right, style);
      case Receipt.Rule() -> {
        pieces.add(new ReceiptPicturePiece.ReceiptBar(height + (RULE_HEIGHT - RULE_THICKNESS) / 2));
        height += RULE_HEIGHT;
      }
      case Receipt.Space() -> height += SPACE_HEIGHT;
      case Receipt.Qr(String text) -> {
        BitMatrix modules = QrPicture.modules(text);
        int module = QrPicture.module(modules, width, QR_MODULE);
        int side = modules.getWidth() * module;
        pieces.add(
            new ReceiptPicturePiece.ReceiptCode(
                modules, (width - side) / 2, height + QR_MARGIN, module, module));
        height += side + 2 * QR_MARGIN;
      }
      case Receipt.Codabar(String data) -> codabar(data);
      case Receipt.Picture picture -> {
        height += PICTURE_MARGIN;
        pieces.add(new ReceiptPicturePiece.Image(picture, (width - picture.width()) / 2, height));
        height += picture.rows().size() + PICTURE_MARGIN;
      }
    }
  }

  private void codabar(String data) {
    BitMatrix modules = CodabarPicture.modules(data);
    int across = Math.clamp(width / (modules.getWidth() + CODABAR_QUIET_MODULES), 1, 3);
    int x = (width - modules.getWidth() * across) / 2;
    pieces.add(
        new ReceiptPicturePiece.ReceiptCode(
            modules, x, height + SPACE_HEIGHT / 2, across, CODABAR_HEIGHT));
    height += CODABAR_HEIGHT + SPACE_HEIGHT / 2;
    text(CodabarPicture.text(data), Receipt.Style.NORMAL, Receipt.Align.CENTRE);
  }

  private void text(String text, Receipt.Style style, Receipt.Align align) {
    FontMetrics metrics = measuring.getFontMetrics(font(style));
    for (String line : LineBreaker.wrap(text, language, width - 2 * MARGIN, metrics::stringWidth)) {
      int free = width - 2 * MARGIN - metrics.stringWidth(line);
      int x =
          switch (align) {
            case LEFT -> MARGIN;
            case CENTRE -> MARGIN + free / 2;
            case RIGHT -> MARGIN + free;
          };
      pieces.add(
          new ReceiptPicturePiece.ReceiptWords(line, font(style), x, baseline(metrics, style)));
      height += lineHeight(style);
    }
  }

  private void pair(String left, String right, Receipt.Style style) {
    FontMetrics metrics = measuring.getFontMetrics(font(style));
    int rightWidth = metrics.stringWidth(right);
    int leftWidth = width - 2 * MARGIN - rightWidth - PAIR_GAP;
    if (leftWidth < (width - 2 * MARGIN) / 3 && metrics.stringWidth(left) > leftWidth) {
      text(left, style, Receipt.Align.LEFT);
      text(right, style, Receipt.Align.RIGHT);
      return;
    }
    List<String> lines = LineBreaker.wrap(left, language, leftWidth, metrics::stringWidth);
    for (int i = 0; i < lines.size(); i++) {
      int baseline = baseline(metrics, style);
      pieces.add(new ReceiptPicturePiece.ReceiptWords(lines.get(i), font(style), MARGIN, baseline));
      if (i == lines.size() - 1) {
        pieces.add(
            new ReceiptPicturePiece.ReceiptWords(
                right, font(style), width - MARGIN - rightWidth, baseline));
      }
      height += lineHeight(style);
    }
  }

  /// Blanks that are drawn last. Java2D keeps the letters of the last text in an array that it
  /// reuses (`GlyphList`), and the blanks overwrite them. Longer than any line of a receipt.
  private static final String NOTHING = " ".repeat(400);

  private Dots paint() {
    BufferedImage image = grey(width, Math.max(1, height));
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setColor(Color.BLACK);
    smooth(graphics);
    for (ReceiptPicturePiece piece : pieces) {
      switch (piece) {
        case ReceiptPicturePiece.ReceiptWords(String text, Font font, int x, int baseline) -> {
          graphics.setFont(font);
          graphics.drawString(text, x, baseline);
        }
        case ReceiptPicturePiece.ReceiptBar(int y) ->
            graphics.fillRect(MARGIN, y, width - 2 * MARGIN, RULE_THICKNESS);
        case ReceiptPicturePiece.ReceiptCode code -> paint(graphics, code);
        case ReceiptPicturePiece.Image picture -> paint(graphics, picture);
      }
    }
    graphics.drawString(NOTHING, 0, 0);
    graphics.dispose();
    measuring.dispose();
    return Dots.of(image);
  }

  private static void paint(Graphics2D graphics, ReceiptPicturePiece.ReceiptCode code) {
    BitMatrix modules = code.modules();
    for (int row = 0; row < modules.getHeight(); row++) {
      for (int column = 0; column < modules.getWidth(); column++) {
        if (modules.get(column, row)) {
          graphics.fillRect(
              code.x() + column * code.across(),
              code.y() + row * code.down(),
              code.across(),
              code.down());
        }
      }
    }
  }

  private static void paint(Graphics2D graphics, ReceiptPicturePiece.Image image) {
    List<String> rows = image.picture().rows();
    for (int y = 0; y < rows.size(); y++) {
      for (int x = 0; x < rows.get(y).length(); x++) {
        if (rows.get(y).charAt(x) == '#') {
          graphics.fillRect(image.x() + x, image.y() + y, 1, 1);
        }
      }
    }
  }

  /// Uses grey edges. Cut at one level, they give rounder shapes than drawing in black alone.
  private static void smooth(Graphics2D graphics) {
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
  }

  private Font font(Receipt.Style style) {
    return switch (style) {
      case NORMAL -> new Font(family, Font.PLAIN, NORMAL_SIZE);
      case BOLD -> new Font(family, Font.BOLD, NORMAL_SIZE);
      case LARGE -> new Font(family, Font.BOLD, LARGE_SIZE);
    };
  }

  private int baseline(FontMetrics metrics, Receipt.Style style) {
    int letters = metrics.getFont().getSize();
    return height + (lineHeight(style) - letters) / 2 + letters * 88 / 100;
  }

  private static int lineHeight(Receipt.Style style) {
    return style == Receipt.Style.LARGE ? LARGE_HEIGHT : NORMAL_HEIGHT;
  }

  private static BufferedImage grey(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
  }
}
