package org.libstation.device.escpos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.anastaciocintra.escpos.image.BitImageWrapper;
import com.github.anastaciocintra.escpos.image.BitonalThreshold;
import com.github.anastaciocintra.escpos.image.CoffeeImageImpl;
import com.github.anastaciocintra.escpos.image.EscPosImage;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.device.PrintOutcome;
import org.libstation.device.Receipt;
import org.libstation.device.SampleReceipts;
import org.libstation.device.WrongOptionException;
import org.libstation.device.driver.DeviceSheet;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.escpos.lab.EscPosTwin;
import org.libstation.device.receipt.Dots;

/// What a make is like is a file; what its head does not know is never sent to it.
class PrinterMakesTest {
  @TempDir Path dir;

  static List<String> makes() {
    return DeviceSheets.shipped().names(PrinterSheet.KIND);
  }

  @ParameterizedTest
  @MethodSource("makes")
  void each_make_prints_receipts_in_three_languages_with_commands_it_knows(String make) {
    PrinterBench bench = PrinterBench.make(make, Map.of());
    PrinterSheet sheet = PrinterBench.sheet(make);
    for (Receipt receipt :
        List.of(
            SampleReceipts.traditional(), SampleReceipts.simplified(), SampleReceipts.english())) {
      PrintOutcome outcome = bench.print(receipt.language().length(), receipt);
      if (sheet.answers()) {
        assertThat(outcome).isEqualTo(new PrintOutcome.Confirmed());
      } else {
        assertThat(outcome)
            .isInstanceOfSatisfying(
                PrintOutcome.Unconfirmed.class,
                unsure -> assertThat(unsure.code()).isEqualTo(PrintDesk.NO_MARK));
      }
      assertThat(bench.twin.paper().blackDots()).isGreaterThan(10_000);
    }
    assertThat(bench.twin.unknown()).isEmpty();
    assertThat(bench.twin.tickets()).hasSize(sheet.cut().length() == 0 ? 0 : 3);
    assertThat(bench.twin.paper().words()).contains("Self-service receipt");
  }

  @Test
  void a_new_make_is_a_file_of_the_site() throws Exception {
    Files.createDirectories(dir.resolve("printers"));
    Path file = dir.resolve("printers/acme.yaml");
    Files.writeString(
        file, "maker: Acme\ndots: 432\ncodepages: 858=13\ncut.feed: 90\ncut: 1B 69\n");
    PrinterSheet acme =
        PrinterSheet.of("make", DeviceSheets.of(dir).named("make", "printers", "acme"));
    assertThat(acme.dots()).isEqualTo(432);
    assertThat(acme.number(CodePage.IBM858)).isEqualTo(13);
    assertThat(hex(acme.ending())).isEqualTo("1B4A5A" + "1B69");
    EscPosTwin twin = new EscPosTwin(432);
    twin.exchange("receipt\n".getBytes(StandardCharsets.US_ASCII));
    twin.exchange(acme.ending());
    assertThat(twin.tickets()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dots: 577",
        "dots: 0",
        "image: sideways",
        "image.tall: 4",
        "codepages: 437",
        "codepages: 999=1",
        "codepages: 437=256",
        "codepage: 866",
        "cut: 1B 6",
        "cut: 0102030405060708090A0B0C0D0E0F1011",
        "status: maybe",
        "knife: sharp"
      })
  void a_line_that_cannot_be_is_refused_by_file_and_line(String line) {
    DeviceSheet sheet =
        ((DeviceSheet.ParsedDeviceSheet.SheetParsed)
                DeviceSheet.parse("acme.yaml", "maker: Acme\n" + line))
            .sheet();
    assertThatThrownBy(() -> PrinterSheet.of("make", sheet))
        .isInstanceOf(WrongOptionException.class)
        .hasMessageContaining("acme.yaml, line 2");
  }

