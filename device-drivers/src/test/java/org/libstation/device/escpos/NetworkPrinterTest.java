package org.libstation.device.escpos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.PrintOutcome;
import org.libstation.device.ReceiptPrinter;
import org.libstation.device.SampleReceipts;
import org.libstation.device.driver.Drivers;
import org.libstation.device.escpos.lab.EscPosTwin;
import org.libstation.device.link.DeviceThread;
import org.libstation.lab.link.tcp.TcpTwin;

/// A printer on the network, at its raw port: status comes over the connection that prints.
@Timeout(450)
class NetworkPrinterTest {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final PrintOutcome CONFIRMED = new PrintOutcome.Confirmed();

  private final EscPosTwin twin = new EscPosTwin(576);
  private final TcpTwin network = TcpTwin.plugged(twin);
  private final List<DeviceEvent> events = new CopyOnWriteArrayList<>();

  @AfterEach
  void unplug() {
    network.close();
  }

  private ReceiptPrinter printer(String address, Map<String, String> options) {
    return (ReceiptPrinter)
        Drivers.create(
            "escpos",
            "printer",
            DeviceAddress.parse(address),
            new HashMap<>(options),
            DeviceClock.system(),
            events::add);
  }

  private static void until(BooleanSupplier condition) {
    await().atMost(LIMIT).until(condition::getAsBoolean);
  }

  private List<PrintOutcome> outcomes() {
    return PrinterBench.outcomes(events);
  }

  @Test
  void it_is_printed_on_asked_how_it_is_and_found_again_after_each_kind_of_break() {
    ReceiptPrinter printer = printer(network.address(), Map.of());
    try (DeviceThread _ = DeviceThread.start(printer)) {
      until(() -> printer.health() instanceof DeviceHealth.Ready);
      assertThat(printer.print(1, SampleReceipts.traditional())).isTrue();
      until(() -> outcomes().size() == 1);
      assertThat(outcomes()).containsExactly(CONFIRMED);

      twin.takePaperOut();
      until(() -> printer.health().code().equals("DP32"));
      twin.loadPaper();
      until(() -> printer.health() instanceof DeviceHealth.Ready);

      int before = twin.tickets().size();
      assertThat(printer.print(2, SampleReceipts.traditional())).isTrue();
      until(() -> twin.hanging().length() > 60);
      network.unplug();
      until(() -> printer.health() instanceof DeviceHealth.Connecting);
      network.plug();
      until(() -> outcomes().size() == 2);
      assertThat(outcomes()).last().isEqualTo(CONFIRMED);
      assertThat(twin.tickets()).hasSizeGreaterThan(before);

      network.halfOpen();
      until(() -> printer.health() instanceof DeviceHealth.Connecting);
      assertThat(printer.health().code()).isIn("DP10", "DP11");
      network.plug();
      until(() -> printer.health() instanceof DeviceHealth.Ready);
    }
  }

  @Test
  void one_that_others_print_on_too_is_let_go_between_jobs_and_waited_for() {
    ReceiptPrinter printer = printer(network.address(), Map.of("line", "jobs"));
    try (DeviceThread _ = DeviceThread.start(printer)) {
      until(() -> printer.health() instanceof DeviceHealth.Ready);
      until(() -> !network.inUse());
      assertThat(printer.health()).isInstanceOf(DeviceHealth.Ready.class);

      network.usedByAnother(true);
      assertThat(printer.print(1, SampleReceipts.english())).isTrue();
      until(() -> printer.health() instanceof DeviceHealth.Connecting);
      assertThat(outcomes()).isEmpty();
      network.usedByAnother(false);
      until(() -> outcomes().size() == 1);
      assertThat(outcomes()).containsExactly(CONFIRMED);
      until(() -> !network.inUse());

      int looks = network.connections();
      twin.takePaperOut();
      until(() -> printer.health().code().equals("DP32"));
      assertThat(network.connections()).isGreaterThan(looks);
    }
  }

  /// What it reports at the very end stays unread: closing must not cut off what was printed last.
  @Test
  void closing_over_unread_reports_loses_nothing_of_the_last_job() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ReceiptPrinter printer =
          printer(
              "tcp:127.0.0.1:" + server.getLocalPort(), Map.of("answers", "false", "line", "jobs"));
      try (DeviceThread _ = DeviceThread.start(printer)) {
        byte[] look = whole(server);
        assertThat(printer.print(1, SampleReceipts.traditional())).isTrue();
        byte[] job = whole(server);
        until(() -> !outcomes().isEmpty());
        assertThat(outcomes().getFirst()).isInstanceOf(PrintOutcome.Unconfirmed.class);
        EscPosTwin paper = new EscPosTwin(576);
        paper.exchange(look);
        paper.exchange(job);
        assertThat(paper.tickets()).as("the cut came too").hasSize(1);
      }
    }
  }

  /// Reads slowly and talks all the while, until the far end closes.
  private static byte[] whole(ServerSocket server) throws IOException {
    try (Socket socket = server.accept()) {
      socket.getOutputStream().write(new byte[] {0x10, 0, 0, 0});
      byte[] all = socket.getInputStream().readAllBytes();
      return all;
    }
  }

  @Test
  void a_job_for_which_the_line_never_comes_free_has_failed_and_says_why() {
    PrinterBench bench = PrinterBench.with(Map.of("line", "jobs"));
    bench.untilReady();
    bench.line.unplug();
    assertThat(bench.print(1, SampleReceipts.english()))
        .isInstanceOfSatisfying(
            PrintOutcome.Failed.class,
            failed -> {
              assertThat(failed.code()).isEqualTo("DP10");
              assertThat(failed.reason()).contains("does another computer print?");
              assertThat(failed.begun()).isFalse();
            });
  }
}
