package org.libstation.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.libstation.journal.Entries.CARD;
import static org.libstation.journal.Entries.ITEM;
import static org.libstation.journal.Entries.OTHER_CARD;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.LoanOutcome;
import org.libstation.circulation.OfflineRules;
import org.libstation.circulation.TaskNote;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.JournalException;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.EntryClosed;
import org.libstation.journal.Mark.SeenAgain.SecondLookResult;
import org.libstation.journal.Mark.StaffLine;
import org.libstation.sync.CentralHabits.Habit;
import org.libstation.sync.FakeCentral.Fault;

/// What a central system did after an entry was settled is found by a second look.
class SecondLookTest {
  private final Bench bench = new Bench();

  private long lent(ItemId item) {
    bench.central.has(item);
    bench.desk.beginSession();
    if (!(bench.lend(item, CARD) instanceof LoanOutcome.Lent lent)) {
      throw new AssertionError(item + " was not lent");
    }
    bench.desk.released(lent.entry());
    bench.desk.endSession(CARD);
    return lent.entry();
  }

  /// Lent without an answer; what the request will still do comes by `actLate`.
  private long lentInDoubt() {
    bench.central.nextActing(Fault.ACT_LATE);
    long entry = bench.lentOffline(ITEM, CARD);
    bench.linkBack();
    bench.pass(Duration.ofMinutes(10));
    assertThat(bench.closed(entry)).contains(EntryClosed.ClosingReason.SETTLED);
    return entry;
  }

  private List<SecondLookResult> seen(long entry) {
    return bench.entry(entry).marks().stream()
        .map(JournalEntry.Noted::mark)
        .filter(Mark.SeenAgain.class::isInstance)
        .map(mark -> ((Mark.SeenAgain) mark).seen())
        .toList();
  }

  private String detail(long entry) {
    return bench.entry(entry).marks().stream()
        .map(JournalEntry.Noted::mark)
        .filter(StaffLine.class::isInstance)
        .map(mark -> TaskNote.asWritten(((StaffLine) mark).notes()))
        .reduce((_, last) -> last)
        .orElse("");
  }

  private List<StaffLine.StaffReason> allLines() {
    return bench.journal.all(1, 10_000).stream()
        .flatMap(entry -> bench.staffLines(entry.number()).stream())
        .toList();
  }

  private long looks() {
    return bench.central.heard().stream().filter(text -> text.startsWith("17 ")).count();
  }

  private static ItemId item(int number) {
    return new ItemId("3000000001%04d".formatted(number));
  }

  @Test
  void a_loan_renewed_by_a_request_acted_on_after_the_quarantine_is_found_within_a_day() {
    long entry = lentInDoubt();
    bench.central.actLate();
    bench.pass(Duration.ofHours(2));

    assertThat(bench.staffLines(entry)).containsExactly(StaffLine.StaffReason.DUE_DATE_MOVED);
    assertThat(detail(entry)).contains("2026-12-09T23:59").contains("2026-12-23T23:59");
    bench.pass(Duration.ofDays(2));
    assertThat(bench.staffLines(entry)).hasSize(1);
    assertThat(seen(entry))
        .containsExactly(SecondLookResult.DUE_DATE_MOVED, SecondLookResult.AS_SETTLED);
  }

  @Test
  void a_request_acted_on_after_the_first_of_the_two_looks_is_found_by_the_second() {
    long entry = lentInDoubt();
    bench.pass(Duration.ofHours(5));
    assertThat(seen(entry)).containsExactly(SecondLookResult.AS_SETTLED);
    bench.central.actLate();
    bench.pass(Duration.ofHours(19));

    assertThat(bench.staffLines(entry)).containsExactly(StaffLine.StaffReason.DUE_DATE_MOVED);
    assertThat(seen(entry)).hasSize(2);
  }

