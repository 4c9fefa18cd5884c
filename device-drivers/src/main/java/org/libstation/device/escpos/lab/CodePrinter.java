package org.libstation.device.escpos.lab;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// Draws the codes that the twin makes itself: QR, Code 128, Code 39, Codabar, EAN-13.
final class CodePrinter {
  private static final int MOST_QR_MODULE = 16;
  private static final int MOST_MODULE = 6;
  private static final int STANDARD_HEIGHT = 162;
  private static final int STANDARD_MODULE = 3;

  private final int width;
  private int qrModule = 3;
  private String qrLevel = "L";
  private String qrData = "";
  private int height = STANDARD_HEIGHT;
  private int module = STANDARD_MODULE;
  private int text;
  private String said = "";
  private String shown = "";

  /// @param width dots across the paper; a wider code is not printed
  CodePrinter(int width) {
    this.width = width;
  }

  /// Resets the settings of codes to those at switching on.
  void forgetLook() {
    qrModule = 3;
    qrLevel = "L";
    qrData = "";
    height = STANDARD_HEIGHT;
    module = STANDARD_MODULE;
    text = 0;
  }

  void height(int dots) {
    height = dots == 0 ? height : dots;
  }

  /// Sets the module width. A value out of range changes nothing.
  void module(int dots) {
    module = dots < 1 || dots > MOST_MODULE ? module : dots;
  }

  /// Sets where the text of a barcode is printed.
  ///
  /// @param place 0 none, 1 above, 2 below, 3 both
  void text(int place) {
    text = place;
  }

  /// The last code as words: its kind, its content, and the content again if text is printed beside
  /// it.
  String said() {
    return said;
  }

  /// The text to print below the last barcode; empty if none is wanted below.
  String textBelow() {
    return text >= 2 ? shown : "";
  }

  /// Obeys a QR code command.
  ///
  /// @param c a whole `GS ( k` command
  /// @return the dots, if this command prints
  Optional<boolean[][]> qrCommand(byte[] c) {
    if (c.length < 8 || c[5] != 0x31) {
      return Optional.empty();
    }
    switch (c[6] & 0xFF) {
      case 0x43 -> qrModule = Math.clamp(c[7] & 0xFF, 1, MOST_QR_MODULE);
      case 0x45 -> qrLevel = "LMQH".substring((c[7] & 0x03), (c[7] & 0x03) + 1);
      case 0x50 -> qrData = new String(c, 8, c.length - 8, StandardCharsets.UTF_8);
      case 0x51 -> {
        said = "[QR " + qrData + "]\n";
        return encode(BarcodeFormat.QR_CODE, qrData, 0)
            .map(modules -> PrintLine.scaled(modules, qrModule, qrModule))
            .filter(this::fits);
      }
      default -> {
        // Model and other functions have no effect here.
      }
    }
    return Optional.empty();
  }

  /// Obeys a barcode command.
  ///
  /// @param c a whole `GS k` command, with a length or ended by zero
  /// @return the dots; empty if the twin cannot print this code
  Optional<boolean[][]> barcode(byte[] c) {
    said = "";
    if (c.length < 4) {
      return Optional.empty();
    }
    int kind = c[2] & 0xFF;
    byte[] data =
        kind >= 65 ? Arrays.copyOfRange(c, 4, c.length) : Arrays.copyOfRange(c, 3, c.length - 1);
    String content = new String(data, StandardCharsets.ISO_8859_1);
    Optional<BarcodeFormat> format =
        switch (kind) {
          case 2, 67 -> Optional.of(BarcodeFormat.EAN_13);
          case 4, 69 -> Optional.of(BarcodeFormat.CODE_39);
          case 6, 71 -> Optional.of(BarcodeFormat.CODABAR);
          case 73 -> Optional.of(BarcodeFormat.CODE_128);
          default -> Optional.empty();
        };
    if (format.equals(Optional.of(BarcodeFormat.CODE_128))) {
      content = code128(content);
    }
    said =
        "["
            + format.map(Enum::name).orElse("code " + kind)
            + " "
            + content
            + "]"
            + (text == 0 ? "" : " " + content)
            + "\n";
    shown = content;
    String final128 = content;
    return format
        .flatMap(f -> encode(f, final128, 1))
        .map(modules -> PrintLine.scaled(modules, module, height))
        .filter(this::fits);
  }

  private boolean fits(boolean[][] dots) {
    return dots[0].length <= width;
  }

  /// Removes the code set letters of Code 128. In set C each byte stands for two digits.
  private static String code128(String content) {
    if (content.length() < 2 || content.charAt(0) != '{') {
      return content;
    }
    String rest = content.substring(2);
    if (content.charAt(1) != 'C') {
      return rest;
    }
    StringBuilder digits = new StringBuilder();
    rest.chars().forEach(b -> digits.append(String.format("%02d", b)));
    return digits.toString();
  }

  private Optional<boolean[][]> encode(BarcodeFormat format, String content, int rows) {
    try {
      BitMatrix matrix =
          new MultiFormatWriter()
              .encode(
                  content,
                  format,
                  0,
                  rows,
                  format == BarcodeFormat.QR_CODE
                      ? Map.of(
                          EncodeHintType.MARGIN,
                          0,
                          EncodeHintType.ERROR_CORRECTION,
                          qrLevel,
                          EncodeHintType.CHARACTER_SET,
                          "UTF-8")
                      : Map.of(EncodeHintType.MARGIN, 0));
      boolean[][] modules = new boolean[matrix.getHeight()][matrix.getWidth()];
      for (int y = 0; y < modules.length; y++) {
        for (int x = 0; x < modules[y].length; x++) {
          modules[y][x] = matrix.get(x, y);
        }
      }
      return Optional.of(modules);
    } catch (WriterException | IllegalArgumentException _) {
      // A real printer prints nothing if the symbology cannot hold the content.
      return Optional.empty();
    }
  }
}