  /// ESC 3 24, ESC * 33 with the count of columns, three bytes each, topmost dot first, LF (Epson
  /// ESC/POS command reference).
  @Test
  void a_picture_in_columns_has_the_bytes_of_the_command_reference() {
    Dots dots = new Dots(1, 60);
    dots.blacken(0, 7);
    dots.blacken(0, 30);
    dots.blacken(7, 15);
    dots.blacken(2, 59);
    assertThat(hex(ColumnImage.commands(dots, 0, new PrinterSheet.ImageMode(24, 1))))
        .as("white rows are fed over, and a strip ends with the picture")
        .isEqualTo(
            List.of(
                "1B4A07",
                "1B3318" + "1B2A210800" + "800001" + "000000".repeat(6) + "008000" + "0A",
                "1B4A05",
                "1B3318"
                    + "1B2A210800"
                    + "000000".repeat(2)
                    + "000001"
                    + "000000".repeat(5)
                    + "0A"));
  }

  @Test
  void eight_needles_have_one_byte_a_column() {
    Dots dots = new Dots(1, 16);
    for (int y = 0; y < 16; y++) {
      dots.blacken(1, y);
    }
    assertThat(hex(ColumnImage.commands(dots, 0, new PrinterSheet.ImageMode(8, 2))))
        .isEqualTo(List.of("1B3310" + "1B2A010800" + "00FF" + "00".repeat(6) + "0A"));
  }

  @Test
  void a_strip_never_holds_a_real_time_command() {
    Dots dots = new Dots(1, 8);
    dots.blacken(0, 3); // 10
    dots.blacken(1, 5); // 04
    for (int y = 0; y < 8; y++) {
      dots.blacken(7, y);
    }
    List<String> commands = hex(ColumnImage.commands(dots, 3, new PrinterSheet.ImageMode(8, 1)));
    assertThat(commands).noneMatch(each -> each.contains("1004"));
  }

  /// The picture as rows and the same as columns are the same dots on the twin's paper; so is the
  /// one that escpos-coffee writes as columns.
  @Test
  void columns_of_ours_and_of_escpos_coffee_give_the_picture_that_rows_give() throws Exception {
    BufferedImage picture = new BufferedImage(240, 48, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 240, 48);
    pen.setColor(Color.BLACK);
    pen.fillOval(3, 2, 200, 44);
    pen.fillRect(0, 0, 2, 48);
    pen.dispose();
    Dots dots = Dots.of(picture);
    EscPosTwin rows = new EscPosTwin(576);
    rows.exchange(EscPos.raster(dots, 0, 48, dots.bytesPerRow()));
    EscPosTwin columns = new EscPosTwin(576);
    columns.knowsOnlyColumns(3);
    ColumnImage.commands(dots, 0, new PrinterSheet.ImageMode(24, 1)).forEach(columns::exchange);
    EscPosTwin theirs = new EscPosTwin(576);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var printer = new com.github.anastaciocintra.escpos.EscPos(out)) {
      printer.write(
          new BitImageWrapper(),
          new EscPosImage(new CoffeeImageImpl(picture), new BitonalThreshold(127)));
    }
    theirs.exchange(out.toByteArray());
    assertThat(rows.hanging().blackDots()).isGreaterThan(5_000);
    assertThat(sameDots(columns, rows)).isTrue();
    assertThat(theirs.unknown()).isEmpty();
    assertThat(sameDots(theirs, rows)).isTrue();
  }

  private static boolean sameDots(EscPosTwin one, EscPosTwin other) {
    BufferedImage a = one.hanging().image();
    BufferedImage b = other.hanging().image();
    for (int y = 0; y < 40 + 48; y++) {
      for (int x = 0; x < a.getWidth(); x++) {
        if (a.getRGB(x, y) != b.getRGB(x, y)) {
          return false;
        }
      }
    }
    return true;
  }

  private static List<String> hex(List<byte[]> commands) {
    return commands.stream().map(PrinterMakesTest::hex).toList();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().withUpperCase().formatHex(bytes);
  }
}
