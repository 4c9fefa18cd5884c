package org.libstation.device.escpos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.Drivers;
import org.libstation.device.Paper;
import org.libstation.device.PrintOutcome;
import org.libstation.device.Receipt;
import org.libstation.device.SampleReceipts;
import org.libstation.device.link.DeviceThread;
import org.libstation.device.link.Twin;
import org.libstation.device.link.pty.PtyTwin;
import org.libstation.device.link.simulated.Faults;
import org.libstation.device.link.simulated.FaultyLink;
import org.libstation.device.link.simulated.LoopLine;
import org.libstation.device.link.simulated.ManualClock;

@Timeout(90)
class EscPosPrinterTest {
  private static final Path PICTURES = Path.of("target", "receipts");

  @TempDir Path dir;

  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-25T06:02:00Z"));
  private final EscPosTwin twin = new EscPosTwin(576);
  private final Faults faults = new Faults();
  private final LoopLine line = new LoopLine("loop", twin, clock::advance);
  private final List<DeviceEvent> events = new ArrayList<>();
  private final EscPosPrinter printer = printer(twin, Map.of());

  @Test
  void receipts_in_three_languages_are_printed_confirmed_and_kept_as_pictures() throws Exception {
    Files.createDirectories(PICTURES);
    print(1, SampleReceipts.traditional());
    print(2, SampleReceipts.simplified());
    print(3, SampleReceipts.english());
    assertThat(outcomes()).hasSize(3).allMatch(PrintOutcome.Confirmed.class::isInstance);
    assertThat(twin.unknown()).isEmpty();
    List<PaperStrip> tickets = twin.tickets();
    assertThat(tickets).hasSize(3).allMatch(t -> t.blackDots() > 10_000);
    tickets.get(0).writePng(PICTURES.resolve("zh-Hant-HK.png"));
    tickets.get(1).writePng(PICTURES.resolve("zh-Hans.png"));
    tickets.get(2).writePng(PICTURES.resolve("en.png"));
    assertThat(tickets.get(2).words())
        .contains("Harbour Public Library", "Café Society", "Due 2026-12-09", "[QR https://");
  }

  @Test
  void the_printer_is_ready_only_after_it_answered() {
    twin.power(false);
    steps(5);
    assertThat(printer.health()).isInstanceOf(DeviceHealth.Connecting.class);
    steps(40);
    assertThat(printer.health().code()).isEqualTo("P11");
    twin.power(true);
    stepsUntilReady();
    assertThat(events).contains(new DeviceEvent.PaperChanged("printer", Paper.PRESENT));
  }

  @Test
  void paper_that_ends_in_mid_job_fails_it_as_begun_and_it_is_never_printed_again() {
    stepsUntilReady();
    twin.paperOutAfter(200);
    print(1, SampleReceipts.traditional());
    assertThat(outcomes())
        .containsExactly(new PrintOutcome.Failed("P32", "the paper is out", true));
    assertThat(events).contains(new DeviceEvent.PaperChanged("printer", Paper.OUT));
    assertThat(printer.health().code()).isEqualTo("P32");

    print(2, SampleReceipts.english());
    assertThat(outcomes())
        .last()
        .isEqualTo(new PrintOutcome.Failed("P32", "the paper is out", false));

    twin.loadPaper();
    steps(200);
    assertThat(printer.health()).isInstanceOf(DeviceHealth.Ready.class);
    int torn = twin.tickets().size();
    print(3, SampleReceipts.english());
    assertThat(outcomes()).last().isEqualTo(new PrintOutcome.Confirmed());
    assertThat(twin.tickets()).hasSize(torn + 1);
    assertThat(twin.tickets().getLast().words()).startsWith("Harbour Public Library");
    assertThat(twin.hanging().length()).isZero();
  }

  @Test
  void every_trouble_before_a_job_refuses_it_with_its_code_and_nothing_on_paper() {
    stepsUntilReady();
    refused("P16", () -> twin.cover(true), () -> twin.cover(false));
    refused("P32", twin::takePaperOut, twin::loadPaper);
    refused("P1A", () -> twin.jamCutter(true), () -> twin.jamCutter(false));
    refused("P42", () -> twin.breakDown(true), () -> twin.breakDown(false));
    refused("P52", () -> twin.overheat(true), () -> twin.overheat(false));
    assertThat(twin.tickets()).isEmpty();
    assertThat(twin.hanging().length()).isZero();
  }

  @Test
  void paper_near_its_end_is_said_and_printing_goes_on() {
    stepsUntilReady();
    twin.paperNearEnd(true);
    steps(60);
    assertThat(printer.health().code()).isEqualTo("P1E");
    assertThat(printer.health().usable()).isTrue();
    assertThat(events).contains(new DeviceEvent.PaperChanged("printer", Paper.NEAR_END));
    print(1, SampleReceipts.english());
    assertThat(outcomes()).containsExactly(new PrintOutcome.Confirmed());
  }