  @Test
  void a_renewal_that_staff_were_told_was_not_granted_and_then_was_is_found() {
    long loan = lent(ITEM);
    bench.habits =
        CentralHabits.fixed(
            Bench.ZONE, Set.of(Habit.RECALLED_IS_ON_LOAN, Habit.RENEWAL_MOVES_DUE), List.of(14), 0);
    bench.restart();
    bench.central.nextActing(Fault.ACT_LATE);
    bench.desk.renew(ITEM, CARD, Optional.empty());
    long renewal = bench.last().number();
    bench.linkBack();
    bench.pass(Duration.ofMinutes(10));
    assertThat(bench.staffLines(renewal))
        .containsExactly(StaffLine.StaffReason.RENEWAL_NOT_GRANTED);
    bench.central.actLate();
    bench.pass(Duration.ofHours(2));

    assertThat(bench.staffLines(renewal))
        .containsExactly(
            StaffLine.StaffReason.RENEWAL_NOT_GRANTED, StaffLine.StaffReason.DUE_DATE_MOVED);
    assertThat(bench.staffLines(loan)).isEmpty();
  }

  @Test
  void a_loan_that_came_to_nothing_and_is_booked_after_all_is_found() {
    bench.mode = OfflineRules.OfflineMode.NONE;
    bench.restart();
    bench.central.nextActing(Fault.ACT_LATE);
    LoanOutcome _ = bench.lend(ITEM, CARD);
    long ask = bench.last().number();
    bench.linkBack();
    bench.pass(Duration.ofMinutes(15));
    assertThat(bench.closed(ask)).contains(EntryClosed.ClosingReason.ABANDONED);
    bench.central.actLate();
    bench.pass(Duration.ofHours(2));

    assertThat(bench.staffLines(ask)).containsExactly(StaffLine.StaffReason.LENT_AFTER_ALL);
    bench.pass(Duration.ofDays(1));
    assertThat(bench.staffLines(ask)).hasSize(1);
  }

  @Test
  void a_loan_now_on_the_shelf_may_simply_be_back_and_is_counted_without_a_line() {
    long entry = lent(ITEM);
    bench.central.back(ITEM);
    bench.pass(Duration.ofDays(1));

    assertThat(seen(entry)).containsExactly(SecondLookResult.ON_THE_SHELF);
    assertThat(bench.staffLines(entry)).isEmpty();
  }

  @Test
  void several_loans_of_one_hour_gone_together_are_one_line_that_names_the_time() {
    List<ItemId> items = IntStream.range(0, 6).mapToObj(SecondLookTest::item).toList();
    long before = lent(item(100));
    bench.pass(Duration.ofHours(3));
    String from = bench.clock.now().wall().toString();
    List<Long> entries =
        items.stream()
            .map(
                each -> {
                  bench.clock.advance(Duration.ofMinutes(5));
                  return lent(each);
                })
            .toList();
    String to = bench.clock.now().wall().toString();
    bench.pass(Duration.ofHours(3));
    long after = lent(item(101));
    items.forEach(bench.central::back);
    bench.pass(Duration.ofDays(1));

    assertThat(allLines()).containsExactly(StaffLine.StaffReason.RECORDS_LOST);
    assertThat(detail(entries.getFirst()))
        .contains(from.substring(0, 13))
        .contains(to.substring(0, 16))
        .contains(items.getFirst().value(), items.getLast().value());
    assertThat(seen(before)).containsExactly(SecondLookResult.AS_SETTLED);
    assertThat(seen(after)).containsExactly(SecondLookResult.AS_SETTLED);
    bench.pass(Duration.ofDays(2));
    assertThat(allLines()).hasSize(1);
  }

  @Test
  void one_of_them_still_on_loan_shows_that_the_others_are_simply_back() {
    List<Long> entries = IntStream.range(0, 5).mapToObj(i -> lent(item(i))).toList();
    bench.central.back(item(0));
    bench.central.back(item(1));
    bench.central.back(item(3));
    bench.central.back(item(4));
    bench.pass(Duration.ofDays(1));

    assertThat(allLines()).isEmpty();
    assertThat(seen(entries.get(2))).containsExactly(SecondLookResult.AS_SETTLED);
  }

