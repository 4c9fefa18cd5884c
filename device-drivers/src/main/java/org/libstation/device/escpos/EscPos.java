package org.libstation.device.escpos;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.libstation.device.receipt.Dots;

/// The ESC/POS commands that the driver sends (Epson TM-T88III specification, ESC/POS command
/// reference).
final class EscPos {
  private static final int DLE = 0x10;
  private static final int ESC = 0x1B;
  private static final int FS = 0x1C;
  private static final int GS = 0x1D;

  private EscPos() {}

  static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  static byte[] initialise() {
    return bytes(ESC, 0x40);
  }

  /// Leaves Chinese mode. Printers for the Chinese market start in this mode, which joins bytes
  /// above 7F into pairs.
  static byte[] leaveChineseMode() {
    return bytes(FS, 0x2E);
  }

  static byte[] enterChineseMode() {
    return bytes(FS, 0x26);
  }

  /// @param page number of the code page, see [PrinterSheet]
  static byte[] codePage(int page) {
    return bytes(ESC, 0x74, page);
  }

  /// @param place 0 left, 1 centre, 2 right
  static byte[] align(int place) {
    return bytes(ESC, 0x61, place);
  }

  static byte[] bold(boolean on) {
    return bytes(ESC, 0x45, on ? 1 : 0);
  }

  static byte[] size(int width, int height) {
    return bytes(GS, 0x21, (width - 1) << 4 | (height - 1));
  }

  static byte[] lineSpacing(int dots) {
    return bytes(ESC, 0x33, dots);
  }

  static byte[] feedDots(int dots) {
    return bytes(ESC, 0x4A, dots);
  }

  static byte[] feedLines(int lines) {
    return bytes(ESC, 0x64, lines);
  }

  /// Asks for a status in real time: the printer answers at once, whatever is in its buffer.
  ///
  /// @param n 1 printer, 2 cause of being offline, 3 error, 4 paper
  static byte[] askStatus(int n) {
    return bytes(DLE, 0x04, n);
  }

  /// Switches automatic status on or off: the printer then reports each change without being asked.
  static byte[] automaticStatus(boolean on) {
    return bytes(GS, 0x61, on ? 0x0F : 0x00);
  }

  /// Asks for a mark: the printer answers only after it has processed all bytes before this
  /// command.
  static byte[] mark() {
    return bytes(GS, 0x72, 0x01);
  }

  /// Stores [#mark()] as the printer's macro. The printer forgets the macro when its power is cut,
  /// but not at [#initialise()].
  static byte[] keepMark() {
    return bytes(GS, 0x3A, GS, 0x72, 0x01, GS, 0x3A);
  }

  /// Runs the macro once, without delay. A printer that forgot the macro gives no answer.
  static byte[] obeyMacro() {
    return bytes(GS, 0x5E, 0x01, 0x00, 0x00);
  }

  /// Asks for a process ID response: a mark with a name (newer Epson models).
  ///
  /// @param id four characters from space to tilde, which the printer returns
  static byte[] markNamed(String id) {
    byte[] mark = bytes(GS, 0x28, 0x48, 6, 0, 0x30, 0x30, 0, 0, 0, 0);
    System.arraycopy(id.getBytes(StandardCharsets.US_ASCII), 0, mark, 7, 4);
    return mark;
  }

  /// Makes the printer continue after a cutter error whose cause was removed. The printer discards
  /// data that it has not printed.
  static byte[] recover() {
    return bytes(DLE, 0x05, 0x02);
  }

  /// Sets height, module width and text below for the barcodes that follow.
  static byte[] barcodeLook(int heightDots, int moduleDots) {
    return bytes(GS, 0x68, heightDots, GS, 0x77, moduleDots, GS, 0x48, 0x02);
  }

  /// @param data start and stop letter included, at most 255 bytes
  static byte[] codabar(String data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(bytes(GS, 0x6B, 0x47, data.length()));
    out.writeBytes(data.getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  /// Prints a QR code of model 2, error correction level M.
  ///
  /// @param data at most 7089 bytes
  static byte[] qr(byte[] data, int moduleDots) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(bytes(GS, 0x28, 0x6B, 4, 0, 0x31, 0x41, 0x32, 0));
    out.writeBytes(bytes(GS, 0x28, 0x6B, 3, 0, 0x31, 0x43, moduleDots));
    out.writeBytes(bytes(GS, 0x28, 0x6B, 3, 0, 0x31, 0x45, 0x31));
    int length = data.length + 3;
    out.writeBytes(bytes(GS, 0x28, 0x6B, length & 0xFF, length >> 8, 0x31, 0x50, 0x30));
    out.writeBytes(data);
    out.writeBytes(bytes(GS, 0x28, 0x6B, 3, 0, 0x31, 0x51, 0x30));
    return out.toByteArray();
  }

  /// Prints a piece of a picture (`GS v 0`).
  ///
  /// The printer obeys a real-time command even inside picture data. Therefore one more dot is
  /// blackened wherever the picture contains the beginning of one (`10 04`, `10 05`, `10 14`).
  ///
  /// @param bytesPerRow how many bytes of each row are sent; the dots to the right of them must be
  ///   white
  static byte[] raster(Dots dots, int firstRow, int rows, int bytesPerRow) {
    byte[] data = harmless(dots.slice(firstRow, rows, bytesPerRow));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        bytes(GS, 0x76, 0x30, 0, bytesPerRow & 0xFF, bytesPerRow >> 8, rows & 0xFF, rows >> 8));
    out.writeBytes(data);
    return out.toByteArray();
  }

  /// Prints a strip of a picture at once, column by column (`ESC *`).
  ///
  /// @param columns 3 bytes a column for 24 dots at full density, or 1 byte for 8 dots; topmost dot
  ///   first
  static byte[] columns(byte[] columns, int bytesPerColumn, int spacing) {
    int count = columns.length / bytesPerColumn;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(lineSpacing(spacing));
    out.writeBytes(bytes(ESC, 0x2A, bytesPerColumn == 3 ? 33 : 1, count & 0xFF, count >> 8));
    out.writeBytes(harmless(columns));
    out.write('\n');
    return out.toByteArray();
  }

  private static byte[] harmless(byte[] data) {
    for (int i = 0; i + 1 < data.length; i++) {
      if (data[i] == DLE && (data[i + 1] == 0x04 || data[i + 1] == 0x05 || data[i + 1] == 0x14)) {
        data[i] |= 0x08;
      }
    }
    if (data.length > 0 && data[data.length - 1] == DLE) {
      data[data.length - 1] |= 0x08;
    }
    return data;
  }
}