  @Test
  void a_power_cycle_in_mid_job_is_never_taken_for_a_print() {
    stepsUntilReady();
    printer.print(1, SampleReceipts.traditional());
    steps(20);
    assertThat(twin.hanging().length()).isPositive();
    // A printer takes a second or more to come back: what was asked meanwhile stays unanswered.
    twin.power(false);
    steps(20);
    twin.power(true);
    stepsUntilEnded(1);
    assertThat(outcomes().getFirst()).isInstanceOf(PrintOutcome.Failed.class);
    assertThat(((PrintOutcome.Failed) outcomes().getFirst()).begun()).isTrue();
    steps(400);
    assertThat(outcomes()).hasSize(1);
    print(2, SampleReceipts.english());
    assertThat(outcomes()).last().isEqualTo(new PrintOutcome.Confirmed());
  }

  @Test
  void unplugged_at_any_write_of_a_job_it_ends_exactly_once_and_the_next_prints_whole() {
    for (int writes = 1; writes < 40; writes += 3) {
      EscPosTwin fresh = new EscPosTwin(576);
      events.clear();
      EscPosPrinter each = printer(fresh, Map.of());
      stepsUntilReady(each);
      faults.unplugAfterWrites(writes);
      each.print(1, SampleReceipts.traditional());
      steps(each, 400);
      assertThat(outcomes()).as("unplugged after %d writes", writes).hasSize(1);
      assertThat(outcomes().getFirst())
          .isInstanceOfAny(PrintOutcome.Failed.class, PrintOutcome.Confirmed.class);
      faults.plug();
      stepsUntilReady(each);
      steps(each, 100);
      each.print(2, SampleReceipts.english());
      steps(each, 600);
      assertThat(outcomes()).as("unplugged after %d writes", writes).hasSize(2);
      assertThat(outcomes().getLast()).isEqualTo(new PrintOutcome.Confirmed());
      assertThat(fresh.tickets().getLast().words()).contains("Thank you.");
      assertThat(fresh.unknown()).isEmpty();
    }
  }

  @Test
  void a_printer_that_falls_silent_fails_the_job_and_is_reconnected() {
    stepsUntilReady();
    printer.print(1, SampleReceipts.traditional());
    steps(20);
    faults.stall();
    stepsUntilEnded(1);
    assertThat(outcomes().getFirst()).isInstanceOf(PrintOutcome.Failed.class);
    assertThat(((PrintOutcome.Failed) outcomes().getFirst()).begun()).isTrue();
    faults.resume();
    stepsUntilReady();
  }

  @Test
  void the_queue_of_jobs_is_bounded_and_without_a_printer_they_fail_at_once() {
    line.unplug();
    for (int i = 0; i < EscPosPrinter.JOB_LIMIT; i++) {
      assertThat(printer.print(i, SampleReceipts.english())).isTrue();
    }
    assertThat(printer.print(99, SampleReceipts.english())).isFalse();
    steps(2);
    assertThat(outcomes())
        .hasSize(4)
        .allMatch(o -> o instanceof PrintOutcome.Failed f && !f.begun());
  }

  @Test
  void a_chinese_market_printer_is_taken_out_of_its_mode_before_text() {
    twin.startsInChineseMode(true);
    print(1, SampleReceipts.english());
    assertThat(twin.tickets().getLast().words()).contains("Café Society");
  }

  @Test
  void over_a_real_line_at_its_baud_it_prints_loses_its_cable_in_mid_job_and_prints_again() {
    List<DeviceEvent> heard = new CopyOnWriteArrayList<>();
    Path name = dir.resolve("printer");
    try (PtyTwin plugged = PtyTwin.plugged(twin, 115200, Optional.of(name))) {
      EscPosPrinter real =
          (EscPosPrinter)
              Drivers.create(
                  "escpos",
                  "printer",
                  DeviceAddress.parse("serial:" + name + "?baud=115200"),
                  Map.of(),
                  DeviceClock.system(),
                  heard::add);
      try (DeviceThread _ = DeviceThread.start(real)) {
        await().until(() -> real.health() instanceof DeviceHealth.Ready);
        real.print(1, SampleReceipts.english());
        await().atMost(Duration.ofSeconds(30)).until(() -> outcomes(heard).size() == 1);
        assertThat(outcomes(heard)).containsExactly(new PrintOutcome.Confirmed());

        real.print(2, SampleReceipts.traditional());
        await().until(() -> twin.hanging().length() > 60);
        plugged.unplug();
        await().atMost(Duration.ofSeconds(3)).until(() -> outcomes(heard).size() == 2);
        assertThat(outcomes(heard).get(1)).isInstanceOf(PrintOutcome.Failed.class);
        assertThat(((PrintOutcome.Failed) outcomes(heard).get(1)).begun()).isTrue();
        assertThat(real.health()).isInstanceOf(DeviceHealth.Connecting.class);

        plugged.plug();
        await().until(() -> real.health() instanceof DeviceHealth.Ready);
        real.print(3, SampleReceipts.english());
        await().atMost(Duration.ofSeconds(30)).until(() -> outcomes(heard).size() == 3);
        assertThat(outcomes(heard)).last().isEqualTo(new PrintOutcome.Confirmed());
        assertThat(twin.tickets().getLast().words()).contains("Thank you.");
      }
    }
  }

