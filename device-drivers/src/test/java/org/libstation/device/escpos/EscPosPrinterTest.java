package org.libstation.device.escpos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.PrintOutcome;
import org.libstation.device.PrintState;
import org.libstation.device.Receipt;
import org.libstation.device.SampleReceipts;
import org.libstation.device.driver.Drivers;
import org.libstation.device.driver.PrintQueue;
import org.libstation.device.escpos.lab.EscPosTwin;
import org.libstation.device.link.DeviceThread;
import org.libstation.lab.link.Twin;
import org.libstation.lab.link.pty.PtyTwin;
import org.libstation.lab.twin.PaperStrip;

@Timeout(450)
class EscPosPrinterTest {
  private static final Path PICTURES = Path.of("target", "receipts");
  private static final PrintOutcome CONFIRMED = new PrintOutcome.Confirmed();

  @TempDir Path dir;

  private final PrinterBench bench = PrinterBench.plain();
  private final EscPosTwin twin = bench.twin;

  @ParameterizedTest
  @ValueSource(strings = {"576", "384"})
  void receipts_in_three_languages_are_printed_confirmed_and_kept_as_pictures(String dots)
      throws Exception {
    PrinterBench each = PrinterBench.with(Map.of("dots", dots));
    Files.createDirectories(PICTURES);
    assertThat(each.print(1, SampleReceipts.traditional())).isEqualTo(CONFIRMED);
    assertThat(each.print(2, SampleReceipts.simplified())).isEqualTo(CONFIRMED);
    assertThat(each.print(3, SampleReceipts.english())).isEqualTo(CONFIRMED);
    assertThat(each.twin.unknown()).isEmpty();
    List<PaperStrip> tickets = each.twin.tickets();
    assertThat(tickets).hasSize(3).allMatch(t -> t.blackDots() > 10_000);
    tickets.get(0).writePng(PICTURES.resolve("zh-Hant-HK-" + dots + ".png"));
    tickets.get(1).writePng(PICTURES.resolve("zh-Hans-" + dots + ".png"));
    tickets.get(2).writePng(PICTURES.resolve("en-" + dots + ".png"));
    assertThat(tickets.get(2).words())
        .contains("Harbour Public", "Café Society", "Due 2026-12-09", "[QR https://");
  }

  @Test
  void the_printer_is_ready_only_after_it_answered() {
    twin.power(false);
    bench.steps(5);
    assertThat(bench.printer.health()).isInstanceOf(DeviceHealth.Connecting.class);
    bench.steps(40);
    assertThat(bench.printer.health().code()).isEqualTo("DP11");
    twin.power(true);
    bench.untilReady();
    assertThat(bench.printer.health()).isInstanceOf(DeviceHealth.Ready.class);
  }

  @Test
  void a_job_is_queued_then_printing_line_by_line_then_confirmed() {
    bench.untilReady();
    bench.print(1, SampleReceipts.traditional());
    int lines = SampleReceipts.traditional().lines().size();
    List<PrintState> states = bench.states(1);
    assertThat(states.getFirst()).isEqualTo(new PrintState.Queued());
    assertThat(states.get(1)).isEqualTo(new PrintState.PrintInProgress(1, lines));
    assertThat(states.getLast()).isEqualTo(new PrintState.PrintInProgress(lines, lines));
    assertThat(states.subList(1, states.size()))
        .extracting(state -> ((PrintState.PrintInProgress) state).line())
        .isSorted();
    assertThat(states).hasSizeGreaterThan(5);
  }

  @Test
  void every_trouble_before_a_job_refuses_it_with_its_code_and_nothing_on_paper() {
    bench.untilReady();
    refused("DP16", () -> twin.cover(true), () -> twin.cover(false));
    refused("DP32", twin::takePaperOut, twin::loadPaper);
    refused("DP1A", () -> twin.jamCutter(true), () -> twin.jamCutter(false));
    refused("DP42", () -> twin.breakDown(true), () -> twin.breakDown(false));
    refused("DP52", () -> twin.overheat(true), () -> twin.overheat(false));
    refused("DP1B", () -> twin.holdFeedButton(true), () -> twin.holdFeedButton(false));
    assertThat(twin.tickets()).isEmpty();
    assertThat(twin.hanging().length()).isZero();
  }

  @Test
  void paper_near_its_end_is_said_and_printing_goes_on() {
    bench.untilReady();
    twin.paperNearEnd(true);
    bench.steps(60);
    assertThat(bench.printer.health().code()).isEqualTo("DP1E");
    assertThat(bench.printer.health().usable()).isTrue();
    assertThat(bench.print(1, SampleReceipts.english())).isEqualTo(CONFIRMED);
  }

  @Test
  void the_queue_of_jobs_is_bounded_and_without_a_printer_they_fail_at_once() {
    bench.line.unplug();
    for (int i = 0; i < PrintQueue.LIMIT; i++) {
      assertThat(bench.printer.print(i, SampleReceipts.english())).isTrue();
    }
    assertThat(bench.printer.print(99, SampleReceipts.english())).isFalse();
    bench.steps(2);
    assertThat(bench.outcomes())
        .hasSize(4)
        .allMatch(o -> o instanceof PrintOutcome.Failed f && !f.begun());
  }

