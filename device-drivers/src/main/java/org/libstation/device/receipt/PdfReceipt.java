package org.libstation.device.receipt;

import com.google.zxing.common.BitMatrix;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.libstation.device.Receipt;

/// Writes receipts as PDF pages, by default 80 mm wide and as high as needed. The text can be
/// searched and copied.
public final class PdfReceipt {
  private static final float POINTS_PER_MILLIMETRE = 72 / 25.4f;
  private static final float ENDS = 8 * POINTS_PER_MILLIMETRE;
  private static final float NORMAL = 9.5f;
  private static final float LARGE = 15.5f;
  private static final float SPACE = 8;
  private static final float RULE = 11;
  private static final float QR_MODULE = 2.1f;
  private static final float QR_MARGIN = 8;
  private static final float PAIR_GAP = 8;
  private static final float CODABAR_MODULE = 1.06f;
  private static final float CODABAR_HEIGHT = 26;
  private static final float CODABAR_QUIET = 20;

  /// Size of a printer's dot: an eighth of a millimetre, in points.
  private static final float DOT = POINTS_PER_MILLIMETRE / 8;

  /// The paper of a page, in points.
  ///
  /// @param leastHeight height of a page; a page is higher if its lines need it
  /// @param sheets whether all pages have one height, and lines that do not fit go to the next page
  public record PdfPageFormat(float width, float margin, float leastHeight, boolean sheets) {
    /// 80 mm wide and as high as needed.
    public static final PdfPageFormat SLIP = roll(80);

    /// A sheet for filing (ISO 216); higher only if its lines need it.
    public static final PdfPageFormat A4 = millimetres(210, 18, 297, false);

    /// Paper from a roll: a page is as high as needed.
    ///
    /// @param width in millimetres
    public static PdfPageFormat roll(int width) {
      return millimetres(width, 5, 0, false);
    }

    /// Sheets or labels of one size.
    ///
    /// @param width in millimetres
    /// @param height in millimetres
    public static PdfPageFormat sheet(int width, int height) {
      return millimetres(width, Math.min(18, Math.max(3, width / 12)), height, true);
    }

    private static PdfPageFormat millimetres(int width, int margin, int height, boolean sheets) {
      return new PdfPageFormat(
          width * POINTS_PER_MILLIMETRE,
          margin * POINTS_PER_MILLIMETRE,
          height * POINTS_PER_MILLIMETRE,
          sheets);
    }
  }

  private final PDFont font;
  private final PdfPageFormat form;
  private final String language;
  private final float pageHeight;
  private final PDPageContentStream out;
  private final boolean measuringOnly;
  private final Optional<PdfOutlines> outlines;
  private float used;

  private PdfReceipt(
      PDFont font,
      PdfPageFormat form,
      String language,
      float pageHeight,
      PDPageContentStream out,
      boolean measure) {
    this.font = font;
    this.form = form;
    this.language = language;
    this.pageHeight = pageHeight;
    this.out = out;
    this.measuringOnly = measure;
    this.outlines = PdfOutlines.of(language);
  }

  /// Writes one receipt to a file, replacing an existing one.
  ///
  /// @throws IOException when no suitable font is installed or the file cannot be written
  public static void write(Receipt receipt, Path file) throws IOException {
    write(List.of(receipt), PdfPageFormat.SLIP, "Receipt", file);
  }

  /// Writes each receipt on its own page.
  ///
  /// @param pages all in one language
  /// @param title the document's title
  /// @throws IOException when no suitable font is installed or the file cannot be written
  public static void write(List<Receipt> pages, PdfPageFormat form, String title, Path file)
      throws IOException {
    try (OutputStream to = Files.newOutputStream(file)) {
      float _ = write(pages, form, title, to);
    }
  }

