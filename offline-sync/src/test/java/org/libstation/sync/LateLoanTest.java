package org.libstation.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.journal.Entries.CARD;
import static org.libstation.journal.Entries.ITEM;
import static org.libstation.journal.Entries.OTHER_CARD;
import static org.libstation.journal.Entries.OTHER_ITEM;

import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.LoanOutcome;
import org.libstation.journal.EntryState;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.EntryClosed;
import org.libstation.journal.Mark.StaffLine;
import org.libstation.sync.FakeCentral.Fault;

/// Loans given without the link, the order in which things are settled, and doubt.
class LateLoanTest {
  private static final LocalDateTime DUE = LocalDateTime.parse("2026-12-09T23:59");
  private final Bench bench = new Bench();

  private long lentOffline() {
    bench.linkLost();
    return bench.lentOffline(ITEM, CARD);
  }

  @Test
  void on_the_shelf_it_is_asked_for_after_one_look_as_nothing_of_it_ever_left() {
    long entry = lentOffline();
    bench.linkBack();
    bench.settle();

    assertThat(bench.central.heard()).doesNotContain("63").endsWith("17 " + ITEM, "11 " + ITEM);
    assertThat(bench.closed(entry)).contains(EntryClosed.ClosingReason.SETTLED);
    assertThat(bench.entry(entry).cardSealed()).isFalse();
  }

  @Test
  void in_the_patrons_list_it_is_found_done_and_the_due_date_noted() {
    long entry = lentOffline();
    bench.central.lent(ITEM, CARD, DUE);
    bench.linkBack();
    bench.settle();

    assertThat(bench.closed(entry)).contains(EntryClosed.ClosingReason.FOUND_DONE);
    assertThat(bench.central.heardActing()).isEmpty();
    assertThat(bench.entry(entry).marks())
        .anyMatch(
            noted ->
                noted.mark() instanceof Mark.Observed seen
                    && seen.due().orElseThrow().at().orElseThrow().equals(DUE));
  }

  @Test
  void refused_because_this_patron_has_it_already_it_is_found_done() {
    long entry = lentOffline();
    bench.central.callsAlreadyTheirs(ITEM);
    bench.linkBack();
    bench.settle();

    assertThat(bench.closed(entry)).contains(EntryClosed.ClosingReason.FOUND_DONE);
    assertThat(bench.staffLines(entry)).isEmpty();
  }

  @Test
  void on_loan_to_another_it_is_held_for_the_siblings_and_then_staff_have_it() {
    long entry = lentOffline();
    bench.central.lent(ITEM, OTHER_CARD, DUE);
    bench.linkBack();
    bench.pass(Duration.ofHours(23));
    assertThat(bench.entry(entry).state()).isEqualTo(EntryState.WAITING);
    assertThat(bench.entry(entry).has(Mark.HeldForSiblings.class)).isTrue();
    bench.pass(Duration.ofHours(2));

    assertThat(bench.staffLines(entry)).containsExactly(StaffLine.StaffReason.LOAN_ON_ANOTHER_CARD);
    assertThat(bench.entry(entry).cardSealed()).isTrue();
    assertThat(bench.central.heardActing()).isEmpty();
  }

  @Test
  void a_held_loan_goes_on_once_another_station_has_reported_the_return() {
    long entry = lentOffline();
    bench.central.lent(ITEM, OTHER_CARD, DUE);
    bench.linkBack();
    bench.pass(Duration.ofHours(2));
    bench.central.back(ITEM);
    bench.pass(Duration.ofHours(1));

    assertThat(bench.closed(entry)).contains(EntryClosed.ClosingReason.SETTLED);
  }

  @Test
  void a_refused_loan_stays_with_staff_and_keeps_its_card() {
    long entry = lentOffline();
    bench.central.blocks(CARD);
    bench.linkBack();
    bench.settle();

    assertThat(bench.staffLines(entry)).containsExactly(StaffLine.StaffReason.LOAN_REFUSED);
    assertThat(bench.closed(entry)).isEmpty();
    assertThat(bench.entry(entry).cardSealed()).isTrue();
  }

  @Test
  void a_loan_from_an_older_journal_whose_item_is_on_the_shelf_goes_to_staff_and_is_not_sent() {
    long entry = lentOffline();
    bench.clock.advance(Duration.ofMinutes(5));
    bench.journal.mark(entry, Mark.OutcomeUnknown.said("from an older journal"));
    bench.linkBack();
    bench.pass(Duration.ofHours(2));

    assertThat(bench.staffLines(entry)).containsExactly(StaffLine.StaffReason.LOAN_IN_DOUBT);
    assertThat(bench.entry(entry).has(Mark.Sending.class)).isFalse();
  }

  @Test
  void an_unreadable_list_on_a_loaned_item_ends_with_staff() {
    long entry = lentOffline();
    bench.central.keepsTheListToItself();
    bench.central.lent(ITEM, CARD, DUE);
    bench.linkBack();
    bench.pass(Duration.ofHours(25));

    assertThat(bench.staffLines(entry)).containsExactly(StaffLine.StaffReason.LOAN_IN_DOUBT);
  }

