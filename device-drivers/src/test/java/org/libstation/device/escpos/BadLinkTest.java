package org.libstation.device.escpos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.device.DeviceHealth;
import org.libstation.device.PrintOutcome;
import org.libstation.device.escpos.lab.EscPosTwin;
import org.libstation.lab.link.Twin;

/// The driver against a far end that never answers, answers half, answers late, or answers someone
/// else's question.
@Timeout(600)
class BadLinkTest {
  private static final HexFormat HEX = HexFormat.of();

  @Test
  void one_that_never_answers_is_named_and_takes_no_job() {
    PrinterBench bench = PrinterBench.facing(_ -> new byte[0], Map.of());
    bench.printer.print(1, PrintTroubleTest.numbered(3));
    assertThat(bench.ended(1)).isInstanceOf(PrintOutcome.Failed.class);
    bench.steps(500);
    assertThat(bench.printer.health()).isInstanceOf(DeviceHealth.Connecting.class);
    assertThat(bench.printer.health().code()).isEqualTo("DP11");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void one_that_answers_only_some_of_the_questions_never_confirms_what_it_did_not_mark(int keep) {
    EscPosTwin twin = new EscPosTwin(576);
    int[] number = {0};
    PrinterBench bench =
        PrinterBench.facing(
            answering(
                twin,
                answer -> {
                  byte[] kept = new byte[answer.length];
                  int count = 0;
                  for (byte b : answer) {
                    if (number[0]++ % (keep + 1) != 0) {
                      kept[count++] = b;
                    }
                  }
                  return Arrays.copyOf(kept, count);
                }),
            Map.of());
    bench.printer.print(1, PrintTroubleTest.numbered(30));
    PrintOutcome outcome = bench.ended(1);
    boolean whole = twin.tickets().stream().anyMatch(t -> PrintTroubleTest.holdsAll(t.words()));
    assertThat(whole || !(outcome instanceof PrintOutcome.Confirmed))
        .as(outcome.toString())
        .isTrue();
    bench.steps(500);
    assertThat(bench.outcomes()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 10, 40})
  void one_that_answers_late_ends_each_job_once_and_with_the_truth(int turns) {
    EscPosTwin twin = new EscPosTwin(576);
    Deque<byte[]> under = new ArrayDeque<>();
    PrinterBench bench =
        PrinterBench.facing(
            answering(
                twin,
                answer -> {
                  under.add(answer);
                  return under.size() > turns ? under.removeFirst() : new byte[0];
                }),
            Map.of());
    bench.printer.print(1, PrintTroubleTest.numbered(30));
    PrintOutcome outcome = bench.ended(1);
    boolean whole = twin.tickets().stream().anyMatch(t -> PrintTroubleTest.holdsAll(t.words()));
    assertThat(whole || !(outcome instanceof PrintOutcome.Confirmed))
        .as(outcome.toString())
        .isTrue();
    bench.steps(500);
    assertThat(bench.outcomes()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // A scanner, a pad (FEIG, standard frame), a Modbus slave, a SIP2 line, a modem, noise.
        "33313233343030303031323334320D",
        "0D00B0000100E0040150123456787A4B",
        "0102010561 8B",
        "39382059594E59590D",
        "0D0A4F4B0D0A",
        "FFFFFFFF00FF80FE"
      })
  void one_that_answers_someone_elses_question_prints_nothing_and_is_said(String answer) {
    byte[] bytes = HEX.parseHex(answer.replace(" ", ""));
    PrinterBench bench =
        PrinterBench.facing(received -> received.length == 0 ? new byte[0] : bytes, Map.of());
    bench.printer.print(1, PrintTroubleTest.numbered(30));
    PrintOutcome outcome = bench.ended(1);
    assertThat(outcome).as(outcome.toString()).isInstanceOf(PrintOutcome.Failed.class);
    bench.steps(2_000);
    assertThat(bench.outcomes()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id"})
  void a_mark_of_another_job_is_not_taken_for_ones_own(String mark) {
    EscPosTwin twin = new EscPosTwin(576);
    PrinterBench bench =
        PrinterBench.facing(
            answering(
                twin,
                answer -> {
                  byte[] other = answer.clone();
                  for (int i = 0; i + 6 < other.length; i++) {
                    if (other[i] == 0x37 && other[i + 1] == 0x22) {
                      other[i + 5] ^= 0x01;
                    }
                  }
                  return other;
                }),
            Map.of("mark", mark, "reprint", "nothing"));
    bench.printer.print(1, PrintTroubleTest.numbered(3));
    assertThat(bench.ended(1)).isInstanceOf(PrintOutcome.Failed.class);
  }

  private static Twin answering(EscPosTwin twin, UnaryOperator<byte[]> change) {
    return received -> change.apply(twin.exchange(received));
  }
}
