package org.libstation.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.journal.Entries.CARD;
import static org.libstation.journal.Entries.ITEM;
import static org.libstation.journal.Entries.OTHER_ITEM;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.CirculationEvent.How;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.LoanOutcome;
import org.libstation.circulation.RenewOutcome;
import org.libstation.circulation.ReturnOutcome;
import org.libstation.circulation.StationClock;
import org.libstation.circulation.TaskNote;
import org.libstation.journal.Act;
import org.libstation.journal.Journal.NewEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.EntryClosed;
import org.libstation.journal.Mark.StaffLine;
import org.libstation.sync.CentralHabits.Habit;
import org.libstation.sync.FakeCentral.Fault;

/// A start after the last sign of life on this disk is old: the disk may be a copy that was put
/// back.
class LongRestTest {
  private static final LocalDateTime DUE = LocalDateTime.parse("2026-12-09T23:59");

  private final Bench bench = new Bench();

  private void startsAfter(Duration rest) {
    bench.lastSign = Optional.of(bench.before(rest));
    bench.powerCut();
  }

  @Test
  void a_loan_that_may_have_been_settled_and_brought_back_meanwhile_is_not_booked_again() {
    bench.linkLost();
    long loan = bench.lentOffline(ITEM, CARD);
    startsAfter(Duration.ofMinutes(6));
    bench.linkBack();
    bench.pass(Duration.ofHours(1));

    assertThat(bench.central.heardActing()).isEmpty();
    assertThat(bench.staffLines(loan)).containsExactly(StaffLine.StaffReason.LOAN_IN_DOUBT);
    assertThat(bench.journal.card(loan)).contains(CARD);
  }

  @Test
  void a_loan_that_was_settled_meanwhile_is_found_done() {
    bench.linkLost();
    long loan = bench.lentOffline(ITEM, CARD);
    bench.central.lent(ITEM, CARD, LocalDateTime.parse("2026-12-09T23:59"));
    startsAfter(Duration.ofMinutes(50));
    bench.linkBack();
    bench.pass(Duration.ofHours(1));

    assertThat(bench.central.heardActing()).isEmpty();
    assertThat(bench.closed(loan)).contains(EntryClosed.ClosingReason.FOUND_DONE);
  }

  @Test
  void a_return_is_looked_up_twice_before_it_is_sent() {
    bench.central.lent(ITEM, CARD, LocalDateTime.parse("2026-12-01T23:59"));
    bench.linkLost();
    long back = bench.desk.received(ITEM, bench.clock.now(), How.DROPPED, true, Optional.empty());
    startsAfter(Duration.ofMinutes(6));
    bench.linkBack();
    bench.settle();
    assertThat(bench.central.heardActing()).isEmpty();
    bench.pass(Duration.ofMinutes(10));

    assertThat(bench.central.heardActing()).containsExactly("09 " + ITEM);
    assertThat(bench.closed(back)).contains(EntryClosed.ClosingReason.SETTLED);
  }

  @Test
  void after_a_short_rest_and_where_the_station_never_ran_an_open_loan_is_sent_as_ever() {
    bench.linkLost();
    long loan = bench.lentOffline(ITEM, CARD);
    startsAfter(Duration.ofMinutes(4));
    bench.linkBack();
    bench.pass(Duration.ofMinutes(1));

    assertThat(bench.closed(loan)).contains(EntryClosed.ClosingReason.SETTLED);
  }

  @Test
  void what_came_after_the_start_is_not_in_doubt() {
    bench.central.lent(ITEM, CARD, LocalDateTime.parse("2026-12-01T23:59"));
    startsAfter(Duration.ofMinutes(30));
    bench.clock.advance(Duration.ofSeconds(1));
    long back = bench.received(ITEM);

    assertThat(bench.desk.settleReturn(back)).isInstanceOf(ReturnOutcome.ReturnBooked.class);
    assertThat(bench.closed(back)).contains(EntryClosed.ClosingReason.SETTLED);
  }

  @Test
  void a_loan_in_doubt_that_the_central_system_booked_is_found_done() {
    bench.central.nextActing(Fault.LOSE_REPLY);
    long loan = lentInDoubt();
    startsAfter(Duration.ofHours(8));
    bench.linkBack();
    bench.pass(Duration.ofHours(1));

    assertThat(bench.closed(loan)).contains(EntryClosed.ClosingReason.FOUND_DONE);
    assertThat(bench.staffLines(loan)).isEmpty();
    assertThat(bench.central.heardActing()).hasSize(1);
  }

