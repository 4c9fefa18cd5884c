package org.libstation.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.journal.Entries.CARD;
import static org.libstation.journal.Entries.ITEM;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.ReturnOutcome;
import org.libstation.journal.Mark.EntryClosed;
import org.libstation.journal.Mark.StaffLine;
import org.libstation.sync.CentralHabits.Habit;

/// A late return is judged by the loan periods that the rules have when it is judged: a policy may
/// come while it waits.
class LoanPeriodChangeTest {
  /// Handed over on 2026-11-25: no loan of 14 days that began then is due so early, one of 3 is.
  private static final LocalDateTime DUE = LocalDateTime.parse("2026-11-28T23:59");

  private final Bench bench = new Bench();
  private final AtomicReference<List<Integer>> loanDays = new AtomicReference<>(List.of(14));

  @BeforeEach
  void newer_rules_may_come() {
    bench.habits =
        new CentralHabits(Bench.ZONE, Set.of(Habit.RECALLED_IS_ON_LOAN), loanDays::get, 0);
    bench.restart();
  }

  private long receivedWithoutLink() {
    bench.linkLost();
    long entry = bench.received(ITEM);
    assertThat(bench.desk.settleReturn(entry)).isInstanceOf(ReturnOutcome.Recorded.class);
    bench.clock.advance(Duration.ofHours(5));
    return entry;
  }

  @Test
  void a_shorter_loan_that_came_in_the_meantime_makes_it_undecidable() {
    bench.central.lent(ITEM, CARD, DUE);
    long entry = receivedWithoutLink();
    loanDays.set(List.of(14, 3));

    bench.linkBack();
    bench.settle();

    assertThat(bench.staffLines(entry)).containsExactly(StaffLine.StaffReason.RETURN_NOT_DECIDABLE);
  }

  @Test
  void once_the_short_loans_are_gone_it_is_decidable() {
    loanDays.set(List.of(14, 3));
    bench.central.lent(ITEM, CARD, DUE);
    long entry = receivedWithoutLink();
    loanDays.set(List.of(14));

    bench.linkBack();
    bench.settle();

    assertThat(bench.closed(entry)).contains(EntryClosed.ClosingReason.SETTLED);
  }
}
