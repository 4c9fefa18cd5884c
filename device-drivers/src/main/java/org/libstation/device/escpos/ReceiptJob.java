package org.libstation.device.escpos;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.libstation.device.Receipt;
import org.libstation.device.receipt.Dots;
import org.libstation.device.receipt.LineBreaker;
import org.libstation.device.receipt.ReceiptPicture;

/// Turns a receipt into parcels: each a number of whole commands, small enough for any printer's
/// receive buffer, so that a status request never lands inside another command.
///
/// Chinese receipts are drawn, since only a picture looks the same on every printer. Others are
/// written in the printer's own letters by code page, line by line, and a line with characters
/// outside it (a Chinese title on an English receipt) is drawn.
final class ReceiptJob {
  /// The most bytes of one parcel but for a single longer command.
  static final int PARCEL_BYTES = 1800;

  private static final int WINDOWS_1252 = 16;
  private static final Charset LETTERS = Charset.forName("windows-1252");
  private static final int DOTS_A_LETTER = 12;
  private static final int LINE_DOTS = 38;
  private static final int LARGE_LINE_DOTS = 60;
  private static final int SPACE_DOTS = 24;
  private static final int QR_MODULE = 6;
  private static final int ROWS_A_SLICE = 24;

  /// How a site wants its receipts printed.
  ///
  /// @param dots paper width in dots, 576 or 384
  /// @param drawAll whether Latin text is drawn too
  /// @param nativeQr whether the printer makes the QR code itself
  record Settings(int dots, boolean drawAll, boolean nativeQr) {}

  private final Settings settings;
  private final Receipt receipt;
  private final String family;
  private final List<byte[]> parcels = new ArrayList<>();
  private final ByteArrayOutputStream open = new ByteArrayOutputStream();
  private final List<Receipt.Line> toDraw = new ArrayList<>();
  private final CharsetEncoder encoder = LETTERS.newEncoder();

  private ReceiptJob(Settings settings, Receipt receipt, String family) {
    this.settings = settings;
    this.receipt = receipt;
    this.family = family;
  }

  /// Whether some of it must be drawn, and so a font is needed.
  static boolean draws(Receipt receipt, Settings settings) {
    CharsetEncoder encoder = LETTERS.newEncoder();
    return settings.drawAll()
        || chinese(receipt)
        || receipt.lines().stream().anyMatch(line -> !writable(line, encoder));
  }

  /// @param family the font family for what is drawn
  static List<byte[]> parcels(Receipt receipt, Settings settings, String family) {
    ReceiptJob job = new ReceiptJob(settings, receipt, family);
    job.build();
    return job.parcels;
  }

  private void build() {
    boolean drawWhole = settings.drawAll() || chinese(receipt);
    add(EscPos.initialise());
    add(EscPos.leaveChineseMode());
    add(EscPos.codePage(WINDOWS_1252));
    add(EscPos.lineSpacing(LINE_DOTS));
    for (Receipt.Line line : receipt.lines()) {
      if (line instanceof Receipt.Qr(String text) && settings.nativeQr()) {
        flushDrawing();
        qr(text);
      } else if (drawWhole || !writable(line, encoder)) {
        toDraw.add(line);
      } else {
        flushDrawing();
        write(line);
      }
    }
    flushDrawing();
    add(EscPos.feedDots(SPACE_DOTS));
    add(EscPos.cut());
    endParcel();
  }

  private static boolean chinese(Receipt receipt) {
    return receipt.language().toLowerCase(Locale.ROOT).startsWith("zh");
  }

  private static boolean writable(Receipt.Line line, CharsetEncoder encoder) {
    return switch (line) {
      case Receipt.Text(String text, _, _) -> encoder.canEncode(text);
      case Receipt.Pair(String left, String right, _) -> encoder.canEncode(left + right);
      case Receipt.Rule(), Receipt.Qr(_) -> false;
      case Receipt.Space() -> true;
    };
  }

  private void write(Receipt.Line line) {
    switch (line) {
      case Receipt.Text(String text, Receipt.Style style, Receipt.Align align) ->
          text(text, style, align);
      case Receipt.Pair(String left, String right, Receipt.Style style) -> pair(left, right, style);
      case Receipt.Space() -> add(EscPos.feedDots(SPACE_DOTS));
      case Receipt.Rule(), Receipt.Qr(_) -> throw new IllegalStateException("these are drawn");
    }
  }

  private void text(String text, Receipt.Style style, Receipt.Align align) {
    int place =
        switch (align) {
          case LEFT -> 0;
          case CENTRE -> 1;
          case RIGHT -> 2;
        };
    for (String line : LineBreaker.wrap(text, receipt.language(), columns(style), String::length)) {
      letters(line, style, place);
    }
  }

  private void pair(String left, String right, Receipt.Style style) {
    int columns = columns(style);
    int forLeft = columns - right.length() - 2;
    if (forLeft < columns / 3) {
      text(left, style, Receipt.Align.LEFT);
      text(right, style, Receipt.Align.RIGHT);
      return;
    }
    List<String> lines = LineBreaker.wrap(left, receipt.language(), forLeft, String::length);
    for (String line : lines.subList(0, lines.size() - 1)) {
      letters(line, style, 0);
    }
    String last = lines.getLast();
    letters(last + " ".repeat(columns - last.length() - right.length()) + right, style, 0);
  }

  private void letters(String line, Receipt.Style style, int place) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(EscPos.align(place));
    out.writeBytes(EscPos.bold(style != Receipt.Style.NORMAL));
    boolean large = style == Receipt.Style.LARGE;
    out.writeBytes(large ? EscPos.size(2, 2) : EscPos.size(1, 1));
    out.writeBytes(EscPos.lineSpacing(large ? LARGE_LINE_DOTS : LINE_DOTS));
    out.writeBytes(line.getBytes(LETTERS));
    out.write('\n');
    add(out.toByteArray());
  }

  private void qr(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(EscPos.feedDots(SPACE_DOTS));
    out.writeBytes(EscPos.align(1));
    out.writeBytes(EscPos.qr(text.getBytes(StandardCharsets.UTF_8), QR_MODULE));
    out.writeBytes(EscPos.align(0));
    out.writeBytes(EscPos.feedDots(SPACE_DOTS));
    add(out.toByteArray());
  }

  private void flushDrawing() {
    if (toDraw.isEmpty()) {
      return;
    }
    Dots dots = ReceiptPicture.draw(toDraw, receipt.language(), family, settings.dots());
    toDraw.clear();
    add(EscPos.align(0));
    for (int row = 0; row < dots.rows(); row += ROWS_A_SLICE) {
      add(EscPos.raster(dots, row, Math.min(ROWS_A_SLICE, dots.rows() - row)));
    }
  }

  private int columns(Receipt.Style style) {
    int columns = settings.dots() / DOTS_A_LETTER;
    return style == Receipt.Style.LARGE ? columns / 2 : columns;
  }

  private void add(byte[] command) {
    if (open.size() > 0 && open.size() + command.length > PARCEL_BYTES) {
      endParcel();
    }
    open.writeBytes(command);
  }

  private void endParcel() {
    parcels.add(open.toByteArray());
    open.reset();
  }
}