  @Test
  void a_loan_in_doubt_whose_item_is_on_the_shelf_goes_to_staff_and_is_not_sent_again() {
    bench.central.nextActing(Fault.LOSE_REQUEST);
    long loan = lentInDoubt();
    startsAfter(Duration.ofHours(8));
    bench.linkBack();
    bench.pass(Duration.ofHours(1));

    assertThat(bench.staffLines(loan)).containsExactly(StaffLine.StaffReason.LOAN_IN_DOUBT);
    assertThat(bench.central.heardActing()).hasSize(1);
  }

  @Test
  void a_loan_that_was_cut_short_while_it_was_sent_is_not_sent_again_from_the_shelf() {
    bench.linkLost();
    long loan = bench.lentOffline(ITEM, CARD);
    bench.journal.mark(loan, Mark.Sending.of(Act.CHECKOUT));
    startsAfter(Duration.ofHours(8));
    bench.linkBack();
    bench.pass(Duration.ofHours(1));

    assertThat(bench.staffLines(loan)).containsExactly(StaffLine.StaffReason.LOAN_IN_DOUBT);
    assertThat(bench.central.heardActing()).isEmpty();
  }

  @Test
  void a_clock_that_is_behind_at_the_start_hides_no_long_rest() {
    bench.linkLost();
    long loan = bench.lentOffline(ITEM, CARD);
    startsAfter(Duration.ZERO);
    bench.central.skewed(Duration.ofHours(8));
    bench.linkBack();
    bench.pass(Duration.ofHours(1));

    assertThat(bench.staffLines(loan)).contains(StaffLine.StaffReason.LOAN_IN_DOUBT);
    assertThat(bench.central.heardActing()).isEmpty();
  }

  @Test
  void a_clock_a_day_ahead_before_and_after_hides_no_long_rest() {
    bench.central.skewed(Duration.ofDays(-1));
    bench.clock.setSkew(Duration.ofDays(-1));
    bench.linkLost();
    long loan = bench.lentOffline(ITEM, CARD);
    startsAfter(Duration.ofHours(8));
    bench.linkBack();
    bench.pass(Duration.ofHours(1));

    assertThat(bench.staffLines(loan)).contains(StaffLine.StaffReason.LOAN_IN_DOUBT);
    assertThat(bench.central.heardActing()).isEmpty();
  }

  @Test
  void a_sign_of_life_that_lies_after_the_start_counts_as_a_long_rest() {
    bench.linkLost();
    long loan = bench.lentOffline(ITEM, CARD);
    startsAfter(Duration.ofMinutes(-10));
    bench.linkBack();
    bench.pass(Duration.ofHours(1));

    assertThat(bench.staffLines(loan)).containsExactly(StaffLine.StaffReason.LOAN_IN_DOUBT);
    assertThat(bench.central.heardActing()).isEmpty();
  }

  @Test
  void a_rest_of_no_length_is_not_noticed() {
    bench.linkLost();
    long loan = bench.lentOffline(ITEM, CARD);
    startsAfter(Duration.ZERO);
    bench.linkBack();
    bench.pass(Duration.ofMinutes(1));

    assertThat(bench.closed(loan)).contains(EntryClosed.ClosingReason.SETTLED);
  }

  @Test
  void at_a_first_start_without_a_sign_nothing_is_in_doubt() {
    bench.linkLost();
    long loan = bench.lentOffline(ITEM, CARD);
    bench.lastSign = Optional.empty();
    bench.powerCut();
    bench.central.skewed(Duration.ofDays(1));
    bench.linkBack();
    bench.pass(Duration.ofMinutes(1));

    assertThat(bench.closed(loan)).contains(EntryClosed.ClosingReason.SETTLED);
  }

  @Test
  void what_came_between_the_rest_and_a_second_start_is_not_in_doubt() {
    bench.linkLost();
    long before = bench.lentOffline(ITEM, CARD);
    startsAfter(Duration.ofHours(8));
    bench.clock.advance(Duration.ofHours(3));
    long since = bench.lentOffline(OTHER_ITEM, CARD);
    startsAfter(Duration.ofMinutes(1));
    bench.linkBack();
    bench.pass(Duration.ofHours(1));

    assertThat(bench.closed(since)).contains(EntryClosed.ClosingReason.SETTLED);
    assertThat(bench.staffLines(before)).containsExactly(StaffLine.StaffReason.LOAN_IN_DOUBT);
  }

