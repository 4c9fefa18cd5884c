package org.libstation.device.ippprinter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.PrintOutcome;
import org.libstation.device.PrintState;
import org.libstation.device.ReceiptPrinter;
import org.libstation.device.SampleReceipts;
import org.libstation.device.WrongOptionException;
import org.libstation.device.driver.Drivers;
import org.libstation.device.ippprinter.lab.IppTwin;
import org.libstation.device.ippprinter.lab.IppTwins;
import org.libstation.device.link.DeviceThread;
import org.libstation.lab.link.PluggedTwin;

@Timeout(450)
class IppPrinterTest {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  /// What the driver waits between its looks goes by four times as fast.
  private static final DeviceClock HASTE =
      new DeviceClock() {
        @Override
        public Instant instant() {
          return Instant.now();
        }

        @Override
        public Duration monotonic() {
          return Duration.ofNanos(4 * System.nanoTime());
        }
      };

  private final IppTwin twin = new IppTwin();
  private final PluggedTwin server = new IppTwins().atPort(twin, 0);
  private final List<DeviceEvent> events = new CopyOnWriteArrayList<>();

  @AfterEach
  void unplug() {
    server.close();
  }

  private ReceiptPrinter printer(Map<String, String> options) {
    Map<String, String> all = new HashMap<>(Map.of("user", "libstation-test"));
    all.putAll(options);
    return (ReceiptPrinter)
        Drivers.create(
            "ippprinter",
            "printer",
            DeviceAddress.parse("tcp:" + server.place()),
            all,
            HASTE,
            events::add);
  }

  static void until(BooleanSupplier condition) {
    await().atMost(LIMIT).until(condition::getAsBoolean);
  }

  private List<PrintOutcome> outcomes() {
    return outcomes(events);
  }

  static List<PrintOutcome> outcomes(List<DeviceEvent> events) {
    return events.stream()
        .filter(DeviceEvent.PrintEnded.class::isInstance)
        .map(event -> ((DeviceEvent.PrintEnded) event).outcome())
        .toList();
  }

  private boolean halted(String code) {
    return events.stream()
        .anyMatch(
            event ->
                event instanceof DeviceEvent.PrintMoved moved
                    && moved.state() instanceof PrintState.Halted halt
                    && halt.code().equals(code));
  }

  private static PrintOutcome.Failed failed(PrintOutcome outcome) {
    assertThat(outcome).isInstanceOf(PrintOutcome.Failed.class);
    return (PrintOutcome.Failed) outcome;
  }

  static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void a_receipt_is_one_pdf_job_that_is_watched_to_its_end() throws Exception {
    ReceiptPrinter printer = printer(Map.of());
    try (DeviceThread _ = DeviceThread.start(printer)) {
      until(() -> printer.health() instanceof DeviceHealth.Ready);
      printer.print(1, SampleReceipts.traditional());
      until(() -> outcomes().size() == 1);
      assertThat(outcomes()).containsExactly(new PrintOutcome.Confirmed());
      assertThat(twin.jobs()).hasSize(1);
      assertThat(text(twin.jobs().getFirst().document().toArray())).contains("自助借閱收據");
      assertThat(twin.jobs().getFirst().name()).matches("slip-[0-9]+-1");
    }
  }

  @Test
  void a_document_that_was_not_forgotten_yet_is_when_the_printer_is_let_go() {
    twin.cups(true);
    ReceiptPrinter printer = printer(Map.of("queue", "receipts"));
    stepping(printer, () -> printer.health() instanceof DeviceHealth.Ready);
    printer.print(1, SampleReceipts.english());
    stepping(printer, () -> outcomes().size() == 1);
    assertThat(twin.purged()).isEmpty();
    printer.close();
    assertThat(twin.purged()).hasSize(1);
  }

  private static void stepping(ReceiptPrinter printer, BooleanSupplier condition) {
    until(
        () -> {
          printer.step();
          return condition.getAsBoolean();
        });
  }

