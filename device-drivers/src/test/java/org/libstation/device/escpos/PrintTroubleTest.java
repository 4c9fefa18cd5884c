package org.libstation.device.escpos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.device.PrintOutcome;
import org.libstation.device.PrintState;
import org.libstation.device.Receipt;
import org.libstation.device.SampleReceipts;

/// What happens to a job when something happens to the printer in the middle of it.
@Timeout(600)
public class PrintTroubleTest {
  private static final PrintOutcome CONFIRMED = new PrintOutcome.Confirmed();
  private static final Receipt LONG = numbered(30);

  @Test
  void paper_out_in_mid_job_holds_it_and_a_new_roll_brings_the_whole_again() {
    PrinterBench bench = PrinterBench.plain();
    bench.untilReady();
    bench.twin.paperOutAfter(400);
    bench.printer.print(1, LONG);
    PrintState.Halted held = bench.held(1);
    assertThat(held.code()).isEqualTo("DP32");
    assertThat(held.line()).isBetween(2, 15);
    assertThat(bench.printer.health().code()).isEqualTo("DP32");
    assertThat(bench.outcomes()).isEmpty();

    bench.twin.loadPaper();
    assertThat(bench.ended(1)).isEqualTo(CONFIRMED);
    assertThat(bench.twin.tickets().getLast().words())
        .startsWith("(printed again)\n")
        .contains(everyLine(1, 30));
    assertThat(bench.twin.hanging().length()).isZero();
  }

  @Test
  void with_rest_only_the_lines_that_are_not_known_to_be_on_paper_come_again() {
    PrinterBench bench = PrinterBench.with(Map.of("reprint", "rest"));
    bench.untilReady();
    bench.twin.paperOutAfter(400);
    bench.printer.print(1, LONG);
    int line = bench.held(1).line();
    bench.twin.loadPaper();
    assertThat(bench.ended(1)).isEqualTo(CONFIRMED);
    String rest = bench.twin.tickets().getLast().words();
    assertThat(rest).startsWith("(continued)\n").contains(everyLine(line, 30));
    assertThat(rest).doesNotContain("Line %02d of".formatted(line - 1));
    assertThat(wordsOf(bench)).as("nothing is lost").contains(everyLine(1, line - 1));
  }

  @Test
  void with_nothing_it_fails_at_once_and_names_the_line() {
    PrinterBench bench = PrinterBench.with(Map.of("reprint", "nothing"));
    bench.untilReady();
    bench.twin.paperOutAfter(400);
    PrintOutcome.Failed failed = (PrintOutcome.Failed) bench.print(1, LONG);
    assertThat(failed.code()).isEqualTo("DP32");
    assertThat(failed.line()).isBetween(2, 15);
    bench.twin.loadPaper();
    bench.steps(400);
    assertThat(bench.print(2, SampleReceipts.english())).isEqualTo(CONFIRMED);
    assertThat(bench.twin.tickets().getLast().words()).startsWith("Harbour Public Library");
  }

  @Test
  void a_job_that_is_held_too_long_has_failed_and_is_never_printed_later() {
    PrinterBench bench = PrinterBench.with(Map.of("reprint-seconds", "30"));
    bench.untilReady();
    bench.twin.paperOutAfter(400);
    PrintOutcome.Failed failed = (PrintOutcome.Failed) bench.print(1, LONG);
    assertThat(failed.code()).isEqualTo("DP32");
    assertThat(failed.begun()).isTrue();
    bench.twin.loadPaper();
    bench.untilReady();
    bench.steps(400);
    assertThat(bench.outcomes()).hasSize(1);
    assertThat(bench.twin.hanging().length()).as("its remains are cut off").isZero();
    assertThat(wordsOf(bench)).doesNotContain("printed again");
  }

  @Test
  void a_held_job_whose_patron_left_ends_and_its_rest_never_comes_out() {
    PrinterBench bench = PrinterBench.plain();
    bench.untilReady();
    bench.twin.paperOutAfter(400);
    bench.printer.print(1, LONG);
    bench.held(1);
    bench.printer.withdraw(1);
    assertThat(bench.ended(1)).isInstanceOf(PrintOutcome.Failed.class);
    bench.twin.loadPaper();
    bench.untilReady();
    bench.steps(400);
    assertThat(wordsOf(bench)).doesNotContain("printed again");
  }

  @Test
  void a_cutter_that_jams_at_the_end_costs_no_second_receipt() {
    for (String reprint : List.of("rest", "whole")) {
      PrinterBench bench = PrinterBench.with(Map.of("reprint", reprint));
      bench.untilReady();
      bench.twin.jamCutterAtNextCut();
      bench.printer.print(1, LONG);
      assertThat(bench.held(1).code()).isEqualTo("DP1A");
      bench.twin.jamCutter(false);
      assertThat(bench.ended(1)).isEqualTo(CONFIRMED);
      assertThat(bench.twin.tickets()).hasSize(1);
      assertThat(wordsOf(bench)).containsOnlyOnce("Line 01 of").containsOnlyOnce("Line 30 of");
    }
  }

