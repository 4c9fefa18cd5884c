package org.libstation.device.escpos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.device.Receipt;
import org.libstation.device.SampleReceipts;
import org.libstation.testkit.Needs;

/// What we print, read by programs we did not write.
@Tag("full")
@Timeout(120)
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
  void tesseract_reads_nine_in_ten_of_the_chinese_characters() throws Exception {
    Needs.programs("tesseract");
    Needs.oneOf(
        "tesseract-ocr-chi-sim",
        "/usr/share/tesseract-ocr/5/tessdata/chi_sim.traineddata",
        "/usr/share/tesseract-ocr/4.00/tessdata/chi_sim.traineddata");
    Path png = printed(SampleReceipts.simplified(), true);
    String read =
        run("tesseract", png.toString(), "-", "-l", "chi_sim", "--psm", "6").replace(" ", "");
    String wanted = "海滨公共图书馆自助借阅收据中国古代建筑史应还日期共借出件";
    long found = wanted.chars().filter(c -> read.indexOf(c) >= 0).count();
    assertThat(found).as(read).isGreaterThanOrEqualTo(wanted.length() * 9L / 10);
  }

  private Path printed(Receipt receipt, boolean nativeQr) throws Exception {
    EscPosTwin twin = new EscPosTwin(576);
    ReceiptJob.parcels(
            receipt,
            new PrinterSettings.Style(
                576,
                false,
                CodePage.WINDOWS_1252,
                PrinterSettings.Chinese.DRAWN,
                nativeQr,
                nativeQr),
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