  @Test
  void a_queue_of_cups_knows_only_that_it_handed_the_job_over_and_forgets_it() {
    twin.cups(true);
    ReceiptPrinter printer = printer(Map.of("queue", "receipts"));
    try (DeviceThread _ = DeviceThread.start(printer)) {
      until(() -> printer.health() instanceof DeviceHealth.Ready);
      printer.print(1, SampleReceipts.english());
      until(() -> outcomes().size() == 1);
      assertThat(outcomes().getFirst())
          .isInstanceOfSatisfying(
              PrintOutcome.Unconfirmed.class, it -> assertThat(it.code()).isEqualTo("DP15"));
      until(() -> twin.purged().size() == 1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "5,media-empty-error,DP32",
    "3,media-needed,DP32",
    "5,media-jam-error,DP20",
    "5,cover-open-report,DP16",
    "3,door-open,DP16",
    "3,toner-empty-warning,DP21",
    "5,paused,DP22",
    "5,none,DP22",
    "3,offline-report,DP28",
    "3,fuser-over-temp-error,DP29"
  })
  void while_something_stops_it_no_job_is_handed_over(int state, String reason, String code) {
    twin.printer(state, reason);
    ReceiptPrinter printer = printer(Map.of());
    try (DeviceThread _ = DeviceThread.start(printer)) {
      until(() -> printer.health() instanceof DeviceHealth.NeedsHand);
      assertThat(printer.health().code()).isEqualTo(code);
      printer.print(1, SampleReceipts.english());
      until(() -> outcomes().size() == 1);
      assertThat(failed(outcomes().getFirst()).code()).isEqualTo(code);
      assertThat(failed(outcomes().getFirst()).begun()).isFalse();
      assertThat(twin.jobs()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"unreached", "unreached-mute"})
  void a_queue_that_does_not_reach_its_printer_is_told_as_that_and_its_job_cancelled(String fault) {
    twin.cups(true);
    assertThat(twin.bringAbout(fault, List.of())).isEmpty();
    ReceiptPrinter printer = printer(Map.of("queue", "receipts", "wait-seconds", "5"));
    try (DeviceThread _ = DeviceThread.start(printer)) {
      until(() -> printer.health() instanceof DeviceHealth.Ready);
      printer.print(1, SampleReceipts.english());
      until(() -> halted("DP28"));
      until(() -> outcomes().size() == 1);
      assertThat(failed(outcomes().getFirst()).code()).isEqualTo("DP28");
      assertThat(twin.jobs().getFirst().state()).as("cancelled").isEqualTo(7);
      until(() -> printer.health().code().equals("DP28"));
      twin.heal();
      printer.print(2, SampleReceipts.english());
      until(() -> outcomes().size() == 2);
      assertThat(outcomes().getLast()).isInstanceOf(PrintOutcome.Unconfirmed.class);
      until(() -> printer.health() instanceof DeviceHealth.Ready);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "4,cups-held-for-authentication,DP26",
    "4,job-hold-until-specified,DP22",
    "3,printer-stopped,DP22"
  })
  void a_job_that_is_held_back_alone_ends_with_what_holds_it(
      int state, String reason, String code) {
    twin.prints(false);
    twin.jobsAre(state, reason);
    ReceiptPrinter printer = printer(Map.of("wait-seconds", "5"));
    try (DeviceThread _ = DeviceThread.start(printer)) {
      until(() -> printer.health() instanceof DeviceHealth.Ready);
      printer.print(1, SampleReceipts.english());
      until(() -> outcomes().size() == 1);
      assertThat(failed(outcomes().getFirst()).code()).isEqualTo(code);
    }
  }

  @Test
  void paper_near_its_end_and_low_toner_need_a_hand_and_print() {
    twin.printer(3, "media-low-warning");
    ReceiptPrinter printer = printer(Map.of());
    try (DeviceThread _ = DeviceThread.start(printer)) {
      until(() -> printer.health().code().equals("DP1E"));
      printer.print(1, SampleReceipts.english());
      until(() -> outcomes().size() == 1);
      assertThat(outcomes()).containsExactly(new PrintOutcome.Confirmed());
      twin.printer(3, "toner-low-report");
      until(() -> printer.health().code().equals("DP27"));
    }
  }

  @Test
  void stopped_on_its_way_it_goes_on_when_mended_and_is_cancelled_when_not() {
    twin.prints(false);
    ReceiptPrinter printer = printer(Map.of("wait-seconds", "5"));
    try (DeviceThread _ = DeviceThread.start(printer)) {
      until(() -> printer.health() instanceof DeviceHealth.Ready);
      printer.print(1, SampleReceipts.english());
      until(() -> twin.jobs().size() == 1);
      twin.printer(5, "media-empty");
      until(() -> halted("DP32"));
      twin.printer(3);
      twin.prints(true);
      until(() -> outcomes().size() == 1);
      assertThat(outcomes()).containsExactly(new PrintOutcome.Confirmed());

      twin.prints(false);
      printer.print(2, SampleReceipts.english());
      until(() -> twin.jobs().size() == 2);
      twin.printer(5, "cover-open");
      until(() -> outcomes().size() == 2);
      assertThat(failed(outcomes().getLast()).code()).isEqualTo("DP16");
      assertThat(twin.jobs().getLast().state()).as("cancelled").isEqualTo(7);
      twin.prints(true);
      assertThat(twin.jobs().getLast().state()).as("never printed later").isEqualTo(7);
    }
  }

  @Test
  void a_job_that_nobody_waits_for_any_more_is_cancelled() {
    twin.prints(false);
    ReceiptPrinter printer = printer(Map.of());
    try (DeviceThread _ = DeviceThread.start(printer)) {
      until(() -> printer.health() instanceof DeviceHealth.Ready);
      printer.print(1, SampleReceipts.english());
      until(() -> twin.jobs().size() == 1);
      printer.withdraw(1);
      until(() -> outcomes().size() == 1);
      assertThat(failed(outcomes().getFirst()).code()).isEqualTo("DP18");
      assertThat(twin.jobs().getFirst().state()).isEqualTo(7);
    }
  }

  @Test
  void what_an_earlier_start_left_in_the_queue_is_cancelled_and_others_jobs_are_not() {
    ownJobsAloneAreCancelled();
  }

  @Test
  void others_jobs_are_not_cancelled_either_where_a_printer_names_those_of_all() {
    twin.namesAll();
    ownJobsAloneAreCancelled();
  }

  private void ownJobsAloneAreCancelled() {
    twin.prints(false);
    twin.leave("slip-1-1", "libstation-test");
    twin.leave("homework", "pat");
    ReceiptPrinter printer = printer(Map.of());
    try (DeviceThread _ = DeviceThread.start(printer)) {
      until(() -> twin.jobs().getFirst().state() == 7);
      printer.print(1, SampleReceipts.english());
      until(() -> twin.jobs().size() == 3);
      assertThat(twin.jobs().get(1).state()).isEqualTo(3);
    }
  }

  @Test
  void when_the_answer_to_a_job_is_lost_it_is_found_again_and_printed_once() {
    twin.prints(false);
    ReceiptPrinter printer = printer(Map.of());
    try (DeviceThread _ = DeviceThread.start(printer)) {
      until(() -> printer.health() instanceof DeviceHealth.Ready);
      fault("answer-lost");
      printer.print(1, SampleReceipts.english());
      until(() -> printer.health() instanceof DeviceHealth.Connecting);
      twin.heal();
      if (!twin.jobs().isEmpty()) {
        twin.prints(true);
      }
      until(() -> outcomes().size() == 1);
      assertThat(twin.jobs()).hasSizeLessThanOrEqualTo(1);
      boolean handedOver = !twin.jobs().isEmpty();
      assertThat(outcomes().getFirst() instanceof PrintOutcome.Confirmed).isEqualTo(handedOver);
    }
  }

  @Test
  void a_job_its_server_gives_up_has_failed() {
    twin.prints(false);
    ReceiptPrinter printer = printer(Map.of());
    try (DeviceThread _ = DeviceThread.start(printer)) {
      until(() -> printer.health() instanceof DeviceHealth.Ready);
      printer.print(1, SampleReceipts.english());
      until(() -> twin.jobs().size() == 1);
      twin.giveUp();
      until(() -> outcomes().size() == 1);
      assertThat(failed(outcomes().getFirst()).code()).isEqualTo("DP25");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "off,DP11",
    "silent,DP11",
    "answer-lost,DP11",
    "half,D12",
    "noise,D12",
    "endless-answer,DP11"
  })
  void each_way_not_to_answer_has_its_code_and_an_end(String fault, String code) {
    ReceiptPrinter printer = printer(Map.of());
    try (DeviceThread _ = DeviceThread.start(printer)) {
      until(() -> printer.health() instanceof DeviceHealth.Ready);
      fault(fault);
      until(() -> printer.health() instanceof DeviceHealth.Connecting);
      assertThat(printer.health().code()).isEqualTo(code);
      printer.print(1, SampleReceipts.english());
      until(() -> outcomes().size() == 1);
      assertThat(failed(outcomes().getFirst()).begun()).isFalse();
      twin.heal();
      until(() -> printer.health() instanceof DeviceHealth.Ready);
    }
  }

  private void fault(String name) {
    List<String> count = name.equals("off") ? List.of() : List.of("9999");
    assertThat(twin.bringAbout(name, count)).isEmpty();
  }

  @Test
  void a_web_server_that_is_no_printer_is_told_as_nonsense() {
    ReceiptPrinter printer = printer(Map.of("path", "/elsewhere"));
    try (DeviceThread _ = DeviceThread.start(printer)) {
      until(() -> printer.health().code().equals("D12"));
    }
  }

  @Test
  void an_answer_without_an_end_is_broken_off_at_the_longest_there_is() throws IOException {
    try (ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread flooding = Thread.ofVirtual().start(() -> answerWithoutEnd(listening));
      ReceiptPrinter printer =
          (ReceiptPrinter)
              Drivers.create(
                  "ippprinter",
                  "printer",
                  DeviceAddress.parse("tcp:127.0.0.1:" + listening.getLocalPort()),
                  Map.of(),
                  HASTE,
                  events::add);
      try (DeviceThread _ = DeviceThread.start(printer)) {
        until(
            () ->
                printer.health() instanceof DeviceHealth.Connecting connecting
                    && connecting.reason().contains("262144"));
        assertThat(printer.health().code()).isEqualTo("DP11");
      }
      assertThat(flooding.isAlive()).isTrue();
    }
  }

  private static void answerWithoutEnd(ServerSocket listening) {
    while (!listening.isClosed()) {
      try (Socket line = listening.accept()) {
        int _ = line.getInputStream().read(new byte[4096]);
        OutputStream out = line.getOutputStream();
        out.write(
            "HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nTransfer-Encoding: chunked\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        while (true) {
          out.write("1000\r\n".getBytes(StandardCharsets.US_ASCII));
          out.write(new byte[4096]);
          out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
      } catch (IOException _) {
        // It hung up, as it should.
      }
    }
  }

  @Test
  void nobody_at_the_port_is_told_as_such() {
    server.close();
    ReceiptPrinter printer = printer(Map.of());
    try (DeviceThread _ = DeviceThread.start(printer)) {
      until(
          () ->
              printer.health() instanceof DeviceHealth.Connecting connecting
                  && connecting.attempt() > 1);
      assertThat(printer.health().code()).isEqualTo("DP10");
    }
  }

  @Test
  void labels_and_sheets_are_pages_of_their_size_and_a_long_receipt_takes_more_of_them()
      throws Exception {
    ReceiptPrinter printer = printer(Map.of("paper", "62x100"));
    try (DeviceThread _ = DeviceThread.start(printer)) {
      until(() -> printer.health() instanceof DeviceHealth.Ready);
      printer.print(1, SampleReceipts.simplified());
      until(() -> outcomes().size() == 1);
    }
    try (PDDocument document = Loader.loadPDF(twin.jobs().getFirst().document().toArray())) {
      assertThat(document.getNumberOfPages()).isGreaterThan(1);
      document
          .getPages()
          .forEach(
              page -> {
                assertThat(page.getMediaBox().getWidth()).isBetween(175f, 176.5f);
                assertThat(page.getMediaBox().getHeight()).isBetween(283f, 284f);
              });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"b4", "62x", "10x10", "9999x1"})
  void paper_that_is_none_is_refused(String paper) {
    assertThatThrownBy(() -> printer(Map.of("paper", paper)))
        .isInstanceOf(WrongOptionException.class)
        .hasMessageContaining("62x100");
  }
}