  @Test
  void a_cover_opened_in_mid_job_holds_it_until_it_is_closed() {
    PrinterBench bench = PrinterBench.plain();
    bench.untilReady();
    bench.printer.print(1, LONG);
    bench.untilPrinted(400);
    bench.twin.cover(true);
    assertThat(bench.held(1).code()).isEqualTo("DP16");
    bench.twin.cover(false);
    assertThat(bench.ended(1)).isEqualTo(CONFIRMED);
    assertThat(bench.twin.tickets().getLast().words()).contains(everyLine(1, 30));
  }

  @Test
  void a_head_that_cools_down_goes_on_where_it_was_and_nothing_is_printed_twice() {
    PrinterBench bench = PrinterBench.plain();
    bench.untilReady();
    bench.printer.print(1, LONG);
    bench.untilPrinted(400);
    bench.twin.overheat(true);
    bench.steps(300);
    assertThat(bench.outcomes()).isEmpty();
    bench.twin.overheat(false);
    assertThat(bench.ended(1)).isEqualTo(CONFIRMED);
    assertThat(bench.twin.tickets()).hasSize(1);
    assertThat(wordsOf(bench)).contains(everyLine(1, 30)).doesNotContain("again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "macro"})
  @Tag("full")
  void an_instant_power_cycle_at_any_byte_of_a_job_is_never_taken_for_a_print(String mark) {
    for (int after = 1; after < 6000; after += 97) {
      PrinterBench bench = PrinterBench.with(Map.of("mark", mark));
      bench.untilReady();
      bench.twin.powerCycleAfter(after);
      PrintOutcome outcome = bench.print(1, LONG);
      assertThat(outcome).as("after %d bytes", after).isNotInstanceOf(PrintOutcome.Failed.class);
      boolean whole = bench.twin.tickets().stream().anyMatch(t -> holdsAll(t.words()));
      assertThat(whole || !outcome.equals(CONFIRMED)).as("after %d: %s", after, outcome).isTrue();
    }
  }

  @Test
  @Tag("full")
  void an_instant_power_cycle_in_a_drawn_receipt_is_never_taken_for_a_print_either() {
    for (int after = 1; after < 30_000; after += 1499) {
      PrinterBench bench = PrinterBench.plain();
      bench.untilReady();
      bench.print(1, SampleReceipts.traditional());
      long black = bench.twin.tickets().getLast().blackDots();
      bench.twin.powerCycleAfter(after);
      PrintOutcome outcome = bench.print(2, SampleReceipts.traditional());
      boolean whole = bench.twin.tickets().stream().skip(1).anyMatch(t -> t.blackDots() == black);
      assertThat(whole || !outcome.equals(CONFIRMED)).as("after %d: %s", after, outcome).isTrue();
    }
  }

  @Test
  void a_power_cycle_while_it_stood_idle_costs_no_paper() {
    PrinterBench bench = PrinterBench.plain();
    bench.untilReady();
    bench.twin.powerCycle();
    assertThat(bench.print(1, LONG)).isEqualTo(CONFIRMED);
    assertThat(bench.twin.tickets()).hasSize(1);
    assertThat(wordsOf(bench)).doesNotContain("again");
  }

  @ParameterizedTest
  @CsvSource({"status", "id"})
  void a_power_cycle_between_the_parts_of_a_job_shows_with_every_mark(String mark) {
    PrinterBench bench = PrinterBench.with(Map.of("mark", mark));
    bench.untilReady();
    bench.printer.print(1, LONG);
    bench.untilPrinted(400);
    bench.twin.power(false);
    bench.steps(20);
    bench.twin.power(true);
    assertThat(bench.ended(1)).isEqualTo(CONFIRMED);
    assertThat(bench.twin.tickets().getLast().words()).contains(everyLine(1, 30));
  }

  @Test
  @Tag("full")
  void unplugged_at_any_write_of_a_job_it_ends_exactly_once_and_the_next_prints_whole() {
    for (int writes = 1; writes < 60; writes += 3) {
      PrinterBench bench = PrinterBench.plain();
      bench.untilReady();
      bench.faults.unplugAfterWrites(writes);
      bench.printer.print(1, LONG);
      bench.steps(100);
      bench.faults.plug();
      PrintOutcome outcome = bench.ended(1);
      boolean whole = bench.twin.tickets().stream().anyMatch(t -> holdsAll(t.words()));
      assertThat(whole || !outcome.equals(CONFIRMED)).as("after %d: %s", writes, outcome).isTrue();
      if (!whole) {
        assertThat(outcome).isInstanceOf(PrintOutcome.Failed.class);
        assertThat(((PrintOutcome.Failed) outcome).begun()).isFalse();
      }
      bench.untilReady();
      assertThat(bench.print(2, SampleReceipts.english())).isEqualTo(CONFIRMED);
      assertThat(bench.twin.tickets().getLast().words()).contains("Thank you.");
      assertThat(bench.outcomes()).hasSize(2);
      assertThat(bench.twin.unknown()).isEmpty();
    }
  }

  @Test
  void a_receipt_that_was_cut_and_whose_last_mark_was_lost_is_not_printed_again() {
    PrinterBench bench = PrinterBench.plain();
    bench.untilReady();
    bench.printer.print(1, LONG);
    for (int i = 0; i < 5000 && bench.twin.tickets().isEmpty(); i++) {
      bench.faults.rewriteReads(piece -> bench.twin.tickets().isEmpty() ? piece : new byte[0]);
      bench.step();
    }
    bench.steps(1);
    bench.faults.rewriteReads(piece -> piece);
    assertThat(bench.ended(1)).isInstanceOf(PrintOutcome.Unconfirmed.class);
    bench.untilReady();
    bench.steps(400);
    assertThat(bench.twin.tickets()).hasSize(1);
  }

  @Test
  void a_printer_without_marks_is_never_said_to_have_printed() {
    PrinterBench bench = PrinterBench.with(Map.of("mark", "none"));
    bench.twin.muteMarks(true);
    assertThat(bench.print(1, LONG))
        .isEqualTo(
            new PrintOutcome.Unconfirmed("DP15", "this printer does not say whether it printed"));
    assertThat(bench.twin.tickets().getLast().words()).contains(everyLine(1, 30));
    bench.twin.paperOutAfter(400);
    bench.printer.print(2, LONG);
    assertThat(bench.held(2).code()).isEqualTo("DP32");
    bench.twin.loadPaper();
    assertThat(bench.ended(2)).isInstanceOf(PrintOutcome.Unconfirmed.class);
    assertThat(bench.twin.tickets().getLast().words()).contains(everyLine(1, 30));
  }

  @Test
  void a_printer_that_is_only_written_to_prints_and_nobody_knows() {
    PrinterBench bench = PrinterBench.with(Map.of("answers", "false"));
    bench.twin.mute(true);
    assertThat(bench.print(1, LONG)).isInstanceOf(PrintOutcome.Unconfirmed.class);
    bench.steps(5);
    assertThat(bench.printer.health().usable()).isTrue();
    assertThat(bench.twin.tickets().getLast().words()).contains(everyLine(1, 30));
  }

  @Test
  void a_printer_that_knows_no_macro_is_used_by_plain_marks() {
    PrinterBench bench = PrinterBench.plain();
    bench.twin.knows(false, false);
    assertThat(bench.print(1, LONG)).isEqualTo(CONFIRMED);
    assertThat(bench.printer.health().toString()).contains("marks by status");
  }

  @Test
  void a_printer_that_answers_no_mark_says_so_and_takes_no_job() {
    PrinterBench bench = PrinterBench.plain();
    bench.twin.muteMarks(true);
    bench.steps(600);
    assertThat(bench.printer.health().code()).isEqualTo("DP17");
    assertThat(bench.print(1, LONG)).isInstanceOf(PrintOutcome.Failed.class);
    bench.twin.muteMarks(false);
    bench.untilReady();
    assertThat(bench.print(2, LONG)).isEqualTo(CONFIRMED);
  }

  @Test
  void a_trouble_that_comes_back_is_not_looped_on() {
    PrinterBench bench = PrinterBench.plain();
    bench.untilReady();
    bench.printer.print(1, LONG);
    for (int i = 0; i <= PrintRun.MOST_REPRINTS; i++) {
      int tickets = i;
      for (int step = 0; step < 5000 && bench.twin.tickets().size() < tickets; step++) {
        bench.step();
      }
      bench.untilPrinted(400);
      bench.twin.cover(true);
      bench.steps(100);
      bench.twin.cover(false);
    }
    assertThat(bench.ended(1)).isInstanceOf(PrintOutcome.Failed.class);
  }

  public static Receipt numbered(int lines) {
    return new Receipt(
        "en",
        java.util.stream.IntStream.rangeClosed(1, lines)
            .<Receipt.Line>mapToObj(
                i ->
                    new Receipt.Text(
                        "Line %02d of a receipt %s".formatted(i, "x".repeat(70)),
                        Receipt.Style.NORMAL,
                        Receipt.Align.LEFT))
            .toList(),
        new Receipt.Again("(continued)", "(printed again)"));
  }

  public static boolean holdsAll(String words) {
    return java.util.Arrays.stream(everyLine(1, 30)).allMatch(words::contains);
  }

  private static CharSequence[] everyLine(int from, int to) {
    return java.util.stream.IntStream.rangeClosed(from, to)
        .mapToObj("Line %02d of"::formatted)
        .toArray(CharSequence[]::new);
  }

  private static String wordsOf(PrinterBench bench) {
    StringBuilder all = new StringBuilder();
    bench.twin.tickets().forEach(ticket -> all.append(ticket.words()));
    return all + bench.twin.hanging().words();
  }
}
