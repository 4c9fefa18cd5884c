package org.libstation.device.escpos;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.anastaciocintra.escpos.EscPosConst;
import com.github.anastaciocintra.escpos.Style;
import com.github.anastaciocintra.escpos.barcode.BarCode;
import com.github.anastaciocintra.escpos.barcode.QRCode;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.device.SampleReceipts;
import org.libstation.device.escpos.lab.EscPosTwin;
import org.libstation.lab.twin.PaperStrip;

/// Encoders we did not write: their output through our twin, and their bytes beside ours.
class ForeignEncodersTest {
  private static final Path PICTURES = Path.of("target", "receipts");

  @ParameterizedTest
  @CsvSource({
    "receiptline-80mm.bin, 576",
    "receiptline-58mm.bin, 384",
    "encoder-80mm.bin, 576",
    "encoder-58mm.bin, 384"
  })
  void the_twin_prints_what_other_encoders_send(String file, int dots) throws Exception {
    EscPosTwin twin = new EscPosTwin(dots);
    twin.exchange(bytes(file));
    assertThat(twin.unknown()).isEmpty();
    assertThat(twin.tickets()).isNotEmpty();
    PaperStrip paper = twin.tickets().getFirst();
    Files.createDirectories(PICTURES);
    paper.writePng(PICTURES.resolve(file.replace(".bin", ".png")));
    assertThat(paper.words())
        .contains("Harbour Library", "Self-service receipt", "A Field Guide to Bird", "2026-12-09");
    assertThat(paper.words()).contains("Café Society");
    assertThat(decoded(paper.image(), BarcodeFormat.QR_CODE)).isEqualTo(SampleReceipts.QR_TEXT);
  }

  @Test
  void the_twin_prints_their_chinese_too() throws Exception {
    EscPosTwin twin = new EscPosTwin(576);
    twin.exchange(bytes("receiptline-zh.bin"));
    assertThat(twin.unknown()).isEmpty();
    assertThat(twin.tickets().getFirst().words()).contains("南堤圖書館", "香港植物誌", "2026-12-09");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 64})
  void in_pieces_they_give_the_same_paper(int size) throws Exception {
    byte[] all = bytes("receiptline-80mm.bin");
    EscPosTwin whole = new EscPosTwin(576);
    whole.exchange(all);
    EscPosTwin pieces = new EscPosTwin(576);
    for (int from = 0; from < all.length; from += size) {
      pieces.exchange(java.util.Arrays.copyOfRange(all, from, Math.min(all.length, from + size)));
    }
    assertThat(pieces.tickets().getFirst().blackDots())
        .isEqualTo(whole.tickets().getFirst().blackDots());
  }

  @Test
  void escpos_coffee_writes_the_same_bytes_for_each_command_we_share() throws Exception {
    assertThat(hex(EscPos.initialise())).isEqualTo(theirs(p -> p.initializePrinter()));
    assertThat(hex(EscPos.codePage(16)))
        .isEqualTo(
            theirs(
                p ->
                    p.setCharacterCodeTable(
                        com.github.anastaciocintra.escpos.EscPos.CharacterCodeTable.WPC1252)));
    Style large =
        new Style()
            .setBold(true)
            .setFontSize(Style.FontSize._2, Style.FontSize._2)
            .setJustification(EscPosConst.Justification.Center);
    assertThat(theirs(p -> p.write(large, "Hi")))
        .contains(hex(EscPos.bold(true)))
        .contains(hex(EscPos.size(2, 2)))
        .as("the place in its ASCII form")
        .contains("1B6131");
    assertThat(theirs(p -> p.cut(com.github.anastaciocintra.escpos.EscPos.CutMode.PART)))
        .startsWith("1D56");
  }

  @Test
  void escpos_coffee_writes_the_same_qr_code_and_codabar() throws Exception {
    QRCode qr = new QRCode().setSize(6);
    qr.setErrorCorrectionLevel(QRCode.QRErrorCorrectionLevel.QR_ECLEVEL_M_Default);
    String ours = hex(EscPos.qr("AB".getBytes(StandardCharsets.US_ASCII), 6));
    String theirs = theirs(p -> p.write(qr, "AB"));
    for (String part :
        List.of(
            "1D286B03003143 06",
            "1D286B03003145 31",
            "1D286B050031503041 42",
            "1D286B0300315130")) {
      assertThat(ours).contains(part.replace(" ", ""));
      assertThat(theirs).contains(part.replace(" ", ""));
    }
    BarCode codabar = new BarCode();
    codabar.setSystem(BarCode.BarCodeSystem.CODABAR_A);
    codabar.setBarCodeSize(2, 72);
    assertThat(theirs(p -> p.write(codabar, "A31234B")))
        .contains("1D6848", "1D7702", hex("A31234B".getBytes(StandardCharsets.US_ASCII)));
    EscPosTwin twin = new EscPosTwin(576);
    twin.exchange(HexFormat.of().parseHex(theirs(p -> p.write(codabar, "A31234B"))));
    assertThat(twin.hanging().words()).contains("[CODABAR A31234B]");
  }

  /// Writes with the other encoder.
  private interface Writing {
    void to(com.github.anastaciocintra.escpos.EscPos printer) throws IOException;
  }

  private static String theirs(Writing writing) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var printer = new com.github.anastaciocintra.escpos.EscPos(out)) {
      writing.to(printer);
      printer.flush();
    }
    return hex(out.toByteArray());
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().withUpperCase().formatHex(bytes);
  }

  private static byte[] bytes(String file) throws IOException {
    try (InputStream in =
        ForeignEncodersTest.class.getResourceAsStream("/escpos-foreign/" + file)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  /// The command that prints a symbol, as the specification writes it.
  static byte[] command(String kind, String data) {
    byte[] bytes = data.getBytes(StandardCharsets.US_ASCII);
    return switch (kind) {
      case "CODABAR" -> joined(new int[] {0x1D, 0x6B, 71, bytes.length}, bytes);
      case "CODE39" -> joined(new int[] {0x1D, 0x6B, 69, bytes.length}, bytes);
      case "EANX" -> joined(new int[] {0x1D, 0x6B, 67, bytes.length}, bytes);
      case "CODE128" -> joined(new int[] {0x1D, 0x6B, 73, bytes.length + 2, '{', 'B'}, bytes);
      case "QRCODE" ->
          joined(
              new int[] {0x1D, 0x28, 0x6B, bytes.length + 3, 0, 0x31, 0x50, 0x30},
              joined(bytes, new int[] {0x1D, 0x28, 0x6B, 3, 0, 0x31, 0x51, 0x30}));
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static byte[] joined(int[] head, byte[] data) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int each : head) {
      all.write(each);
    }
    all.writeBytes(data);
    return all.toByteArray();
  }

  private static byte[] joined(byte[] data, int[] tail) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(data);
    for (int each : tail) {
      all.write(each);
    }
    return all.toByteArray();
  }

  static String decoded(BufferedImage image, BarcodeFormat format) throws Exception {
    int[] dots = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return new MultiFormatReader()
        .decode(
            new BinaryBitmap(
                new HybridBinarizer(
                    new RGBLuminanceSource(image.getWidth(), image.getHeight(), dots))),
            Map.of(
                DecodeHintType.POSSIBLE_FORMATS, List.of(format), DecodeHintType.TRY_HARDER, true))
        .getText();
  }
}
