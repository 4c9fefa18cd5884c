package org.libstation.device.escpos;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.device.Receipt;
import org.libstation.device.receipt.Dots;
import org.libstation.device.receipt.ReceiptPicture;

/// Turns a receipt, or the rest of one, into [Parcel]s. A parcel has at most one line, so that each
/// printed line is known; the last parcel is the cut alone.
///
/// A line is written in the printer's own letters if the printer has every character of it
/// ([LineWriter]). Otherwise it is drawn, because only a picture looks the same on every printer.
final class ReceiptJob {
  /// Most bytes of one parcel, unless a single command is longer.
  static final int PARCEL_BYTES = 1800;

  private static final int SPACE_DOTS = 24;
  private static final int ROWS_A_SLICE = 24;

  private final PrinterSettings.PrintStyle style;
  private final Receipt receipt;
  private final String family;
  private final LineWriter writer;
  private final List<Parcel> parcels = new ArrayList<>();
  private final ByteArrayOutputStream open = new ByteArrayOutputStream();
  private int openedAtLine;
  private int line;

  private ReceiptJob(PrinterSettings.PrintStyle style, Receipt receipt, String family) {
    this.style = style;
    this.receipt = receipt;
    this.family = family;
    this.writer = new LineWriter(style, receipt.language());
  }

  /// Whether some lines must be drawn with letters, so that a font is needed.
  static boolean draws(Receipt receipt, PrinterSettings.PrintStyle style) {
    LineWriter writer = new LineWriter(style, receipt.language());
    return receipt.lines().stream()
        .anyMatch(each -> needsFont(each) && writer.written(each).isEmpty());
  }

  private static boolean needsFont(Receipt.Line line) {
    return switch (line) {
      case Receipt.Text _, Receipt.Pair _, Receipt.Codabar _ -> true;
      case Receipt.Rule _, Receipt.Space _, Receipt.Qr _, Receipt.Picture _ -> false;
    };
  }

  /// Makes the parcels of a receipt from one line on.
  ///
  /// @param from the first line, counted from 0
  /// @param heading text above the first line; empty for none
  static List<Parcel> parcels(
      Receipt receipt, int from, String heading, PrinterSettings.PrintStyle style, String family) {
    ReceiptJob job = new ReceiptJob(style, receipt, family);
    job.build(from, heading);
    return job.parcels;
  }

  private void build(int from, String heading) {
    line = from;
    open.writeBytes(EscPos.initialise());
    beginParcel();
    if (!heading.isEmpty()) {
      put(new Receipt.Text(heading, Receipt.Style.BOLD, Receipt.Align.CENTRE));
    }
    for (; line < receipt.lines().size(); line++) {
      put(receipt.lines().get(line));
      endParcel();
    }
    add(EscPos.feedDots(SPACE_DOTS));
    add(style.sheet().ending());
    endParcel();
  }

  private void put(Receipt.Line each) {
    Optional<List<byte[]>> written = writer.written(each);
    if (written.isPresent()) {
      written.get().forEach(this::add);
    } else {
      draw(each);
    }
  }

  private void draw(Receipt.Line each) {
    Dots dots = ReceiptPicture.draw(List.of(each), receipt.language(), family, style.dots());
    boolean words = each instanceof Receipt.Text || each instanceof Receipt.Pair;
    int above = words && writer.writesLatin() ? whiteAbove(dots) : 0;
    if (style.sheet().image().rows()) {
      draw(dots, above);
    } else {
      ColumnImage.commands(dots, above, style.sheet().image()).forEach(this::add);
    }
    if (above > 0) {
      // The printer's own letters stand at the top of their line. Drawn letters among them must do
      // so too.
      add(style.sheet().image().rows() ? EscPos.raster(dots, 0, above, 1) : EscPos.feedDots(above));
    }
  }

  private static int whiteAbove(Dots dots) {
    int rows = 0;
    while (rows < dots.rows() - 1 && dots.white(rows)) {
      rows++;
    }
    return rows;
  }

  private void draw(Dots dots, int from) {
    int row = from;
    while (row < dots.rows()) {
      boolean white = dots.white(row);
      int end = row + 1;
      while (end < dots.rows() && dots.white(end) == white && (white || end - row < ROWS_A_SLICE)) {
        end++;
      }
      add(EscPos.raster(dots, row, end - row, widest(dots, row, end)));
      row = end;
    }
  }

  /// White paper at the right is not sent: the time to print a drawn receipt is mostly time on the
  /// wire.
  private static int widest(Dots dots, int from, int to) {
    int widest = 1;
    for (int row = from; row < to; row++) {
      widest = Math.max(widest, dots.inkedBytes(row));
    }
    return widest;
  }

  private void add(byte[] command) {
    if (open.size() > 0 && open.size() + command.length > PARCEL_BYTES) {
      endParcel();
    }
    if (open.size() == 0) {
      beginParcel();
    }
    open.writeBytes(command);
  }

  private void beginParcel() {
    openedAtLine = line;
    open.writeBytes(EscPos.leaveChineseMode());
    open.writeBytes(EscPos.codePage(style.sheet().number(style.page())));
    open.writeBytes(EscPos.align(0));
  }

  private void endParcel() {
    if (open.size() > 0) {
      parcels.add(new Parcel(open.toByteArray(), openedAtLine));
      open.reset();
    }
  }
}