  @Test
  void a_return_whose_loan_stands_there_again_is_a_finding() {
    lent(ITEM);
    bench.pass(Duration.ofDays(3));
    LocalDateTime due = bench.central.loan(ITEM).orElseThrow().due();
    bench.desk.beginSession();
    long back = bench.received(ITEM);
    bench.desk.armed(back);
    var _ = bench.desk.settleReturn(back);
    assertThat(bench.closed(back)).contains(EntryClosed.ClosingReason.SETTLED);
    bench.central.lent(ITEM, CARD, due);
    bench.pass(Duration.ofDays(1));

    assertThat(bench.staffLines(back)).containsExactly(StaffLine.StaffReason.RETURN_GONE);
    assertThat(detail(back)).contains("2026-12-09T23:59");
  }

  @Test
  void a_newer_loan_after_a_return_is_nothing_to_tell() {
    lent(ITEM);
    bench.pass(Duration.ofDays(3));
    bench.desk.beginSession();
    long back = bench.received(ITEM);
    bench.desk.armed(back);
    var _ = bench.desk.settleReturn(back);
    bench.pass(Duration.ofMinutes(5));
    bench.central.lent(
        ITEM, OTHER_CARD, bench.clock.now().wall().toLocalDate().plusDays(14).atTime(23, 59));
    bench.pass(Duration.ofDays(1));

    assertThat(bench.staffLines(back)).isEmpty();
    assertThat(seen(back)).containsExactly(SecondLookResult.MOVED_ON);
  }

  @Test
  void what_moved_here_since_is_not_looked_at_for_an_older_entry() {
    long entry = lentInDoubt();
    bench.desk.beginSession();
    long back = bench.received(ITEM);
    bench.desk.armed(back);
    var _ = bench.desk.settleReturn(back);
    bench.pass(Duration.ofDays(2));

    assertThat(seen(entry)).isEmpty();
    assertThat(bench.staffLines(entry)).isEmpty();
  }

  @Test
  void no_card_is_asked_about_and_none_is_kept_for_it() {
    long entry = lentInDoubt();
    int before = bench.central.heard().size();
    bench.pass(Duration.ofDays(2));

    assertThat(bench.central.heard().subList(before, bench.central.heard().size()))
        .allMatch(text -> text.startsWith("17 ") || text.equals("99"));
    assertThat(bench.entry(entry).cardSealed()).isFalse();
  }

  @Test
  void no_look_is_made_while_somebody_asks_or_the_link_is_down() {
    lentInDoubt();
    bench.linkLost();
    bench.clock.advance(Duration.ofHours(2));
    long before = looks();
    bench.settle();
    assertThat(looks()).isEqualTo(before);
    bench.linkBack();
    var _ = bench.desk.identify(OTHER_CARD, Optional.empty());
    bench.clock.advance(SecondLook.QUIET.minusSeconds(1));
    bench.settle();
    assertThat(looks()).isEqualTo(before);
    bench.clock.advance(Duration.ofSeconds(1));
    bench.settle();
    assertThat(looks()).isEqualTo(before + 1);
  }

  @Test
  void no_look_is_made_while_the_item_is_somebodys() {
    long entry = lentInDoubt();
    try (Lanes.Lane _ = bench.lanes.tryTake(ITEM).orElseThrow()) {
      bench.pass(Duration.ofHours(3));
      assertThat(seen(entry)).isEmpty();
    }
    bench.pass(Duration.ofHours(1));
    assertThat(seen(entry)).hasSize(1);
  }

