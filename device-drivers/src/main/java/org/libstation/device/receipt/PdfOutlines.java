package org.libstation.device.receipt;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.libstation.device.Receipt;

/// Draws the letters of a PDF as shapes, in the font family of screens and printers. PDFBox cannot
/// embed a part of Noto CJK, whose outlines are CFF. So the shapes are drawn, and an invisible text
/// below them, in an embeddable font, can be searched and copied.
final class PdfOutlines {
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
  private static final String BOX = "□";

  private final Font plain;
  private final Font bold;

  private PdfOutlines(String family) {
    this.plain = new Font(family, Font.PLAIN, 1);
    this.bold = new Font(family, Font.BOLD, 1);
  }

  /// The outlines for a language; empty if no font family of the screens is installed.
  static Optional<PdfOutlines> of(String language) {
    return ReceiptFonts.family(language)
        .filter(family -> family.startsWith("Noto"))
        .map(PdfOutlines::new);
  }

  /// The text with a box for each character that the family cannot show.
  String printable(String text) {
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .forEach(each -> kept.append(plain.canDisplay(each) ? Character.toString(each) : BOX));
    return kept.toString();
  }

  /// Width of a text in points.
  float width(String text, Receipt.Style style, float size) {
    return (float) font(style, size).getStringBounds(text, CONTEXT).getWidth();
  }

  /// Draws the letters, starting at a point of the page.
  void draw(PDPageContentStream out, String text, Receipt.Style style, float size, float x, float y)
      throws IOException {
    PathIterator path =
        font(style, size)
            .createGlyphVector(CONTEXT, text)
            .getOutline()
            .getPathIterator(new AffineTransform(1, 0, 0, -1, x, y));
    boolean inked = false;
    float[] at = new float[6];
    float lastX = 0;
    float lastY = 0;
    for (; !path.isDone(); path.next()) {
      switch (path.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> {
          out.moveTo(at[0], at[1]);
          lastX = at[0];
          lastY = at[1];
        }
        case PathIterator.SEG_LINETO -> {
          out.lineTo(at[0], at[1]);
          lastX = at[0];
          lastY = at[1];
        }
        case PathIterator.SEG_QUADTO -> {
          out.curveTo(
              lastX + (at[0] - lastX) * 2 / 3,
              lastY + (at[1] - lastY) * 2 / 3,
              at[2] + (at[0] - at[2]) * 2 / 3,
              at[3] + (at[1] - at[3]) * 2 / 3,
              at[2],
              at[3]);
          lastX = at[2];
          lastY = at[3];
        }
        case PathIterator.SEG_CUBICTO -> {
          out.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
          lastX = at[4];
          lastY = at[5];
        }
        default -> out.closePath();
      }
      inked = true;
    }
    if (inked) {
      out.fill();
    }
  }

  private Font font(Receipt.Style style, float size) {
    return (style == Receipt.Style.NORMAL ? plain : bold).deriveFont(size);
  }
}
