package org.libstation.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.journal.Entries.CARD;
import static org.libstation.journal.Entries.ITEM;
import static org.libstation.journal.Entries.OTHER_CARD;

import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.libstation.journal.EntryState;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.StaffLine;

/// Loans that wait for other stations, since their item is on loan to another: the wait ends at a
/// time that can be named, however many there are and whatever the clock does.
class HeldLoanTest {
  private static final LocalDateTime DUE = LocalDateTime.parse("2026-12-09T23:59");
  private static final Duration SIBLINGS = SyncSettings.USUAL.lateLoans().siblings();
  private static final Duration LOOK = SyncSettings.USUAL.lateLoans().look();
  private final Bench bench = new Bench();

  @Test
  void several_loans_of_one_item_wait_together_and_not_one_after_the_other() {
    bench.linkLost();
    long first = bench.lentOffline(ITEM, CARD);
    long back = bench.received(ITEM);
    long second = bench.lentOffline(ITEM, CARD);
    long backAgain = bench.received(ITEM);
    long third = bench.lentOffline(ITEM, CARD);
    bench.central.lent(ITEM, OTHER_CARD, DUE);
    bench.linkBack();
    bench.settle();
    assertThat(bench.entry(third).has(Mark.HeldForSiblings.class)).isTrue();
    bench.pass(SIBLINGS.plus(LOOK));

    for (long loan : new long[] {first, second, third}) {
      assertThat(bench.staffLines(loan))
          .containsExactly(StaffLine.StaffReason.LOAN_ON_ANOTHER_CARD);
    }
    for (long returned : new long[] {back, backAgain}) {
      assertThat(bench.entry(returned).state()).isIn(EntryState.WITH_STAFF, EntryState.CLOSED);
    }
    assertThat(bench.central.heardActing()).doesNotContain("11 " + ITEM);
  }

  @Test
  void a_loan_given_while_another_waits_is_held_from_the_next_look_on() {
    bench.linkLost();
    long first = bench.lentOffline(ITEM, CARD);
    // Due as a loan of tomorrow would be: the return in between proves nothing.
    bench.central.lent(ITEM, OTHER_CARD, DUE.plusDays(1));
    bench.linkBack();
    bench.pass(Duration.ofHours(20));
    bench.linkLost();
    long _ = bench.received(ITEM);
    long second = bench.lentOffline(ITEM, CARD);
    bench.linkBack();
    bench.pass(Duration.ofHours(5));
    assertThat(bench.entry(first).state()).isEqualTo(EntryState.WITH_STAFF);
    assertThat(bench.entry(second).state()).isEqualTo(EntryState.WAITING);
    bench.pass(SIBLINGS.minus(Duration.ofHours(5)).plus(LOOK));

    assertThat(bench.staffLines(second))
        .containsExactly(StaffLine.StaffReason.LOAN_ON_ANOTHER_CARD);
  }

  @Test
  void the_wait_ends_though_the_clock_is_in_doubt_and_the_station_is_off_every_night() {
    bench.clock.setDoubtful(true);
    bench.linkLost();
    long loan = bench.lentOffline(ITEM, CARD);
    bench.central.lent(ITEM, OTHER_CARD, DUE);
    bench.linkBack();
    for (int day = 0; day < 3; day++) {
      bench.pass(Duration.ofHours(10));
      bench.powerCut();
      bench.linkBack();
    }

    assertThat(bench.staffLines(loan)).contains(StaffLine.StaffReason.LOAN_ON_ANOTHER_CARD);
  }
}
