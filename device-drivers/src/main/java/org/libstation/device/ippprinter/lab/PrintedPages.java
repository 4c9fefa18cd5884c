package org.libstation.device.ippprinter.lab;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.libstation.device.link.WireBytes;
import org.libstation.lab.twin.PaperStrip;

/// Draws a document as it looks on paper: its pages one below the other, at 203 dots an inch.
final class PrintedPages {
  /// Width of an empty strip, in dots.
  static final int NO_WIDTH = 8;

  private static final int DOTS_PER_INCH = 203;
  private static final int BLACK_BELOW = 0x80;

  private PrintedPages() {}

  /// @return a strip without rows if the bytes are not a PDF document
  static PaperStrip of(WireBytes pdf) {
    try (PDDocument document = Loader.loadPDF(pdf.toArray())) {
      PDFRenderer renderer = new PDFRenderer(document);
      PaperStrip strip = new PaperStrip(NO_WIDTH);
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        BufferedImage image = renderer.renderImageWithDPI(page, DOTS_PER_INCH, ImageType.GRAY);
        strip = page == 0 ? new PaperStrip(image.getWidth()) : strip;
        draw(image, strip);
      }
      strip.say(new PDFTextStripper().getText(document));
      return strip;
    } catch (IOException _) {
      return new PaperStrip(NO_WIDTH);
    }
  }

  private static void draw(BufferedImage image, PaperStrip strip) {
    for (int y = 0; y < image.getHeight(); y++) {
      boolean[] dots = new boolean[image.getWidth()];
      for (int x = 0; x < dots.length; x++) {
        dots[x] = image.getRaster().getSample(x, y, 0) < BLACK_BELOW;
      }
      strip.row(dots);
    }
  }
}
