package org.libstation.device.escpos;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.device.Receipt;
import org.libstation.device.SampleReceipts;
import org.libstation.device.escpos.lab.EscPosTwin;
import org.libstation.testkit.Needs;

/// What we print, read by programs we did not write.
@Tag("full")
@Timeout(600)
class ForeignReadersTest {
  @TempDir Path dir;

  @Test
  void zbarimg_reads_the_qr_code_from_the_paper() throws Exception {
    Needs.programs("zbarimg");
    for (boolean nativeQr : List.of(true, false)) {
      Path png = printed(SampleReceipts.traditional(), nativeQr);
      assertThat(run("zbarimg", "--quiet", "--raw", png.toString()).strip())
          .isEqualTo(SampleReceipts.QR_TEXT);
    }
  }

  @Test
  void zbarimg_reads_the_codabar_symbol_from_the_paper_of_both_widths() throws Exception {
    Needs.programs("zbarimg");
    Receipt symbol = Receipt.of("en", List.of(new Receipt.Codabar("A31234000012342B")));
    for (int dots : List.of(576, 384)) {
      for (boolean byPrinter : List.of(true, false)) {
        Path png = printed(symbol, byPrinter, dots);
        assertThat(
                run("zbarimg", "--quiet", "--raw", "--set", "codabar.enable=1", png.toString())
                    .strip())
            .as("%d dots, by the printer %s", dots, byPrinter)
            .isEqualToIgnoringCase("A31234000012342B");
      }
    }
  }

  /// Whatever its head takes: rows, columns of 24 dots, or eight needles.
  @ParameterizedTest
  @ValueSource(strings = {"epson-tm-t88", "zjiang-58", "columns-80", "columns-58", "epson-tm-u220"})
  void zbarimg_reads_both_codes_from_the_paper_of_each_make(String make) throws Exception {
    Needs.programs("zbarimg");
    PrinterBench bench = PrinterBench.make(make, Map.of());
    bench.print(
        1,
        Receipt.of(
            "en",
            List.of(
                new Receipt.Qr(SampleReceipts.QR_TEXT), new Receipt.Codabar("A31234000012342B"))));
    Path png = dir.resolve("codes.png");
    bench.twin.paper().writePng(png);
    assertThat(run("zbarimg", "--quiet", "--raw", "--set", "codabar.enable=1", png.toString()))
        .containsIgnoringCase("A31234000012342B")
        .contains(SampleReceipts.QR_TEXT);
    assertThat(bench.twin.unknown()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"columns-80", "columns-58"})
  void tesseract_reads_chinese_that_was_printed_as_columns(String make) throws Exception {
    Needs.programs("tesseract");
    PrinterBench bench = PrinterBench.make(make, Map.of());
    bench.print(1, SampleReceipts.simplified());
    Path png = dir.resolve("columns.png");
    bench.twin.paper().writePng(png);
    String read =
        run("tesseract", png.toString(), "-", "-l", "chi_sim", "--psm", "6").replace(" ", "");
    String wanted = "海滨公共图书馆自助借阅收据中国古代建筑史应还日期共借出件";
    assertThat(wanted.chars().filter(c -> read.indexOf(c) >= 0).count())
        .as(read)
        .isGreaterThanOrEqualTo(wanted.length() * 9L / 10);
  }

  /// One character in ten may be misread: the reader's own error on a thermal printer's dots.
  @ParameterizedTest
  @CsvSource({"chi_sim, 海滨公共图书馆自助借阅收据中国古代建筑史应还日期共借出件", "chi_tra, 海濱公共圖書館自助借閱收據香港植物誌應還日期共借出件"})
  void tesseract_reads_nine_in_ten_of_the_chinese_characters(String language, String wanted)
      throws Exception {
    Needs.programs("tesseract");
    Needs.oneOf(
        "tesseract-ocr-" + language.replace('_', '-'),
        "/usr/share/tesseract-ocr/5/tessdata/" + language + ".traineddata",
        "/usr/share/tesseract-ocr/4.00/tessdata/" + language + ".traineddata");
    Receipt receipt =
        language.equals("chi_sim") ? SampleReceipts.simplified() : SampleReceipts.traditional();
    Path png = printed(receipt, true);
    String read =
        run("tesseract", png.toString(), "-", "-l", language, "--psm", "6").replace(" ", "");
    long found = wanted.chars().filter(c -> read.indexOf(c) >= 0).count();
    assertThat(found).as(read).isGreaterThanOrEqualTo(wanted.length() * 9L / 10);
  }

  @ParameterizedTest
  @CsvSource({
    "CODABAR, A31234000012342B, CODABAR, 31234000012342",
    "CODE39, LIB0001, CODE_39, LIB0001",
    "CODE128, 31234000012342, CODE_128, 31234000012342",
    "EANX, 978014044913, EAN_13, 9780140449136",
    "QRCODE, https://library.example/r/7F3K9, QR_CODE, https://library.example/r/7F3K9"
  })
  void symbols_made_by_zint_are_read_as_those_on_our_receipts_are(
      String kind, String data, BarcodeFormat format, String text) throws Exception {
    Needs.programs("zint");
    Path png = dir.resolve("zint.png");
    run("zint", "-b", kind, "-d", data, "--scale=2", "--quietzones", "-o", png.toString());
    assertThat(ForeignEncodersTest.decoded(ImageIO.read(png.toFile()), format)).isEqualTo(text);
    EscPosTwin twin = new EscPosTwin(576);
    twin.exchange(ForeignEncodersTest.command(kind, data));
    assertThat(ForeignEncodersTest.decoded(twin.hanging().image(), format)).isEqualTo(text);
  }

  private Path printed(Receipt receipt, boolean nativeQr) throws Exception {
    return printed(receipt, nativeQr, 576);
  }

  private Path printed(Receipt receipt, boolean nativeQr, int dots) throws Exception {
    EscPosTwin twin = new EscPosTwin(dots);
    ReceiptJob.parcels(
            receipt,
            0,
            "",
            new PrinterSettings.PrintStyle(
                dots,
                false,
                CodePage.WINDOWS_1252,
                PrinterSettings.Chinese.DRAWN,
                nativeQr,
                nativeQr,
                PrinterBench.sheet(PrinterSheet.USUAL)),
            org.libstation.device.receipt.ReceiptFonts.family(receipt.language()).orElseThrow())
        .forEach(parcel -> twin.exchange(parcel.bytes()));
    Path png = dir.resolve("receipt-" + nativeQr + ".png");
    twin.tickets().getFirst().writePng(png);
    return png;
  }

  private static String run(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Stream.of(command).toList().toString()).isZero();
    return out;
  }
}
