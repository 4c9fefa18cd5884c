package org.libstation.lab.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.libstation.barcode.CheckDigits;
import org.libstation.station.driven.ScenarioProblem;

class BenchReportTest {
  private static final Machine MACHINE =
      new Machine("Example CPU", true, 2, 25_165_824, "Linux 6", "ext4", "Java 25", "0.10");

  private static Timings all(Duration time, int count) {
    return new Timings(Collections.nCopies(count, time));
  }

  @Test
  void a_table_is_aligned_and_is_markdown() {
    String table =
        BenchReport.table(
            List.of(
                new BenchReport.BenchReportRow("a", "1 ms"),
                new BenchReport.BenchReportRow("longer | one", "2 s")));
    assertThat(table.lines())
        .containsExactly(
            "| measured     | figure |",
            "|--------------|--------|",
            "| a            | 1 ms   |",
            "| longer / one | 2 s    |");
  }

  @Test
  void times_have_about_three_digits_and_a_unit() {
    assertThat(BenchReport.time(Duration.ofNanos(423_000))).isEqualTo("0.42 ms");
    assertThat(BenchReport.time(Duration.ofNanos(8_149_000))).isEqualTo("8.1 ms");
    assertThat(BenchReport.time(Duration.ofMillis(640))).isEqualTo("640 ms");
    assertThat(BenchReport.time(Duration.ofMillis(2_314))).isEqualTo("2.31 s");
  }

  @Test
  void the_report_holds_every_figure_with_its_ratios() {
    String table =
        BenchReport.table(
            MACHINE,
            new StationTrial.StationTrialResult(
                new Timings(
                    List.of(Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ofSeconds(2))),
                all(Duration.ofSeconds(4), 3),
                all(Duration.ofMillis(200), 3),
                new MemoryHeld(204_800, 102_400),
                new MemoryHeld(307_200, 204_800),
                1000),
            new LendingTrial.LendingTrialResult(
                all(Duration.ofMillis(6), 1000),
                all(Duration.ofMillis(2), 1000),
                all(Duration.ofMillis(4), 1000)));
    assertThat(table)
        .contains("Example CPU (virtual), 2 cores, 24 GiB, ext4, load 0.10")
        .contains("3 starts")
        .contains("min 1.00 s, median 2.00 s, max 3.00 s")
        .contains("min 4.00 s, median 4.00 s, max 4.00 s", "200 ms, 5.0 %")
        .contains("RSS 200 MiB, PSS 100 MiB")
        .contains("after 1,000 loans", "RSS 300 MiB, PSS 200 MiB")
        .contains("p50 6.0 ms, p99 6.0 ms: 3.0 bare inserts, 1.5 bare fdatasyncs at p50");
  }

  @Test
  void a_single_loan_can_be_reported() {
    Timings one = all(Duration.ofMillis(1), 1);
    assertThat(
            BenchReport.table(
                MACHINE,
                new StationTrial.StationTrialResult(
                    one, one, one, new MemoryHeld(1, 1), new MemoryHeld(1, 1), 1),
                new LendingTrial.LendingTrialResult(one, one, one)))
        .contains("1 loans");
  }

  @Test
  void the_processor_time_of_a_process_is_read_from_what_bash_says() throws Exception {
    assertThat(FrameworkTrial.parse("0.512 0.043\n")).isEqualTo(Duration.ofMillis(555));
    assertThatThrownBy(() -> FrameworkTrial.parse("bash: java: command not found"))
        .isInstanceOf(ScenarioProblem.class)
        .hasMessageContaining("command not found");
  }

  @Test
  void memory_is_read_from_what_the_kernel_writes() throws Exception {
    String rollup =
        """
        00400000-7ffd83b4f000 ---p 00000000 00:00 0                              [rollup]
        Rss:              312344 kB
        Pss:              290001 kB
        Pss_Dirty:        250000 kB
        """;
    assertThat(MemoryHeld.parse(rollup)).isEqualTo(new MemoryHeld(312_344, 290_001));
  }

  @Test
  void a_machine_is_told_by_its_kind() {
    String cpuinfo =
        "processor\t: 0\nmodel name\t: Some CPU @ 2.0GHz\nflags\t\t: fpu hypervisor x\n";
    assertThat(Machine.processor(cpuinfo)).isEqualTo("Some CPU @ 2.0GHz");
    assertThat(Machine.virtual(cpuinfo)).isTrue();
    assertThat(Machine.virtual("flags : fpu\n")).isFalse();
    assertThat(Machine.processor("")).isEqualTo("unknown");
    assertThat(Machine.memory("MemTotal:       24683520 kB\n")).isEqualTo(24_683_520);
  }

  @Test
  void the_numbers_it_lends_with_have_the_check_digit_of_the_site() {
    for (int i = 0; i < 50; i++) {
      assertThat(CheckDigits.luhn(TrialNumbers.item(i))).as(TrialNumbers.item(i)).isTrue();
      assertThat(CheckDigits.luhn(TrialNumbers.card(i))).as(TrialNumbers.card(i)).isTrue();
    }
    assertThat(TrialNumbers.item(1)).matches("3\\d{13}").isNotEqualTo(TrialNumbers.item(2));
    assertThat(TrialNumbers.card(1)).matches("2\\d{13}");
  }
}