  /// Writes each receipt on its own page, into a stream that stays open.
  ///
  /// @return the height of the highest page, in points
  /// @throws IOException as above
  public static float write(List<Receipt> pages, PdfPageFormat form, String title, OutputStream to)
      throws IOException {
    try (PDDocument document = new PDDocument();
        PdfFont.LoadedFont loaded = PdfFont.load(document)) {
      document.getDocumentInformation().setTitle(title);
      float highest = 0;
      for (Receipt receipt : pages) {
        document.getDocumentCatalog().setLanguage(receipt.language());
        for (Receipt page :
            form.sheets() ? sheets(receipt, form, loaded.font()) : List.of(receipt)) {
          float height = Math.max(form.leastHeight, height(page, form, loaded.font()));
          highest = Math.max(highest, height);
          try (PDPageContentStream out = stream(document, form, height)) {
            new PdfReceipt(loaded.font(), form, page.language(), height, out, false)
                .lines(page.lines());
          }
        }
      }
      document.save(to);
      return highest;
    }
  }

  /// Divides a receipt into sheets. A single line that is higher than a sheet stays whole, on a
  /// higher sheet.
  private static List<Receipt> sheets(Receipt receipt, PdfPageFormat form, PDFont font)
      throws IOException {
    List<Receipt> sheets = new ArrayList<>();
    List<Receipt.Line> sheet = new ArrayList<>();
    for (Receipt.Line line : receipt.lines()) {
      sheet.add(line);
      if (sheet.size() > 1
          && height(Receipt.of(receipt.language(), sheet), form, font) > form.leastHeight) {
        sheet.removeLast();
        sheets.add(Receipt.of(receipt.language(), sheet));
        sheet = new ArrayList<>(List.of(line));
      }
    }
    sheets.add(Receipt.of(receipt.language(), sheet));
    return sheets;
  }

  private static float height(Receipt page, PdfPageFormat form, PDFont font) throws IOException {
    try (PDDocument trial = new PDDocument();
        PDPageContentStream nowhere = stream(trial, form, 100)) {
      return new PdfReceipt(font, form, page.language(), 100, nowhere, true).lines(page.lines())
          + 2 * ENDS;
    }
  }

  private static PDPageContentStream stream(PDDocument document, PdfPageFormat form, float height)
      throws IOException {
    PDPage page = new PDPage(new PDRectangle(form.width, height));
    document.addPage(page);
    return new PDPageContentStream(document, page);
  }

  private float lines(List<Receipt.Line> lines) throws IOException {
    for (Receipt.Line line : lines) {
      switch (line) {
        case Receipt.Text(String text, Receipt.Style style, Receipt.Align align) ->
            text(text, style, align);
        case Receipt.Pair(String left, String right, Receipt.Style style) ->
            pair(left, right, style);
        case Receipt.Rule() -> rule();
        case Receipt.Space() -> used += SPACE;
        case Receipt.Qr(String text) -> code(QrPicture.modules(text));
        case Receipt.Codabar(String data) -> codabar(data);
        case Receipt.Picture picture -> picture(picture);
      }
    }
    return used;
  }

  private void text(String text, Receipt.Style style, Receipt.Align align) throws IOException {
    String shown = shown(text);
    for (String line :
        LineBreaker.wrap(shown, language, form.width - 2 * form.margin, t -> width(t, style))) {
      float free = form.width - 2 * form.margin - width(line, style);
      float x =
          switch (align) {
            case LEFT -> form.margin;
            case CENTRE -> form.margin + free / 2;
            case RIGHT -> form.margin + free;
          };
      words(line, style, x);
      used += lineHeight(style);
    }
  }

  private void pair(String left, String right, Receipt.Style style) throws IOException {
    String figure = shown(right);
    float rightWidth = width(figure, style);
    float leftWidth = form.width - 2 * form.margin - rightWidth - PAIR_GAP;
    if (leftWidth < (form.width - 2 * form.margin) / 3 && width(shown(left), style) > leftWidth) {
      text(left, style, Receipt.Align.LEFT);
      text(right, style, Receipt.Align.RIGHT);
      return;
    }
    List<String> lines = LineBreaker.wrap(shown(left), language, leftWidth, t -> width(t, style));
    for (int i = 0; i < lines.size(); i++) {
      words(lines.get(i), style, form.margin);
      if (i == lines.size() - 1) {
        words(figure, style, form.width - form.margin - rightWidth);
      }
      used += lineHeight(style);
    }
  }