  @Test
  void a_chinese_market_printer_is_taken_out_of_its_mode_before_text() {
    twin.startsInChineseMode(true);
    bench.print(1, SampleReceipts.english());
    assertThat(twin.tickets().getLast().words()).contains("Café Society");
  }

  @Test
  void a_job_that_nobody_waits_for_any_more_is_not_printed() {
    bench.untilReady();
    bench.printer.print(1, SampleReceipts.english());
    bench.printer.print(2, SampleReceipts.traditional());
    bench.printer.withdraw(2);
    assertThat(bench.ended(2))
        .isEqualTo(new PrintOutcome.Failed("DP18", "nobody waits for it any more", 0));
    assertThat(bench.ended(1)).isEqualTo(CONFIRMED);
    bench.steps(200);
    assertThat(twin.tickets()).hasSize(1);
  }

  @Test
  @Tag("full")
  void over_a_real_line_at_its_baud_it_prints_loses_its_cable_in_mid_job_and_prints_again() {
    overARealLine("serial:%s?baud=115200");
  }

  @Tag("full")
  @Test
  void as_a_device_file_of_the_usb_printer_class_it_is_read_and_written_too() {
    overARealLine("file:%s");
  }

  private void overARealLine(String address) {
    List<DeviceEvent> heard = new CopyOnWriteArrayList<>();
    Path name = dir.resolve("printer");
    try (PtyTwin plugged = PtyTwin.plugged(twin, 115200, Optional.of(name))) {
      EscPosPrinter real =
          (EscPosPrinter)
              Drivers.create(
                  "escpos",
                  "printer",
                  DeviceAddress.parse(address.formatted(name)),
                  Map.of("reprint", "whole"),
                  DeviceClock.system(),
                  heard::add);
      try (DeviceThread _ = DeviceThread.start(real)) {
        await().atMost(LIMIT).until(() -> real.health() instanceof DeviceHealth.Ready);
        real.print(1, SampleReceipts.english());
        await().atMost(LIMIT).until(() -> PrinterBench.outcomes(heard).size() == 1);
        assertThat(PrinterBench.outcomes(heard)).containsExactly(CONFIRMED);

        real.print(2, SampleReceipts.traditional());
        await().atMost(LIMIT).until(() -> twin.hanging().length() > 60);
        plugged.unplug();
        await().atMost(LIMIT).until(() -> real.health() instanceof DeviceHealth.Connecting);
        plugged.plug();
        await().atMost(LIMIT).until(() -> PrinterBench.outcomes(heard).size() == 2);
        assertThat(PrinterBench.outcomes(heard)).last().isEqualTo(CONFIRMED);
        assertThat(twin.tickets().getLast().words()).contains("[QR " + SampleReceipts.QR_TEXT);
      }
    }
  }

  private static final Duration LIMIT = Duration.ofMinutes(3);

  @Test
  void the_bytes_on_the_wire_are_the_makers() {
    StringBuilder wire = new StringBuilder();
    Twin recorder =
        received -> {
          wire.append(HexFormat.of().withUpperCase().formatHex(received));
          return twin.exchange(received);
        };
    PrinterBench each = PrinterBench.facing(recorder, Map.of());
    each.untilReady();
    each.steps(2);
    assertThat(wire.toString())
        .startsWith(
            "100401"
                + "100402"
                + "100403"
                + "100404"
                + "1B40"
                + "1C2E"
                + "1D610F"
                + "1D3A1D72011D3A"
                + "1D7201"
                + "1D5E010000"
                + "1D7201");
    wire.setLength(0);
    each.print(
        1,
        Receipt.of(
            "en",
            List.of(
                new Receipt.Text("Hi", Receipt.Style.LARGE, Receipt.Align.CENTRE),
                new Receipt.Text("£1", Receipt.Style.BOLD, Receipt.Align.RIGHT),
                new Receipt.Space(),
                new Receipt.Codabar("A31234000012342B"),
                new Receipt.Qr("AB"))));
    assertThat(wire.toString())
        .contains("1B40" + "1C2E" + "1B7410" + "1B6100")
        .contains("1B6101" + "1B4501" + "1D2111" + "1B333C" + "48690A")
        .contains("1B6102" + "1B4501" + "1D2100" + "1B3326" + "A3310A")
        .contains("1B4A18")
        .contains("1D6848" + "1D7702" + "1D4802" + "1D6B4710" + "41333132333430303030313233343242")
        .contains(
            "1D286B0400314132"
                + "00"
                + "1D286B0300314306"
                + "1D286B0300314531"
                + "1D286B0500315030"
                + "4142"
                + "1D286B0300315130")
        .contains("1D564200" + "1D5E010000" + "1D7201");
  }

  private void refused(String code, Runnable begin, Runnable end) {
    bench.events.clear();
    begin.run();
    PrintOutcome.Failed failed = (PrintOutcome.Failed) bench.print(7, SampleReceipts.english());
    assertThat(failed.code()).isEqualTo(code);
    assertThat(failed.begun()).isFalse();
    end.run();
    bench.untilReady();
  }
}
