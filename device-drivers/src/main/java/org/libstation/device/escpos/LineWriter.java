package org.libstation.device.escpos;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.libstation.device.Receipt;
import org.libstation.device.receipt.LineBreaker;
import org.libstation.device.receipt.QrPicture;
import org.libstation.device.receipt.ReceiptFonts;

/// Writes lines of a receipt with the printer's own letters and codes, if the printer has all that
/// the line needs.
final class LineWriter {
  private static final int DOTS_A_LETTER = 12;
  private static final int LINE_DOTS = 38;
  private static final int LARGE_LINE_DOTS = 60;
  private static final int SPACE_DOTS = 24;
  private static final int QR_MODULE = 6;
  private static final int BARCODE_HEIGHT = 72;

  /// Widest Codabar character with its gap, in narrow modules.
  private static final int MODULES_A_CODABAR = 11;

  private final PrinterSettings.PrintStyle settings;
  private final String language;
  private final boolean chineseLanguage;
  private final boolean gbk;

  LineWriter(PrinterSettings.PrintStyle settings, String language) {
    this.settings = settings;
    this.language = language;
    this.chineseLanguage = language.toLowerCase(Locale.ROOT).startsWith("zh");
    this.gbk =
        switch (settings.chinese()) {
          case DRAWN -> false;
          case GBK -> chineseLanguage && !ReceiptFonts.traditional(language);
          case GBK_ALL -> true;
        };
  }

  /// Whether Latin lines use the printer's own letters.
  boolean writesLatin() {
    return !chineseLanguage && !settings.drawAll();
  }

  /// Writes one line as commands, each of them whole.
  ///
  /// @return empty if the line must be drawn
  Optional<List<byte[]>> written(Receipt.Line line) {
    return switch (line) {
      case Receipt.Text(String text, Receipt.Style style, Receipt.Align align) ->
          lines(wrapped(text, columns(style)), style, place(align));
      case Receipt.Pair(String left, String right, Receipt.Style style) -> pair(left, right, style);
      case Receipt.Space _ -> Optional.of(List.of(EscPos.feedDots(SPACE_DOTS)));
      case Receipt.Rule _, Receipt.Picture _ -> Optional.empty();
      case Receipt.Qr(String text) ->
          settings.nativeQr() ? Optional.of(List.of(qr(text))) : Optional.empty();
      case Receipt.Codabar(String data) ->
          settings.nativeBarcode() ? Optional.of(List.of(codabar(data))) : Optional.empty();
    };
  }

  private List<String> wrapped(String text, int columns) {
    return LineBreaker.wrap(text, language, columns, this::width);
  }

  private Optional<List<byte[]>> pair(String left, String right, Receipt.Style style) {
    int columns = columns(style);
    int forLeft = columns - width(right) - 2;
    List<byte[]> all = new ArrayList<>();
    if (forLeft < columns / 3 && width(left) > forLeft) {
      Optional<List<byte[]>> above = lines(wrapped(left, columns), style, 0);
      Optional<List<byte[]>> below = lines(wrapped(right, columns), style, 2);
      above.ifPresent(all::addAll);
      below.ifPresent(all::addAll);
      return above.isPresent() && below.isPresent() ? Optional.of(all) : Optional.empty();
    }
    List<String> lines = new ArrayList<>(wrapped(left, forLeft));
    String last = lines.removeLast();
    int free = columns - width(last) - width(right);
    lines.add(last + " ".repeat(Math.max(1, free)) + right);
    return lines(lines, style, 0);
  }

  private Optional<List<byte[]>> lines(List<String> lines, Receipt.Style style, int place) {
    List<byte[]> all = new ArrayList<>();
    for (String line : lines) {
      Optional<byte[]> letters = letters(line);
      if (letters.isEmpty()) {
        return Optional.empty();
      }
      boolean large = style == Receipt.Style.LARGE;
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes(EscPos.align(place));
      out.writeBytes(EscPos.bold(style != Receipt.Style.NORMAL));
      out.writeBytes(large ? EscPos.size(2, 2) : EscPos.size(1, 1));
      out.writeBytes(EscPos.lineSpacing(large ? LARGE_LINE_DOTS : LINE_DOTS));
      out.writeBytes(letters.get());
      out.write('\n');
      all.add(out.toByteArray());
    }
    return Optional.of(all);
  }

  /// Encodes one printed line in the code page if the page has every letter. Otherwise encodes it
  /// in GBK, between the two switches of Chinese mode.
  private Optional<byte[]> letters(String line) {
    if (settings.drawAll()) {
      return Optional.empty();
    }
    if (!gbk) {
      return chineseLanguage ? Optional.empty() : settings.page().encode(line);
    }
    Optional<byte[]> latin = chineseLanguage ? Optional.empty() : settings.page().encode(line);
    return latin.or(
        () ->
            Gbk.encode(line)
                .map(
                    pairs -> {
                      ByteArrayOutputStream out = new ByteArrayOutputStream();
                      out.writeBytes(EscPos.enterChineseMode());
                      out.writeBytes(pairs);
                      out.writeBytes(EscPos.leaveChineseMode());
                      return out.toByteArray();
                    }));
  }

  private byte[] qr(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(EscPos.feedDots(SPACE_DOTS));
    out.writeBytes(EscPos.align(1));
    int module = QrPicture.module(QrPicture.modules(text), settings.dots(), QR_MODULE);
    out.writeBytes(EscPos.qr(text.getBytes(StandardCharsets.UTF_8), module));
    out.writeBytes(EscPos.align(0));
    out.writeBytes(EscPos.feedDots(SPACE_DOTS));
    return out.toByteArray();
  }

  private byte[] codabar(String data) {
    int module = Math.clamp(settings.dots() / ((data.length() + 2) * MODULES_A_CODABAR), 1, 3);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(EscPos.align(1));
    out.writeBytes(EscPos.barcodeLook(BARCODE_HEIGHT, Math.max(2, module)));
    out.writeBytes(EscPos.codabar(data));
    out.writeBytes(EscPos.align(0));
    return out.toByteArray();
  }

  /// Width in columns of the printer's letters; a Chinese character takes two.
  private int width(String text) {
    boolean latin = !chineseLanguage && settings.page().encode(text).isPresent();
    return latin ? text.length() : Gbk.columns(text);
  }

  private static int place(Receipt.Align align) {
    return switch (align) {
      case LEFT -> 0;
      case CENTRE -> 1;
      case RIGHT -> 2;
    };
  }

  private int columns(Receipt.Style style) {
    int columns = settings.dots() / DOTS_A_LETTER;
    return style == Receipt.Style.LARGE ? columns / 2 : columns;
  }
}