  private void words(String text, Receipt.Style style, float x) throws IOException {
    if (measuringOnly || text.isEmpty()) {
      return;
    }
    float size = size(style);
    float baseline = pageHeight - ENDS - used - (lineHeight(style) + size) / 2 + size * 0.14f;
    if (outlines.isPresent()) {
      outlines.get().draw(out, text, style, size, x, baseline);
      unseen(printable(text), size, x, baseline, width(text, style));
      return;
    }
    out.beginText();
    out.setFont(font, size);
    boolean heavy = style != Receipt.Style.NORMAL;
    out.setRenderingMode(heavy ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    out.setLineWidth(size / 32);
    out.newLineAtOffset(x, baseline);
    out.showText(text);
    out.endText();
  }

  /// Writes the invisible text for searching and copying, as wide as the visible one.
  private void unseen(String text, float size, float x, float baseline, float seen)
      throws IOException {
    float own = embedded(text, size);
    out.beginText();
    out.setFont(font, size);
    out.setRenderingMode(RenderingMode.NEITHER);
    out.setHorizontalScaling(own > 0 ? 100 * seen / own : 100);
    out.newLineAtOffset(x, baseline);
    out.showText(text);
    out.endText();
  }

  private void rule() throws IOException {
    if (!measuringOnly) {
      out.addRect(
          form.margin, pageHeight - ENDS - used - RULE / 2, form.width - 2 * form.margin, 0.7f);
      out.fill();
    }
    used += RULE;
  }

  private void code(BitMatrix modules) throws IOException {
    float module = Math.min(QR_MODULE, (form.width - 2 * form.margin) / modules.getWidth());
    float side = modules.getWidth() * module;
    used += QR_MARGIN;
    blocks(modules, module, module);
    used += side + QR_MARGIN;
  }

  private void codabar(String data) throws IOException {
    BitMatrix modules = CodabarPicture.modules(data);
    float across =
        Math.min(
            CODABAR_MODULE, (form.width - 2 * form.margin) / (modules.getWidth() + CODABAR_QUIET));
    used += SPACE / 2;
    blocks(modules, across, CODABAR_HEIGHT);
    used += CODABAR_HEIGHT;
    text(CodabarPicture.text(data), Receipt.Style.NORMAL, Receipt.Align.CENTRE);
  }

  /// Draws dark modules in the middle of the page, below the used part.
  private void blocks(BitMatrix modules, float across, float down) throws IOException {
    float left = (form.width - modules.getWidth() * across) / 2;
    float top = pageHeight - ENDS - used;
    if (!measuringOnly) {
      for (int y = 0; y < modules.getHeight(); y++) {
        for (int x = 0; x < modules.getWidth(); x++) {
          if (modules.get(x, y)) {
            out.addRect(left + x * across, top - (y + 1) * down, across, down);
          }
        }
      }
      out.fill();
    }
  }

  private void picture(Receipt.Picture picture) throws IOException {
    BitMatrix dots =
        new BitMatrix(Math.max(1, picture.width()), Math.max(1, picture.rows().size()));
    for (int y = 0; y < picture.rows().size(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        if (picture.rows().get(y).charAt(x) == '#') {
          dots.set(x, y);
        }
      }
    }
    used += SPACE / 2;
    blocks(dots, DOT, DOT);
    used += dots.getHeight() * DOT + SPACE / 2;
  }

  private String shown(String text) {
    return outlines.map(drawn -> drawn.printable(text)).orElseGet(() -> printable(text));
  }

  /// The text with a box for each character that the font cannot show. This is no error, because a
  /// title may hold any character.
  private String printable(String text) {
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .forEach(
            codePoint -> {
              String one = Character.toString(codePoint);
              kept.append(known(one) ? one : known("□") ? "□" : "?");
            });
    return kept.toString();
  }

  private boolean known(String one) {
    try {
      font.getStringWidth(one);
      return true;
    } catch (IOException | IllegalArgumentException _) {
      return false;
    }
  }

  private float width(String text, Receipt.Style style) {
    float size = size(style);
    return outlines
        .map(drawn -> drawn.width(text, style, size))
        .orElseGet(() -> embedded(text, size));
  }

  private float embedded(String text, float size) {
    try {
      return font.getStringWidth(text) / 1000 * size;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static float size(Receipt.Style style) {
    return style == Receipt.Style.LARGE ? LARGE : NORMAL;
  }

  private static float lineHeight(Receipt.Style style) {
    return style == Receipt.Style.LARGE ? 24 : 14.5f;
  }
}