  @Test
  void no_more_looks_are_made_in_an_hour_than_the_share_and_no_more_in_a_night_than_the_sample() {
    bench.lookAgain = new LookAgainSettings(10, 25, LocalTime.of(2, 0));
    bench.restart();
    IntStream.range(0, 60).forEach(i -> lent(item(i)));
    bench.pass(Duration.ofHours(17));
    long before = looks();
    bench.pass(Duration.ofHours(1));
    assertThat(looks() - before).isBetween(9L, 10L);
    bench.pass(Duration.ofHours(6));
    assertThat(bench.journal.all(1, 1000).stream().filter(e -> e.has(Mark.SeenAgain.class)))
        .hasSize(25);
  }

  @Test
  void with_no_share_of_the_line_nothing_is_looked_at() {
    bench.lookAgain = new LookAgainSettings(0, 0, LocalTime.of(2, 0));
    bench.restart();
    long entry = lentInDoubt();
    bench.pass(Duration.ofDays(2));

    assertThat(seen(entry)).isEmpty();
  }

  @Test
  void a_restart_neither_repeats_a_look_nor_forgets_one() {
    long entry = lentInDoubt();
    bench.pass(Duration.ofHours(2));
    assertThat(seen(entry)).hasSize(1);
    for (int i = 0; i < 5; i++) {
      bench.powerCut();
      bench.linkBack();
      bench.pass(Duration.ofHours(1));
      assertThat(seen(entry)).hasSize(1);
    }
    bench.powerCut();
    bench.linkBack();
    bench.pass(Duration.ofHours(20));
    assertThat(seen(entry)).hasSize(2);
    bench.pass(Duration.ofDays(3));
    assertThat(seen(entry)).hasSize(2);
  }

  @Test
  void a_cut_before_the_mark_repeats_the_look_and_no_line_is_lost_or_doubled() {
    long entry = lentInDoubt();
    bench.central.actLate();
    bench.clock.advance(Duration.ofHours(2));
    bench.journal.failWrite(1, JournalException.FaultKind.DISK);
    assertThatThrownBy(() -> bench.pass(Duration.ofMinutes(5)))
        .isInstanceOf(JournalException.class);
    assertThat(bench.staffLines(entry)).isEmpty();
    bench.powerCut();
    bench.linkBack();
    bench.pass(Duration.ofDays(2));

    assertThat(bench.staffLines(entry)).containsExactly(StaffLine.StaffReason.DUE_DATE_MOVED);
  }

  @Test
  void a_sample_missed_while_the_station_was_off_is_made_when_it_is_on() {
    long entry = lent(ITEM);
    bench.clock.advance(Duration.ofDays(2));
    bench.powerCut();
    bench.linkBack();
    bench.pass(Duration.ofHours(1));

    assertThat(seen(entry)).containsExactly(SecondLookResult.AS_SETTLED);
  }

  @Test
  void a_look_that_is_not_answered_counts_as_made_and_is_not_asked_for_ever() {
    long entry = lentInDoubt();
    bench.central.actLate();
    bench.central.nextLook(Fault.LOSE_REPLY);
    bench.pass(Duration.ofHours(2));
    bench.linkBack();
    assertThat(seen(entry)).containsExactly(SecondLookResult.NO_ANSWER);

    bench.pass(Duration.ofDays(2));
    assertThat(seen(entry)).hasSize(2);
    assertThat(bench.staffLines(entry)).containsExactly(StaffLine.StaffReason.DUE_DATE_MOVED);
  }

  @Test
  void where_a_look_tells_no_due_date_nothing_later_is_seen_and_nothing_is_told() {
    long entry = lentInDoubt();
    bench.central.actLate();
    bench.central.tellsNoDueDate();
    bench.pass(Duration.ofDays(2));

    assertThat(seen(entry)).containsExactly(SecondLookResult.NOT_TOLD, SecondLookResult.NOT_TOLD);
    assertThat(bench.staffLines(entry)).isEmpty();
  }
}