  @Test
  void a_second_long_rest_before_the_first_was_judged_is_noticed_too() {
    bench.linkLost();
    long before = bench.lentOffline(ITEM, CARD);
    startsAfter(Duration.ofHours(8));
    long since = bench.lentOffline(OTHER_ITEM, CARD);
    startsAfter(Duration.ofHours(8));
    bench.linkBack();
    bench.pass(Duration.ofHours(1));

    assertThat(bench.staffLines(before)).containsExactly(StaffLine.StaffReason.LOAN_IN_DOUBT);
    assertThat(bench.staffLines(since)).containsExactly(StaffLine.StaffReason.LOAN_IN_DOUBT);
    assertThat(bench.central.heardActing()).isEmpty();
  }

  @Test
  void a_renewal_that_was_never_sent_goes_to_staff_as_not_sent() {
    renewalsMoveDue();
    bench.central.lent(ITEM, CARD, DUE);
    bench.linkLost();
    assertThat(bench.desk.renew(ITEM, CARD, Optional.empty()))
        .isInstanceOf(RenewOutcome.Asked.class);
    startsAfter(Duration.ofHours(8));
    bench.linkBack();
    bench.pass(Duration.ofHours(1));

    assertThat(bench.staffLines(1)).containsExactly(StaffLine.StaffReason.RENEWAL_IN_DOUBT);
    assertThat(detail(1)).contains("asked 2026-11-25T09:3", "renewal not sent");
    assertThat(bench.central.heardActing()).isEmpty();
  }

  @Test
  void a_renewal_that_was_never_sent_and_whose_known_date_has_not_moved_is_sent_once() {
    renewalsMoveDue();
    bench.central.lent(ITEM, CARD, DUE);
    long renewal = renewalThatDidNotLeave();
    startsAfter(Duration.ofHours(8));
    bench.central.nextActing(Fault.LOSE_REQUEST);
    bench.linkBack();
    bench.pass(Duration.ofHours(1));

    assertThat(bench.central.heardActing()).containsExactly("29 " + ITEM);
    assertThat(bench.staffLines(renewal))
        .containsExactly(StaffLine.StaffReason.RENEWAL_NOT_GRANTED);
  }

  @Test
  void a_renewal_that_was_never_sent_and_whose_known_date_moved_is_found_done() {
    renewalsMoveDue();
    bench.central.lent(ITEM, CARD, DUE);
    long renewal = renewalThatDidNotLeave();
    bench.central.lent(ITEM, CARD, DUE.plusDays(14));
    startsAfter(Duration.ofHours(8));
    bench.linkBack();
    bench.pass(Duration.ofHours(1));

    assertThat(bench.central.heardActing()).isEmpty();
    assertThat(bench.closed(renewal)).contains(EntryClosed.ClosingReason.FOUND_DONE);
  }

  @Test
  void where_a_renewal_may_leave_the_date_one_that_was_never_sent_is_not_sent_later() {
    bench.central.lent(ITEM, CARD, DUE);
    long renewal = renewalThatDidNotLeave();
    startsAfter(Duration.ofHours(8));
    bench.linkBack();
    bench.pass(Duration.ofHours(1));

    assertThat(bench.central.heardActing()).isEmpty();
    assertThat(bench.staffLines(renewal)).containsExactly(StaffLine.StaffReason.RENEWAL_IN_DOUBT);
  }

  private void renewalsMoveDue() {
    bench.habits =
        CentralHabits.fixed(
            Bench.ZONE, Set.of(Habit.RECALLED_IS_ON_LOAN, Habit.RENEWAL_MOVES_DUE), List.of(14), 0);
    bench.restart();
  }

  /// The desk looked the item up; then the link broke before the request left.
  private long renewalThatDidNotLeave() {
    Optional<ItemLook> look =
        bench.central.look(ITEM) instanceof Answer.Accepted<ItemLook>(var seen)
            ? Optional.of(seen.withoutTitle())
            : Optional.empty();
    bench.linkLost();
    return bench.journal.append(
        NewEntry.of(
            new CirculationEvent.RenewAsked(ITEM, look),
            Optional.of(CARD),
            List.of(Mark.Sending.of(Act.RENEW), Mark.NotSent.said("no connection")),
            List.of()));
  }