  @Test
  void an_entry_with_staff_holds_nothing_and_what_follows_is_sent_after_a_look() {
    long loan = lentOffline();
    bench.central.blocks(CARD);
    long back = bench.received(ITEM);
    bench.clock.advance(Duration.ofMinutes(5));
    bench.linkBack();
    bench.settle();

    assertThat(bench.entry(loan).state()).isEqualTo(EntryState.WITH_STAFF);
    assertThat(bench.closed(back)).contains(EntryClosed.ClosingReason.FOUND_RETURNED);
  }

  @Test
  void a_head_in_quarantine_holds_its_item_only() {
    bench.central.nextActing(Fault.LOSE_REQUEST);
    LoanOutcome.ToBeConfirmed doubt = (LoanOutcome.ToBeConfirmed) bench.lend(ITEM, CARD);
    bench.desk.released(doubt.entry());
    long back = bench.received(ITEM);
    long other = bench.lentOffline(OTHER_ITEM, CARD);
    bench.linkBack();
    bench.settle();

    assertThat(bench.closed(other)).contains(EntryClosed.ClosingReason.SETTLED);
    assertThat(bench.closed(doubt.entry())).isEmpty();
    assertThat(bench.closed(back)).isEmpty();
  }

  @Test
  void among_the_heads_returns_go_first_then_the_oldest() {
    ItemId third = new ItemId("30000000000033");
    bench.central.has(third);
    bench.central.lent(third, OTHER_CARD, LocalDateTime.parse("2026-12-01T23:59"));
    bench.linkLost();
    long _ = bench.lentOffline(OTHER_ITEM, CARD);
    long _ = bench.lentOffline(ITEM, CARD);
    long _ = bench.received(third);
    bench.linkBack();
    bench.settle();

    assertThat(bench.central.heardActing())
        .containsExactly("09 " + third, "11 " + OTHER_ITEM, "11 " + ITEM);
  }

  @Test
  void nothing_is_ordered_by_the_wall_clock() {
    bench.linkLost();
    long loan = bench.lentOffline(ITEM, CARD);
    bench.clock.setWall(bench.clock.now().wall().minusDays(1));
    long back = bench.received(ITEM);
    bench.linkBack();
    bench.settle();

    assertThat(bench.central.heardActing()).containsExactly("11 " + ITEM, "09 " + ITEM);
    assertThat(bench.closed(loan)).isPresent();
    assertThat(bench.closed(back)).isPresent();
  }

  @Test
  void a_fact_in_doubt_waits_looks_waits_looks_and_is_sent_once() {
    long entry = lentOffline();
    bench.linkBack();
    bench.central.nextActing(Fault.LOSE_REQUEST);
    bench.settle();
    bench.pass(Bench.QUARANTINE.plusSeconds(1));
    assertThat(bench.central.heardActing()).hasSize(1);
    assertThat(bench.entry(entry).marks().getLast().mark()).isInstanceOf(Mark.Observed.class);
    bench.pass(Bench.QUARANTINE.plusSeconds(1));

    assertThat(bench.closed(entry)).contains(EntryClosed.ClosingReason.SETTLED);
    assertThat(bench.central.heardActing()).hasSize(2);
  }

  @Test
  void an_unknown_answer_closes_the_connection() {
    long entry = lentOffline();
    bench.linkBack();
    bench.central.nextActing(Fault.LOSE_REPLY);
    bench.settle();

    assertThat(bench.central.hangUps()).isEqualTo(1);
    assertThat(bench.entry(entry).state()).isEqualTo(EntryState.IN_DOUBT);
  }

  @Test
  void a_request_that_is_acted_on_late_is_found_and_not_doubled() {
    long entry = lentOffline();
    bench.linkBack();
    bench.central.nextActing(Fault.ACT_LATE);
    bench.settle();
    bench.pass(Bench.QUARANTINE.plusSeconds(1));
    bench.central.actLate();
    bench.pass(Bench.QUARANTINE.multipliedBy(2));

    assertThat(bench.closed(entry)).contains(EntryClosed.ClosingReason.FOUND_DONE);
    assertThat(bench.central.heardActing()).hasSize(1);
    assertThat(bench.central.loan(ITEM).orElseThrow().due()).isEqualTo(DUE);
  }

  @Test
  void the_quarantine_is_counted_anew_after_a_restart_of_the_machine() {
    long entry = lentOffline();
    bench.linkBack();
    bench.central.nextActing(Fault.LOSE_REQUEST);
    bench.settle();
    bench.clock.setWall(bench.clock.now().wall().plusDays(2));
    bench.powerCut();
    bench.linkBack();
    bench.settle();

    assertThat(bench.entry(entry).state()).isEqualTo(EntryState.IN_DOUBT);
    assertThat(bench.central.heardActing()).hasSize(1);
  }

  @Test
  void a_fact_that_falls_into_doubt_again_and_again_goes_to_staff() {
    long entry = lentOffline();
    bench.linkBack();
    for (int i = 0; i < SyncSettings.USUAL.inDoubt().timesBeforeStaff(); i++) {
      bench.central.nextActing(Fault.LOSE_REQUEST);
    }
    bench.pass(Bench.QUARANTINE.multipliedBy(20));

    assertThat(bench.staffLines(entry)).containsExactly(StaffLine.StaffReason.LOAN_IN_DOUBT);
    assertThat(bench.central.heardActing())
        .hasSize(SyncSettings.USUAL.inDoubt().timesBeforeStaff());
  }
}
