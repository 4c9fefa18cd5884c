package org.libstation.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.libstation.device.driver.Drivers;
import org.libstation.device.driver.PrintQueue;
import org.libstation.device.link.DeviceThread;
import org.libstation.lab.link.PluggedTwin;
import org.libstation.lab.twin.ReceiptPaper;
import org.libstation.lab.twin.Twins;

/// What the station may count on at every receipt printer: run over each make that has a twin, at a
/// port of this computer.
@Timeout(450)
class ReceiptPrinterContractTest {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final List<DeviceEvent> events = new CopyOnWriteArrayList<>();

  static Stream<String> makes() {
    return Twins.models().stream()
        .filter(make -> Twins.of(make).orElseThrow() instanceof ReceiptPaper);
  }

  @Test
  void it_is_run_over_several() {
    assertThat(makes()).contains("escpos", "starline", "ippprinter");
  }

  /// A printer at its twin, and the thread that owns it.
  private final class Desk implements AutoCloseable {
    final ReceiptPaper twin;
    final PluggedTwin plug;
    final ReceiptPrinter printer;
    private final DeviceThread thread;

    Desk(String make) {
      twin = Twins.of(make, ReceiptPaper.class);
      plug = Twins.atPort(make, twin, 0);
      printer =
          (ReceiptPrinter)
              Drivers.create(
                  make,
                  "printer",
                  DeviceAddress.parse("tcp:" + plug.place()),
                  Map.of(),
                  DeviceClock.system(),
                  events::add);
      thread = DeviceThread.start(printer);
    }

    void ready() {
      until(() -> printer.health() instanceof DeviceHealth.Ready);
    }

    @Override
    public void close() {
      thread.close();
      plug.close();
    }
  }

  private static void until(BooleanSupplier condition) {
    await().atMost(LIMIT).until(condition::getAsBoolean);
  }

  private List<PrintOutcome> outcomes(long job) {
    return events.stream()
        .filter(event -> event instanceof DeviceEvent.PrintEnded ended && ended.job() == job)
        .map(event -> ((DeviceEvent.PrintEnded) event).outcome())
        .toList();
  }

  private PrintOutcome ended(long job) {
    until(() -> !outcomes(job).isEmpty());
    return outcomes(job).getFirst();
  }

  private static PrintOutcome.Failed failed(PrintOutcome outcome) {
    assertThat(outcome).isInstanceOf(PrintOutcome.Failed.class);
    return (PrintOutcome.Failed) outcome;
  }

  @ParameterizedTest
  @MethodSource("makes")
  void each_receipt_is_one_piece_of_paper_and_is_confirmed_once(String make) {
    try (Desk desk = new Desk(make)) {
      desk.ready();
      for (long job = 1; job <= 2; job++) {
        assertThat(desk.printer.print(job, SampleReceipts.simplified())).isTrue();
        assertThat(ended(job)).isEqualTo(new PrintOutcome.Confirmed());
      }
      assertThat(desk.twin.tickets()).hasSize(2).allMatch(it -> it.blackDots() > 5_000);
      assertThat(outcomes(1)).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("makes")
  void without_paper_nothing_is_begun_and_with_a_new_roll_the_next_one_prints(String make) {
    try (Desk desk = new Desk(make)) {
      desk.ready();
      desk.twin.takePaperOut();
      until(() -> desk.printer.health().code().equals("DP32"));
      assertThat(desk.printer.print(1, SampleReceipts.english())).isTrue();
      PrintOutcome.Failed failed = failed(ended(1));
      assertThat(failed.code()).isEqualTo("DP32");
      assertThat(failed.begun()).isFalse();
      desk.twin.loadPaper();
      desk.ready();
      assertThat(desk.printer.print(2, SampleReceipts.english())).isTrue();
      assertThat(ended(2)).isEqualTo(new PrintOutcome.Confirmed());
      assertThat(desk.twin.tickets()).as("the first never comes out later").hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("makes")
  void unplugged_each_job_ends_and_it_is_found_again(String make) {
    try (Desk desk = new Desk(make)) {
      desk.ready();
      desk.plug.unplug();
      until(() -> desk.printer.health() instanceof DeviceHealth.Connecting);
      assertThat(desk.printer.print(1, SampleReceipts.english())).isTrue();
      assertThat(failed(ended(1)).begun()).isFalse();
      desk.plug.plug();
      desk.ready();
      assertThat(desk.printer.print(2, SampleReceipts.english())).isTrue();
      assertThat(ended(2)).isEqualTo(new PrintOutcome.Confirmed());
    }
  }

  @ParameterizedTest
  @MethodSource("makes")
  void a_job_that_nobody_waits_for_ends_once_and_no_more_wait_than_may(String make) {
    ReceiptPrinter still =
        (ReceiptPrinter)
            Drivers.create(
                make,
                "printer",
                DeviceAddress.parse("tcp:127.0.0.1:9"),
                Map.of(),
                DeviceClock.system(),
                events::add);
    long taken =
        IntStream.rangeClosed(1, PrintQueue.LIMIT + 2)
            .filter(job -> still.print(job, SampleReceipts.english()))
            .count();
    assertThat(taken).isEqualTo(PrintQueue.LIMIT);
    still.withdraw(1);
    still.withdraw(77);
    still.step();
    assertThat(failed(outcomes(1).getFirst()).code()).isEqualTo("DP18");
    still.close();
    for (int job = 1; job <= PrintQueue.LIMIT; job++) {
      assertThat(outcomes(job)).as("job " + job).hasSize(1);
    }
    assertThat(outcomes(77)).isEmpty();
  }
}
