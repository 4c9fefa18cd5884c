package org.libstation.device.receipt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// A Chinese font that PDFBox can embed. Noto CJK is not one: its outlines are CFF, and PDFBox 3
/// cannot reduce such a font to the glyphs of a receipt. If Noto is installed, [PdfOutlines] draws
/// its shapes over text in this font.
public final class PdfFont {
  public static final String INSTALL =
      "no TrueType Chinese font is installed: install fonts-wqy-microhei or fonts-wqy-zenhei";

  private static final List<FontCandidate> CANDIDATES =
      List.of(
          new FontCandidate("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc", "WenQuanYiMicroHei"),
          new FontCandidate("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc", "WenQuanYiZenHei"),
          new FontCandidate("/usr/share/fonts/truetype/arphic/uming.ttc", "UMingHK"));

  private record FontCandidate(String path, String name) {}

  private PdfFont() {}

  /// The first suitable font file; empty if none is installed.
  public static Optional<Path> installed() {
    return CANDIDATES.stream().map(c -> Path.of(c.path())).filter(Files::exists).findFirst();
  }

  /// A font and its open file. Keep it open until the document is written, then close it.
  public static final class LoadedFont implements AutoCloseable {
    private final AutoCloseable collection;
    private final PDFont font;

    private LoadedFont(AutoCloseable collection, PDFont font) {
      this.collection = collection;
      this.font = font;
    }

    public PDFont font() {
      return font;
    }

    @Override
    public void close() throws IOException {
      try {
        collection.close();
      } catch (IOException e) {
        throw e;
      } catch (Exception e) {
        throw new IOException(e);
      }
    }
  }

  /// Loads the font for embedding, reduced to the glyphs that are used.
  ///
  /// @throws IOException when none is installed or it cannot be read
  public static LoadedFont load(PDDocument document) throws IOException {
    Path path = installed().orElseThrow(() -> new IOException(INSTALL));
    if (!path.toString().endsWith(".ttc")) {
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBufferedFile(path.toFile()));
      return new LoadedFont(font, PDType0Font.load(document, font, true));
    }
    TrueTypeCollection collection = new TrueTypeCollection(path.toFile());
    String name =
        CANDIDATES.stream()
            .filter(c -> c.path().equals(path.toString()))
            .map(FontCandidate::name)
            .findFirst()
            .orElseThrow();
    TrueTypeFont font = collection.getFontByName(name);
    if (font == null) {
      collection.close();
      throw new IOException(path + " holds no font " + name);
    }
    return new LoadedFont(collection, PDType0Font.load(document, font, true));
  }
}
