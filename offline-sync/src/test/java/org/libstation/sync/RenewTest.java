package org.libstation.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.journal.Entries.CARD;
import static org.libstation.journal.Entries.ITEM;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.RenewOutcome;
import org.libstation.circulation.TaskNote;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.EntryClosed;
import org.libstation.journal.Mark.StaffLine;
import org.libstation.sync.CentralHabits.Habit;
import org.libstation.sync.FakeCentral.Fault;

/// Renewals are asked, never promised.
class RenewTest {
  private static final LocalDateTime DUE = LocalDateTime.parse("2026-12-01T23:59");
  private final Bench bench = new Bench();

  @BeforeEach
  void lend() {
    bench.central.lent(ITEM, CARD, DUE);
  }

  private RenewOutcome renew() {
    return bench.desk.renew(ITEM, CARD, Optional.empty());
  }

  @Test
  void look_first_then_one_item_is_renewed() {
    assertThat(renew())
        .isInstanceOfSatisfying(
            RenewOutcome.Renewed.class,
            renewed -> assertThat(renewed.due().at()).contains(DUE.plusDays(14)));
    assertThat(bench.central.heard()).endsWith("17 " + ITEM, "29 " + ITEM);
    assertThat(bench.closed(1)).contains(EntryClosed.ClosingReason.SETTLED);
  }

  @Test
  void refused_is_told_and_closed() {
    bench.central.refusesRenewals();

    assertThat(renew()).isInstanceOf(RenewOutcome.NotRenewed.class);
    assertThat(bench.closed(1)).contains(EntryClosed.ClosingReason.REFUSED);
  }

  @Test
  void without_the_link_it_is_written_down_with_the_time_of_asking_and_asked_later() {
    bench.linkLost();
    OffsetDateTime at = bench.clock.now().wall();

    assertThat(renew())
        .isInstanceOfSatisfying(
            RenewOutcome.Asked.class, asked -> assertThat(asked.at()).isEqualTo(at));
    bench.clock.advance(Duration.ofHours(1));
    bench.linkBack();
    bench.settle();
    assertThat(bench.closed(1)).contains(EntryClosed.ClosingReason.SETTLED);
    assertThat(bench.central.loan(ITEM).orElseThrow().due()).isEqualTo(DUE.plusDays(14));
  }

  @Test
  void asked_twice_without_the_link_it_is_written_once() {
    bench.linkLost();
    RenewOutcome first = renew();

    assertThat(renew()).isEqualTo(first);
    assertThat(bench.journal.open()).hasSize(1);
  }

  @Test
  void a_later_due_date_than_last_known_is_found_done() {
    bench.central.nextActing(Fault.LOSE_REPLY);
    assertThat(renew()).isInstanceOf(RenewOutcome.Asked.class);
    bench.pass(Bench.QUARANTINE.multipliedBy(3));

    assertThat(bench.closed(1)).contains(EntryClosed.ClosingReason.FOUND_DONE);
    assertThat(bench.central.heardActing()).hasSize(1);
  }

  @Test
  void in_doubt_it_is_looked_up_never_sent_again_and_ends_with_staff() {
    bench.central.nextActing(Fault.LOSE_REQUEST);
    assertThat(renew()).isInstanceOf(RenewOutcome.Asked.class);
    bench.pass(Bench.QUARANTINE.multipliedBy(3));

    assertThat(bench.staffLines(1)).containsExactly(StaffLine.StaffReason.RENEWAL_IN_DOUBT);
    assertThat(bench.central.heardActing()).hasSize(1);
    assertThat(
            TaskNote.asWritten(((Mark.StaffLine) bench.entry(1).marks().getLast().mark()).notes()))
        .contains("asked 2026-11-25T09:30");
  }

  @Test
  void refused_later_it_is_a_staff_line_with_the_time_of_asking() {
    bench.linkLost();
    renew();
    bench.central.refusesRenewals();
    bench.linkBack();
    bench.settle();

    assertThat(bench.staffLines(1)).containsExactly(StaffLine.StaffReason.RENEWAL_NOT_GRANTED);
  }

  @Test
  void returned_meanwhile_there_is_nothing_to_renew_and_staff_are_told() {
    bench.linkLost();
    renew();
    bench.central.back(ITEM);
    bench.linkBack();
    bench.settle();

    assertThat(bench.staffLines(1)).containsExactly(StaffLine.StaffReason.RENEWAL_NOT_GRANTED);
    assertThat(bench.central.heardActing()).isEmpty();
  }

  @Test
  void where_it_needs_a_pin_it_is_not_asked_later() {
    bench.habits =
        CentralHabits.fixed(
            Bench.ZONE, Set.of(Habit.RECALLED_IS_ON_LOAN, Habit.PIN_TO_RENEW), List.of(14), 0);
    bench.restart();
    bench.linkLost();

    assertThat(renew()).isInstanceOf(RenewOutcome.NotRenewed.class);
    assertThat(bench.journal.open()).isEmpty();
  }

  @Test
  void where_every_renewal_moves_the_date_one_that_stayed_was_not_granted() {
    bench.habits =
        CentralHabits.fixed(
            Bench.ZONE, Set.of(Habit.RECALLED_IS_ON_LOAN, Habit.RENEWAL_MOVES_DUE), List.of(14), 0);
    bench.restart();
    bench.central.nextActing(Fault.LOSE_REQUEST);
    assertThat(renew()).isInstanceOf(RenewOutcome.Asked.class);
    bench.pass(Bench.QUARANTINE.multipliedBy(3));

    assertThat(bench.staffLines(1)).containsExactly(StaffLine.StaffReason.RENEWAL_NOT_GRANTED);
  }
}
