package org.libstation.device.pdfprinter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceEvent;
import org.libstation.device.PrintOutcome;
import org.libstation.device.Receipt;
import org.libstation.device.SampleReceipts;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.Drivers;
import org.libstation.device.exam.DeviceFault;
import org.libstation.device.exam.ExamWishes;
import org.libstation.device.exam.Examination;
import org.libstation.device.exam.Examined;
import org.libstation.device.exam.Examiner;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkOpener;
import org.libstation.device.receipt.PdfReceipt;
import org.libstation.lab.link.simulated.ManualClock;
import org.libstation.testkit.Needs;

class PdfPrinterTest {
  private static final Path PICTURES = Path.of("target", "receipts");

  @TempDir Path dir;

  @Test
  void a_receipt_in_three_languages_is_one_page_of_searchable_text() throws Exception {
    font();
    assertThat(text(SampleReceipts.traditional(), "zh-Hant-HK"))
        .contains("海濱公共圖書館", "骨與直角", "應還日期 2026-12-09");
    assertThat(text(SampleReceipts.simplified(), "zh-Hans")).contains("中国古代建筑史");
    assertThat(text(SampleReceipts.english(), "en")).contains("Café Society", "香港植物誌");
  }

  @Test
  void a_title_with_a_sign_the_font_lacks_shows_a_box_and_is_no_error() throws Exception {
    font();
    Receipt odd =
        Receipt.of(
            "en",
            List.of(
                new Receipt.Text("a\uD83D\uDE00\tb", Receipt.Style.NORMAL, Receipt.Align.LEFT)));
    assertThat(text(odd, "odd")).contains("a").contains("b");
  }

  @Test
  void the_printer_writes_one_file_a_job_and_confirms_it() throws Exception {
    font();
    List<DeviceEvent> events = new ArrayList<>();
    PdfPrinter printer = printer(dir.resolve("receipts"), events);
    printer.print(5, SampleReceipts.english());
    printer.step();
    assertThat(events).contains(new DeviceEvent.PrintEnded("pdf", 5, new PrintOutcome.Confirmed()));
    assertThat(Files.exists(dir.resolve("receipts/20261125-060200-5.pdf"))).isTrue();
  }

  @Test
  void an_examination_that_may_print_leaves_its_file_and_names_it() throws Exception {
    font();
    Path folder = dir.resolve("receipts");
    Examined alone = examination(folder).run(UNUSED, clock(), ExamWishes.harmless());
    assertThat(alone.found()).isEmpty();
    assertThat(folder).doesNotExist();
    Examined printed = examination(folder).run(UNUSED, clock(), printing());
    assertThat(printed.found()).isEmpty();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(printed.identity()).contains(files.toList().getFirst().toString());
    }
    assertThat(printed.notTried()).isEmpty();
  }

  @Test
  void a_folder_that_cannot_be_written_is_found_by_an_examination() throws Exception {
    font();
    Path file = Files.createFile(dir.resolve("occupied"));
    Examined examined = examination(file.resolve("receipts")).run(UNUSED, clock(), printing());
    assertThat(examined.found())
        .singleElement()
        .satisfies(found -> assertThat(found.fault()).isEqualTo(DeviceFault.NO_LINE));
  }

  private static final LinkOpener UNUSED =
      new LinkOpener() {
        @Override
        public ByteLink open() {
          throw new AssertionError("it has no line");
        }

        @Override
        public String describe() {
          return "none";
        }
      };

  private static ManualClock clock() {
    return new ManualClock(Instant.parse("2026-11-25T06:02:00Z"));
  }

  private static Examination examination(Path folder) {
    return Drivers.examination(
            "pdfprinter",
            "printer",
            DeviceAddress.parse("file:" + folder),
            Map.of(),
            clock(),
            DeviceSheets.shipped())
        .orElseThrow();
  }

  private static ExamWishes printing() {
    Examiner there =
        new Examiner() {
          @Override
          public boolean asked(ExaminerAct act) {
            return act == ExaminerAct.PRINT;
          }

          @Override
          public void over(ExaminerAct act) {}
        };
    return new ExamWishes(
        Optional.empty(), true, ExamWishes.TEST_CODE, there, Duration.ofSeconds(1), false);
  }

  @Test
  void a_folder_that_cannot_be_made_is_said_and_the_job_fails_unbegun() throws Exception {
    font();
    Path file = Files.createFile(dir.resolve("occupied"));
    List<DeviceEvent> events = new ArrayList<>();
    PdfPrinter printer = printer(file.resolve("receipts"), events);
    printer.print(5, SampleReceipts.english());
    printer.step();
    assertThat(printer.health().code()).isEqualTo("DP61");
    assertThat(events)
        .last()
        .isInstanceOfSatisfying(
            DeviceEvent.PrintEnded.class,
            e ->
                assertThat(e.outcome())
                    .isInstanceOfSatisfying(
                        PrintOutcome.Failed.class, f -> assertThat(f.begun()).isFalse()));
  }

  @Test
  @Tag("full")
  void a_receipt_that_cannot_be_drawn_fails_its_job_and_the_next_one_is_written() throws Exception {
    font();
    List<DeviceEvent> events = new ArrayList<>();
    PdfPrinter printer = printer(dir.resolve("receipts"), events);
    printer.print(5, Receipt.of("en", List.of(new Receipt.Qr("x".repeat(5_000)))));
    printer.print(6, SampleReceipts.english());
    printer.step();
    printer.step();
    assertThat(events)
        .filteredOn(DeviceEvent.PrintEnded.class::isInstance)
        .extracting(event -> ((DeviceEvent.PrintEnded) event).outcome())
        .satisfiesExactly(
            first -> assertThat(first).hasFieldOrPropertyWithValue("code", "DP62"),
            second -> assertThat(second).isEqualTo(new PrintOutcome.Confirmed()));
  }

  private PdfPrinter printer(Path folder, List<DeviceEvent> events) {
    return (PdfPrinter)
        Drivers.create(
            "pdfprinter",
            "pdf",
            DeviceAddress.parse("file:" + folder),
            Map.of(),
            new ManualClock(Instant.parse("2026-11-25T06:02:00Z")),
            events::add);
  }

  private String text(Receipt receipt, String name) throws IOException {
    Path file = dir.resolve(name + ".pdf");
    PdfReceipt.write(receipt, file);
    Files.createDirectories(PICTURES);
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      javax.imageio.ImageIO.write(
          new PDFRenderer(document).renderImageWithDPI(0, 160),
          "png",
          PICTURES.resolve(name + "-pdf.png").toFile());
      return new PDFTextStripper().getText(document);
    }
  }

  private static void font() {
    Needs.oneOf(
        "a TrueType Chinese font (fonts-wqy-microhei)",
        "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
        "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
        "/usr/share/fonts/truetype/arphic/uming.ttc");
  }
}