  @Test
  void the_bytes_on_the_wire_are_the_makers() {
    StringBuilder wire = new StringBuilder();
    Twin recorder =
        received -> {
          wire.append(HexFormat.of().withUpperCase().formatHex(received));
          return twin.exchange(received);
        };
    EscPosPrinter each = printer(recorder, Map.of());
    stepsUntilReady(each);
    each.step();
    assertThat(wire.toString())
        .isEqualTo("100401" + "100402" + "100403" + "100404" + "1B40" + "1C2E" + "1D610F");
    wire.setLength(0);
    each.print(
        1,
        new Receipt(
            "en",
            List.of(
                new Receipt.Text("Hi", Receipt.Style.LARGE, Receipt.Align.CENTRE),
                new Receipt.Text("£1", Receipt.Style.BOLD, Receipt.Align.RIGHT),
                new Receipt.Space(),
                new Receipt.Qr("AB"))));
    steps(each, 60);
    assertThat(wire.toString())
        .contains("1B40" + "1C2E" + "1B7410")
        .contains("1B6101" + "1B4501" + "1D2111" + "1B333C" + "48690A")
        .contains("1B6102" + "1B4501" + "1D2100" + "1B3326" + "A3310A")
        .contains("1B4A18")
        .contains(
            "1D286B0400314132"
                + "00"
                + "1D286B0300314306"
                + "1D286B0300314531"
                + "1D286B0500315030"
                + "4142"
                + "1D286B0300315130")
        .contains("1D564200")
        .contains("1D7201");
  }

  private void refused(String code, Runnable begin, Runnable end) {
    events.clear();
    begin.run();
    print(7, SampleReceipts.english());
    assertThat(outcomes()).hasSize(1);
    PrintOutcome.Failed failed = (PrintOutcome.Failed) outcomes().getFirst();
    assertThat(failed.code()).isEqualTo(code);
    assertThat(failed.begun()).isFalse();
    end.run();
    stepsUntilReady();
  }

  private EscPosPrinter printer(Twin far, Map<String, String> options) {
    LoopLine to = far == twin ? line : new LoopLine("loop", far, clock::advance);
    return (EscPosPrinter)
        Drivers.create(
            "escpos",
            "printer",
            DeviceAddress.parse("serial:/dev/null"),
            options,
            clock,
            events::add,
            FaultyLink.over(to, faults));
  }

  private void print(long job, Receipt receipt) {
    int before = outcomes().size();
    stepsUntilConnected();
    printer.print(job, receipt);
    stepsUntilEnded(before + 1);
  }

  private void stepsUntilConnected() {
    for (int i = 0; i < 400 && !printer.health().usable(); i++) {
      clock.advance(Duration.ofMillis(50));
      printer.step();
    }
  }

  private void stepsUntilEnded(int count) {
    for (int i = 0; i < 3000 && outcomes().size() < count; i++) {
      printer.step();
    }
    assertThat(outcomes()).hasSizeGreaterThanOrEqualTo(count);
  }

  private void stepsUntilReady() {
    stepsUntilReady(printer);
  }

  private void stepsUntilReady(EscPosPrinter each) {
    for (int i = 0; i < 600 && !(each.health() instanceof DeviceHealth.Ready); i++) {
      clock.advance(Duration.ofMillis(50));
      each.step();
    }
    assertThat(each.health()).isInstanceOf(DeviceHealth.Ready.class);
  }

  private void steps(int count) {
    steps(printer, count);
  }

  private void steps(EscPosPrinter each, int count) {
    for (int i = 0; i < count; i++) {
      each.step();
    }
  }

  private List<PrintOutcome> outcomes() {
    return outcomes(events);
  }

  private static List<PrintOutcome> outcomes(List<DeviceEvent> events) {
    return events.stream()
        .filter(DeviceEvent.PrintEnded.class::isInstance)
        .map(e -> ((DeviceEvent.PrintEnded) e).outcome())
        .toList();
  }
}