  private long lentInDoubt() {
    long loan = ((LoanOutcome.ToBeConfirmed) bench.lend(ITEM, CARD)).entry();
    bench.desk.released(loan);
    bench.linkLost();
    return loan;
  }

  private String detail(long entry) {
    return TaskNote.asWritten(((StaffLine) bench.entry(entry).marks().getLast().mark()).notes());
  }

  @Test
  void who_waits_for_an_answer_about_the_time_holds_up_nobody_else() throws Exception {
    bench.linkLost();
    long loan = bench.lentOffline(ITEM, CARD);
    startsAfter(Duration.ofHours(8));
    LongRest rest = rest();
    bench.linkBack();
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    AtomicBoolean first = new AtomicBoolean(true);
    bench.central.whileTelling(
        () -> {
          if (first.getAndSet(false)) {
            asked.countDown();
            await(answered);
          }
        });
    SettlingParts parts = parts(bench.clock);
    try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> slow = others.submit(() -> rest.isJudged(parts));
      try {
        await(asked);
        assertThat(others.submit(() -> rest.isJudged(parts)).get(10, TimeUnit.SECONDS)).isTrue();
      } finally {
        answered.countDown();
      }
      assertThat(slow.get(10, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(bench.entry(loan).marks())
        .filteredOn(noted -> noted.mark() instanceof Mark.OutcomeUnknown)
        .hasSize(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private LongRest rest() {
    return new LongRest(bench.lastSign, bench.clock, 100, LongRest.NO_MEMORY);
  }

  private SettlingParts parts(StationClock clock) {
    return SettlingParts.of(bench.journal, bench.central, clock, SyncSettings.USUAL, bench.habits);
  }

  @Test
  void a_clock_a_day_ahead_at_the_start_makes_no_long_rest() {
    bench.linkLost();
    long loan = bench.lentOffline(ITEM, CARD);
    bench.clock.setSkew(Duration.ZERO);
    bench.lastSign = Optional.of(bench.clock.now());
    bench.clock.setWall(bench.clock.now().wall().plusDays(1));
    bench.clock.setSkew(Duration.ofDays(-1));
    bench.powerCut();
    bench.linkBack();
    bench.pass(Duration.ofMinutes(1));

    assertThat(bench.closed(loan)).contains(EntryClosed.ClosingReason.SETTLED);
  }

  @Test
  void a_rest_is_kept_from_the_start_until_it_was_judged() {
    bench.linkLost();
    EventTime sign = bench.before(Duration.ofHours(2));
    bench.clock.reboot("boot-2");
    EventTime start = bench.clock.now();
    KeptRests kept = new KeptRests();
    LongRest rest = new LongRest(Optional.of(sign), bench.clock, 7, kept);
    SettlingParts parts = parts(bench.clock);

    assertThat(kept.kept()).containsExactly(new LongRest.Rest(sign, start, 7));
    assertThat(rest.isJudged(parts)).isFalse();
    assertThat(new LongRest(Optional.of(start), bench.clock, 9, kept).longer(Duration.ofHours(1)))
        .isTrue();
    bench.linkBack();
    assertThat(rest.isJudged(parts)).isTrue();
    assertThat(kept.kept()).isEmpty();
  }

  @Test
  void within_one_run_of_the_machine_a_wrong_clock_makes_no_long_rest() {
    EventTime sign = bench.clock.now();
    bench.clock.setWall(bench.clock.now().wall().plusDays(1));
    KeptRests kept = new KeptRests();
    LongRest rest = new LongRest(Optional.of(sign), bench.clock, 7, kept);

    assertThat(rest.longer(Duration.ZERO)).isFalse();
    assertThat(kept.kept()).isEmpty();
  }

  @Test
  void more_rests_than_are_kept_become_one_of_the_oldest() {
    KeptRests kept = new KeptRests();
    for (int i = 0; i < LongRest.MOST + 5; i++) {
      EventTime sign = bench.clock.now();
      bench.clock.reboot("run-" + i);
      LongRest _ = new LongRest(Optional.of(sign), bench.clock, i, kept);
    }
    assertThat(kept.kept()).hasSize(LongRest.MOST);
    assertThat(kept.kept().getFirst().newest()).isEqualTo(5);
    assertThat(kept.kept().getFirst().sign().bootId()).isEqualTo("boot-1");
  }
}
