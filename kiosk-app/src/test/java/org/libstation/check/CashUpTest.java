package org.libstation.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.circulation.CashDay;
import org.libstation.circulation.CashDay.Difference;
import org.libstation.circulation.CashDay.PaymentKind;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.CirculationEvent.MoneyTaken;
import org.libstation.circulation.CirculationEvent.PaymentAsked;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.Money;
import org.libstation.circulation.Payment;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.circulation.TerminalDay;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.EntryClosed;
import org.libstation.paper.CashUpTable;

class CashUpTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Hong_Kong");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

  @TempDir Path directory;

  private final List<JournalEntry> journal = new ArrayList<>();

  private static Money money(long minor) {
    return Money.of(minor, "HKD");
  }

  private void entry(String time, CirculationEvent what, Mark... marks) {
    EventTime at =
        new EventTime(
            OffsetDateTime.parse(time),
            "boot",
            Duration.ofMinutes(journal.size()),
            Optional.empty(),
            false);
    journal.add(
        new JournalEntry(
            journal.size() + 1L,
            at,
            what,
            Arrays.stream(marks).map(mark -> new JournalEntry.Noted(at, mark)).toList(),
            false));
  }

  private void taken(String time, long amount, long owed, String receipt, Mark... marks) {
    entry(
        time,
        new MoneyTaken(
            Payment.ofWhatIsOwed("r" + journal.size(), money(amount)),
            Optional.of(money(owed)),
            receipt),
        marks);
  }

  private static Mark closed(EntryClosed.ClosingReason reason) {
    return new EntryClosed(reason, "station");
  }

  private CashDay day(Optional<TerminalDay> end) {
    CashUp cashUp = new CashUp(ZONE, DAY);
    journal.forEach(cashUp::add);
    return cashUp.day(end);
  }

  private static Optional<TerminalDay> end(long total) {
    return Optional.of(
        new TerminalDay(
            OffsetDateTime.parse("2026-11-30T20:00:00+08:00"),
            Optional.of("0017"),
            Optional.of("0021"),
            Optional.of(money(total)),
            true));
  }

  private void aDay() {
    taken("2026-11-29T23:59:59+08:00", 100, 100, "0016", closed(EntryClosed.ClosingReason.SETTLED));
    taken(
        "2026-11-30T09:00:00+08:00", 1250, 1250, "0017", closed(EntryClosed.ClosingReason.SETTLED));
    taken(
        "2026-11-30T10:00:00+08:00",
        500,
        1250,
        "0018",
        closed(EntryClosed.ClosingReason.FOUND_DONE));
    taken(
        "2026-11-30T11:00:00+08:00",
        300,
        300,
        "0019",
        Mark.StaffLine.of(Mark.StaffLine.StaffReason.PAYMENT_REFUSED, TaskNote.text("x")));
    taken("2026-11-30T12:00:00+08:00", 200, 200, "0020", closed(EntryClosed.ClosingReason.REFUSED));
    entry(
        "2026-11-30T13:00:00+08:00",
        new PaymentAsked(Payment.ofWhatIsOwed("q", money(70)), List.of()),
        Mark.StaffLine.of(Mark.StaffLine.StaffReason.TERMINAL_IN_DOUBT, TaskNote.text("x")));
    entry(
        "2026-11-30T14:00:00+08:00",
        new PaymentAsked(Payment.ofWhatIsOwed("q2", money(80)), List.of()),
        closed(EntryClosed.ClosingReason.ABANDONED));
    entry("2026-11-30T15:00:00+08:00", new CirculationEvent.HoldAsked(new ItemId("1")));
  }

  @Test
  void a_day_is_told_by_kind_in_the_librarys_zone() {
    aDay();
    assertThat(day(Optional.empty()).lines())
        .extracting(CashDay.CashLine::kind)
        .containsExactly(
            PaymentKind.PAID,
            PaymentKind.PART,
            PaymentKind.NOT_BOOKED,
            PaymentKind.GIVEN_BACK,
            PaymentKind.TERMINAL_IN_DOUBT);
    assertThat(day(Optional.empty()).held()).containsExactly(money(2050));
  }

  @Test
  void what_a_terminal_said_of_a_payment_in_doubt_stands_beside_it() {
    entry(
        "2026-11-30T13:00:00+08:00",
        new PaymentAsked(Payment.ofWhatIsOwed("q", money(1200)), List.of()),
        Mark.StaffLine.of(
            Mark.StaffLine.StaffReason.TERMINAL_OTHER_SUM,
            TaskNote.of(TaskNoteCode.ASKED_FOR, "HKD 12.00", "now"),
            TaskNote.of(TaskNoteCode.TERMINAL_TOOK, "HKD 9.99", "0101 trace 000101")));
    taken(
        "2026-11-30T14:00:00+08:00",
        300,
        300,
        "0102",
        Mark.StaffLine.of(Mark.StaffLine.StaffReason.GIVING_BACK_IN_DOUBT, TaskNote.text("x")));

    assertThat(day(Optional.empty()).lines())
        .extracting(CashDay.CashLine::kind, CashDay.CashLine::receipt)
        .containsExactly(
            tuple(PaymentKind.OTHER_SUM, "0101 trace 000101"),
            tuple(PaymentKind.GIVING_BACK_IN_DOUBT, "0102"));
    assertThat(day(Optional.empty()).held()).containsExactly(money(1299));
    assertThat(day(Optional.empty()).differences())
        .hasSize(2)
        .anyMatch(it -> it.toString().contains("HKD 9.99") && it.toString().contains("0101"))
        .anyMatch(it -> it.toString().contains("HKD 3.00") && it.toString().contains("0102"));
  }

  /// A terminal that is set to another currency took it.
  @Test
  void another_currency_is_told_as_it_was_taken_and_never_summed_with_the_own_one() {
    taken(
        "2026-11-30T09:00:00+08:00", 1250, 1250, "0017", closed(EntryClosed.ClosingReason.SETTLED));
    for (int at = 0; at < 2; at++) {
      entry(
          "2026-11-30T13:00:00+08:00",
          new PaymentAsked(Payment.ofWhatIsOwed("q" + at, money(2400)), List.of()),
          Mark.StaffLine.of(
              Mark.StaffLine.StaffReason.TERMINAL_OTHER_SUM,
              TaskNote.of(TaskNoteCode.ASKED_FOR, "HKD 24.00", "now"),
              TaskNote.of(TaskNoteCode.TERMINAL_TOOK, "EUR 24.00", "0103 trace 000103")));
    }
    entry(
        "2026-11-30T14:00:00+08:00",
        new PaymentAsked(Payment.ofWhatIsOwed("q3", money(2400)), List.of()),
        Mark.StaffLine.of(
            Mark.StaffLine.StaffReason.TERMINAL_OTHER_SUM,
            TaskNote.of(TaskNoteCode.ASKED_FOR, "HKD 24.00", "now"),
            TaskNote.of(TaskNoteCode.TERMINAL_TOOK, "HKD 9.00", "0104")));
    CashDay day = day(end(2150));

    assertThat(day.lines())
        .extracting(CashDay.CashLine::kind, CashDay.CashLine::amount)
        .contains(tuple(PaymentKind.OTHER_SUM, Money.of(2400, "EUR")));
    assertThat(day.sums())
        .containsExactly(
            new CashDay.Sum(PaymentKind.PAID, 1, money(1250)),
            new CashDay.Sum(PaymentKind.OTHER_SUM, 2, Money.of(4800, "EUR")),
            new CashDay.Sum(PaymentKind.OTHER_SUM, 1, money(900)));
    assertThat(day.held()).containsExactly(money(2150), Money.of(4800, "EUR"));
    assertThat(day.differences()).noneMatch(it -> it instanceof Difference.OtherTotal);
  }

  @Test
  void money_that_was_given_back_has_the_numbers_of_the_reversal() {
    taken(
        "2026-11-30T12:00:00+08:00",
        200,
        200,
        "0020 trace 000020",
        Mark.Accepted.givenBack("0021 trace 000021"),
        closed(EntryClosed.ClosingReason.REFUSED));
    assertThat(day(Optional.empty()).lines())
        .extracting(CashDay.CashLine::kind, CashDay.CashLine::receipt)
        .containsExactly(tuple(PaymentKind.GIVEN_BACK, "0021 trace 000021"));
  }

  @Test
  void what_does_not_agree_is_named() {
    aDay();
    assertThat(day(end(2050)).differences())
        .hasSize(2)
        .anyMatch(it -> it.toString().contains("HKD 3.00") && it.toString().contains("0019"))
        .anyMatch(it -> it.toString().contains("HKD 0.70"));
    assertThat(day(end(2120)).differences())
        .hasSize(3)
        .contains(new Difference.OtherTotal(money(2120), money(2050)));
    assertThat(day(end(2000)).differences())
        .contains(new Difference.OtherTotal(money(2000), money(2050)));
  }

  /// A terminal tells at each end what came since the one before.
  @Test
  void two_ends_of_a_day_are_counted_together() {
    aDay();
    TerminalDay noon = end(1500).orElseThrow();
    TerminalDay evening = end(550).orElseThrow();
    assertThat(day(TerminalDay.together(List.of(noon, evening))).differences())
        .isEqualTo(day(end(2050)).differences());
    TerminalDay silent =
        new TerminalDay(noon.asked(), Optional.empty(), Optional.empty(), Optional.empty(), true);
    assertThat(TerminalDay.together(List.of(noon, silent)).orElseThrow().total()).isEmpty();
    assertThat(TerminalDay.together(List.of())).isEmpty();
  }

  @Test
  void an_end_of_which_nobody_knows_is_kept_as_that_and_never_compared() throws IOException {
    aDay();
    TerminalDay evening = end(550).orElseThrow();
    TerminalDay unknown = TerminalDay.notKnown(evening.asked());
    Path file = directory.resolve(TerminalDayFile.FILE);
    TerminalDayFile.keep(evening, file);
    TerminalDayFile.keep(unknown, file);

    assertThat(TerminalDayFile.all(file)).containsExactly(evening, unknown);
    assertThat(day(TerminalDay.together(TerminalDayFile.all(file))).differences())
        .hasSize(3)
        .contains(new Difference.EndNotKnown(evening.asked()));
  }

  @Test
  void csv_names_no_formula_and_no_person() throws IOException {
    taken(
        "2026-11-30T09:00:00+08:00",
        1250,
        1250,
        "=cmd|x!A1",
        closed(EntryClosed.ClosingReason.SETTLED));
    StringWriter out = new StringWriter();
    CashUpTable.write(day(end(1250)), "@Station", out);
    assertThat(out.toString().lines().toList()).hasSize(4);
    assertThat(out.toString()).doesNotContain(",=cmd").doesNotStartWith("@").doesNotContain("\n@");
  }

  @Test
  void times_are_told_to_the_second_and_receipts_only_where_there_are_some() throws IOException {
    taken(
        "2026-11-30T09:00:00.123456789+08:00",
        1250,
        1250,
        "0017",
        closed(EntryClosed.ClosingReason.SETTLED));
    TerminalDay silent =
        new TerminalDay(
            OffsetDateTime.parse("2026-11-30T20:00:00.987654321+08:00"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true);
    StringWriter out = new StringWriter();
    CashUpTable.write(day(Optional.of(silent)), "S", out);
    assertThat(out.toString())
        .contains("S,payment,2026-11-30T09:00:00+08:00,paid")
        .contains("S,terminal,2026-11-30T20:00:00+08:00,end of day,,,,,\r\n");
  }

  @Test
  void what_the_terminal_said_is_there_later_and_a_torn_line_is_passed_over() throws IOException {
    Path file = directory.resolve(TerminalDayFile.FILE);
    TerminalDayFile.keep(end(2050).orElseThrow(), file);
    Files.writeString(file, Files.readString(file) + "2026-11-3");
    TerminalDayFile.keep(
        new TerminalDay(
            OffsetDateTime.parse("2026-12-01T20:00:00+08:00"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true),
        file);

    assertThat(TerminalDayFile.all(file)).hasSize(2).startsWith(end(2050).orElseThrow());
  }
}
