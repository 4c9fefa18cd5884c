package org.libstation.device.escpos.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.libstation.device.PrintOutcome;
import org.libstation.device.Receipt;
import org.libstation.device.SampleReceipts;
import org.libstation.device.escpos.PrintTroubleTest;
import org.libstation.device.escpos.PrinterBench;
import org.libstation.lab.link.TwinFault;
import org.libstation.lab.twin.PaperStrip;

/// Every fault the printer's twin can have, in the middle of a job, against the real driver.
@Timeout(600)
class PrinterFaultTest {
  private static final Receipt RECEIPT = PrintTroubleTest.numbered(30);

  /// How a job ends that met the fault in its middle, while nobody mends it; and the printer's
  /// health a while later.
  private record Expected(String outcome, String health) {}

  private static final Map<String, Expected> EXPECTED =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("paper-out", new Expected("DP32", "DP32")),
              Map.entry("paper-out-after", new Expected("DP32", "DP32")),
              Map.entry("paper-near-end", new Expected("confirmed", "DP1E")),
              Map.entry("cover-open", new Expected("DP16", "DP16")),
              Map.entry("cutter-jam", new Expected("DP1A", "DP1A")),
              Map.entry("cutter-jam-at-cut", new Expected("DP1A", "DP1A")),
              Map.entry("head-hot", new Expected("DP52", "DP52")),
              Map.entry("broken", new Expected("DP42", "DP42")),
              Map.entry("feed-button", new Expected("DP1B", "DP1B")),
              Map.entry("off", new Expected("DP11", "DP11")),
              Map.entry("power-cycle", new Expected("confirmed", "")),
              Map.entry("power-cycle-after", new Expected("confirmed", "")),
              Map.entry("mute", new Expected("DP11", "DP11")),
              Map.entry("mute-marks", new Expected("DP13", "DP17"))));

  static Stream<TwinFault> faults() {
    return new EscPosTwin(576).faults().stream();
  }

  @Test
  void every_fault_has_an_expected_outcome_and_no_other_has() {
    assertThat(faults().map(TwinFault::name))
        .containsExactlyInAnyOrderElementsOf(EXPECTED.keySet());
  }

  @ParameterizedTest
  @MethodSource("faults")
  void in_mid_job_it_has_the_outcome_that_was_said_and_nothing_is_lost_silently(TwinFault fault) {
    PrinterBench bench = PrinterBench.with(Map.of("reprint-seconds", "60"));
    bench.untilReady();
    bench.printer.print(1, RECEIPT);
    bench.untilPrinted(300);
    assertThat(bench.twin.bringAbout(fault.name(), fault.arguments())).isEmpty();

    PrintOutcome outcome = bench.ended(1);
    passTime(bench, Duration.ofSeconds(60));
    Expected expected = java.util.Objects.requireNonNull(EXPECTED.get(fault.name()));
    assertThat(said(outcome)).as(outcome.toString()).isEqualTo(expected.outcome());
    assertThat(bench.printer.health().code()).isEqualTo(expected.health());
    assertThat(bench.outcomes()).hasSize(1);
    boolean whole = wholeTickets(bench) > 0;
    assertThat(whole || !(outcome instanceof PrintOutcome.Confirmed)).isTrue();

    bench.twin.heal();
    bench.untilUsable();
    passTime(bench, Duration.ofSeconds(90));
    assertThat(bench.print(2, SampleReceipts.english())).isEqualTo(new PrintOutcome.Confirmed());
    assertThat(bench.twin.tickets().getLast().words()).startsWith("Harbour Public Library");
  }

  @ParameterizedTest
  @MethodSource("faults")
  void mended_in_time_the_patron_gets_one_whole_receipt_and_never_two(TwinFault fault) {
    PrinterBench bench = PrinterBench.with(Map.of("reprint-seconds", "600"));
    bench.untilReady();
    bench.printer.print(1, RECEIPT);
    bench.untilPrinted(300);
    assertThat(bench.twin.bringAbout(fault.name(), fault.arguments())).isEmpty();
    passTime(bench, Duration.ofSeconds(25));
    bench.twin.heal();

    PrintOutcome outcome = bench.ended(1);
    passTime(bench, Duration.ofSeconds(60));
    assertThat(outcome).as(fault.name()).isEqualTo(new PrintOutcome.Confirmed());
    assertThat(wholeTickets(bench)).as("whole receipts").isEqualTo(1);
    assertThat(bench.outcomes()).hasSize(1);
    assertThat(bench.twin.hanging().length()).isZero();
  }

  @Test
  void a_fault_that_is_not_there_and_wrong_arguments_are_refused_in_words() {
    EscPosTwin twin = new EscPosTwin(576);
    assertThat(twin.bringAbout("fire", List.of())).contains("it has no fault 'fire'");
    assertThat(twin.bringAbout("paper-out-after", List.of()))
        .contains("expected, for example: paper-out-after 200");
    assertThat(twin.bringAbout("paper-out-after", List.of("many"))).isPresent();
    assertThat(twin.bringAbout("paper-out-after", List.of("0"))).isPresent();
    assertThat(twin.bringAbout("paper-out", List.of("1"))).isPresent();
  }

  private static String said(PrintOutcome outcome) {
    return switch (outcome) {
      case PrintOutcome.Confirmed _ -> "confirmed";
      case PrintOutcome.Unconfirmed open -> "unconfirmed " + open.code();
      case PrintOutcome.Failed failed -> failed.code();
    };
  }

  private static long wholeTickets(PrinterBench bench) {
    List<PaperStrip> all = new ArrayList<>(bench.twin.tickets());
    all.add(bench.twin.hanging());
    return all.stream().filter(strip -> PrintTroubleTest.holdsAll(strip.words())).count();
  }

  private static void passTime(PrinterBench bench, Duration time) {
    Duration until = bench.clock.monotonic().plus(time);
    while (bench.clock.monotonic().compareTo(until) < 0) {
      bench.step();
    }
  }
}
