package org.libstation.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.libstation.journal.Entries.CARD;
import static org.libstation.journal.Entries.ITEM;
import static org.libstation.journal.Entries.OTHER_CARD;
import static org.libstation.journal.Entries.OTHER_ITEM;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.CirculationStatus;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.LoanOutcome;
import org.libstation.circulation.OfflineRules;
import org.libstation.circulation.Refusal.RefusalReason;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.UntakenLoan;
import org.libstation.journal.Act;
import org.libstation.journal.EntryState;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.JournalException;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.EntryClosed;
import org.libstation.journal.Mark.StaffLine;
import org.libstation.sync.CentralHabits.Habit;
import org.libstation.sync.FakeCentral.Fault;

/// Borrowing, a sentence of the design a test.
class BorrowTest {
  private final Bench bench = new Bench();

  @Test
  void a_look_goes_before_the_checkout_and_the_ask_is_on_disk_with_what_it_said() {
    assertThat(bench.lend(ITEM, CARD)).isInstanceOf(LoanOutcome.Lent.class);

    assertThat(bench.central.heard()).endsWith("17 " + ITEM, "11 " + ITEM);
    assertThat(bench.last().what())
        .isInstanceOfSatisfying(
            CirculationEvent.LoanAsked.class,
            asked -> assertThat(asked.before().status()).isEqualTo(CirculationStatus.AVAILABLE));
    assertThat(bench.last().marks().getFirst().mark()).isEqualTo(Mark.Sending.of(Act.CHECKOUT));
  }

  @Test
  void nothing_is_asked_when_the_ask_cannot_be_written() {
    bench.journal.failWrite(1, JournalException.FaultKind.DISK_FULL);

    assertThatThrownBy(() -> bench.lend(ITEM, CARD)).isInstanceOf(JournalException.class);
    assertThat(bench.central.heardActing()).isEmpty();
  }

  @Test
  void the_ask_is_on_disk_before_the_request_leaves_so_a_cut_in_between_is_looked_up() {
    bench.journal.failWrite(2, JournalException.FaultKind.DISK);
    assertThatThrownBy(() -> bench.lend(ITEM, CARD)).isInstanceOf(JournalException.class);

    assertThat(bench.last().state()).isEqualTo(EntryState.IN_DOUBT);
    assertThat(bench.central.loan(ITEM)).isPresent();
  }

  @Test
  void accepted_is_on_disk_before_the_bit_may_be_cleared() {
    LoanOutcome.Lent lent = (LoanOutcome.Lent) bench.lend(ITEM, CARD);

    assertThat(bench.entry(lent.entry()).state()).isEqualTo(EntryState.ACCEPTED);
    assertThat(lent.due().day()).contains(bench.clock.now().wall().toLocalDate().plusDays(14));
  }

  @Test
  void released_closes_a_loan_that_the_central_system_accepted_and_its_card_goes() {
    LoanOutcome.Lent lent = (LoanOutcome.Lent) bench.lend(ITEM, CARD);
    bench.desk.released(lent.entry());

    assertThat(bench.closed(lent.entry())).contains(EntryClosed.ClosingReason.SETTLED);
    assertThat(bench.entry(lent.entry()).cardSealed()).isFalse();
  }

  @Test
  void the_cards_of_a_stack_are_erased_together_when_the_visit_ends() {
    bench.desk.beginSession();
    for (ItemId item : List.of(ITEM, OTHER_ITEM)) {
      bench.desk.released(((LoanOutcome.Lent) bench.lend(item, CARD)).entry());
    }
    assertThat(bench.journal.copiesLeft()).as("put off while the patron waits").isTrue();

    bench.desk.endSession(CARD);

    assertThat(bench.journal.copiesLeft()).isFalse();
  }

  @Test
  void what_is_released_after_the_end_of_the_visit_is_erased_at_once() {
    bench.desk.beginSession();
    LoanOutcome.Lent lent = (LoanOutcome.Lent) bench.lend(ITEM, CARD);
    bench.desk.endSession(CARD);

    bench.desk.released(lent.entry());

    assertThat(bench.closed(lent.entry())).contains(EntryClosed.ClosingReason.SETTLED);
    assertThat(bench.journal.copiesLeft()).isFalse();
  }

  @Test
  void a_visit_that_did_not_end_leaves_nothing_to_the_next() {
    bench.desk.beginSession();
    bench.desk.released(((LoanOutcome.Lent) bench.lend(ITEM, CARD)).entry());

    bench.desk.beginSession();

    assertThat(bench.journal.copiesLeft()).isFalse();
  }

  @Test
  void refused_is_written_and_closed_and_the_book_stays() {
    bench.central.blocks(CARD);

    assertThat(bench.lend(ITEM, CARD))
        .isInstanceOfSatisfying(
            LoanOutcome.NotLent.class,
            no -> assertThat(no.refusal().reason()).isEqualTo(RefusalReason.PATRON_BLOCKED));
    assertThat(bench.closed(bench.last().number())).contains(EntryClosed.ClosingReason.REFUSED);
  }

  @Test
  void a_look_that_says_on_loan_sends_no_checkout() {
    bench.central.lent(ITEM, CARD, LocalDateTime.parse("2026-12-01T23:59"));

    assertThat(bench.lend(ITEM, CARD))
        .isInstanceOfSatisfying(
            LoanOutcome.AlreadyYours.class,
            yours -> assertThat(yours.due().orElseThrow().day()).isPresent());
    assertThat(bench.central.heardActing()).isEmpty();
    assertThat(bench.journal.open()).isEmpty();
  }

  @Test
  void on_loan_to_another_is_not_lent_and_staff_get_a_line_without_a_card() {
    bench.central.lent(ITEM, OTHER_CARD, LocalDateTime.parse("2026-12-01T23:59"));

    assertThat(bench.lend(ITEM, CARD))
        .isInstanceOfSatisfying(LoanOutcome.NotLent.class, no -> assertThat(no.toStaff()).isTrue());
    assertThat(bench.central.heardActing()).isEmpty();
    assertThat(bench.staffLines(bench.last().number()))
        .containsExactly(StaffLine.StaffReason.FOUND_ON_LOAN_ELSEWHERE);
    assertThat(bench.last().cardSealed()).isFalse();
  }

  @Test
  void an_unknown_item_is_not_lent_and_nothing_is_written() {
    assertThat(bench.lend(new ItemId("9780140328721"), CARD))
        .isInstanceOfSatisfying(
            LoanOutcome.NotLent.class,
            no -> assertThat(no.refusal().reason()).isEqualTo(RefusalReason.UNKNOWN_ITEM));
    assertThat(bench.journal.open()).isEmpty();
  }

  @Test
  void a_look_that_goes_unanswered_asked_nothing_and_the_offline_rules_decide() {
    bench.central.nextLook(Fault.NOT_SENT);

    assertThat(bench.lend(ITEM, CARD)).isInstanceOf(LoanOutcome.ToBeConfirmed.class);
    assertThat(bench.journal.all(1, 10)).hasSize(1);
    assertThat(bench.last().state()).isEqualTo(EntryState.WAITING);
  }

  @Test
  void a_request_that_did_not_leave_is_withdrawn_as_the_loan_is_given() {
    bench.central.nextActing(Fault.NOT_SENT);

    assertThat(bench.lend(ITEM, CARD)).isInstanceOf(LoanOutcome.ToBeConfirmed.class);
    assertThat(bench.closed(1)).contains(EntryClosed.ClosingReason.WITHDRAWN);
    assertThat(bench.entry(2).state()).isEqualTo(EntryState.WAITING);
  }

  @Test
  void an_unknown_answer_lets_the_offline_rules_decide_and_the_loan_begins_in_doubt() {
    bench.central.nextActing(Fault.LOSE_REPLY);

    assertThat(bench.lend(ITEM, CARD)).isInstanceOf(LoanOutcome.ToBeConfirmed.class);
    assertThat(bench.closed(1)).contains(EntryClosed.ClosingReason.WITHDRAWN);
    assertThat(bench.entry(2).state()).isEqualTo(EntryState.IN_DOUBT);
    assertThat(bench.central.hangUps()).isEqualTo(1);
  }

  @Test
  void a_request_in_doubt_that_the_offline_rules_decline_is_looked_up_and_never_sent_again() {
    bench.mode = OfflineRules.OfflineMode.RETURNS_ONLY;
    bench.restart();
    bench.central.nextActing(Fault.LOSE_REQUEST);

    assertThat(bench.lend(ITEM, CARD)).isInstanceOf(LoanOutcome.NotLent.class);
    bench.pass(Bench.QUARANTINE.multipliedBy(3));

    assertThat(bench.closed(1)).contains(EntryClosed.ClosingReason.ABANDONED);
    assertThat(bench.central.heardActing()).containsExactly("11 " + ITEM);
  }

  @Test
  void a_declined_ask_that_was_done_after_all_is_a_line_booked_not_taken() {
    bench.mode = OfflineRules.OfflineMode.RETURNS_ONLY;
    bench.restart();
    bench.central.nextActing(Fault.LOSE_REPLY);

    assertThat(bench.lend(ITEM, CARD)).isInstanceOf(LoanOutcome.NotLent.class);
    bench.pass(Bench.QUARANTINE.multipliedBy(3));

    assertThat(bench.staffLines(1)).containsExactly(StaffLine.StaffReason.BOOKED_NOT_TAKEN);
    assertThat(bench.entry(1).cardSealed()).isTrue();
  }

  @Test
  void a_declined_ask_that_is_done_between_the_two_looks_is_still_found() {
    bench.mode = OfflineRules.OfflineMode.RETURNS_ONLY;
    bench.restart();
    bench.central.nextActing(Fault.ACT_LATE);

    assertThat(bench.lend(ITEM, CARD)).isInstanceOf(LoanOutcome.NotLent.class);
    bench.linkBack();
    bench.pass(Bench.QUARANTINE.plusSeconds(1));
    assertThat(bench.entry(1).has(Mark.Observed.class)).isTrue();
    bench.central.actLate();
    bench.pass(Bench.QUARANTINE.plusSeconds(1));

    assertThat(bench.staffLines(1)).containsExactly(StaffLine.StaffReason.BOOKED_NOT_TAKEN);
  }

  @Test
  void after_one_unanswered_request_the_rest_of_the_stack_goes_to_the_offline_rules() {
    bench.central.nextLook(Fault.NOT_SENT);
    assertThat(bench.lend(ITEM, CARD)).isInstanceOf(LoanOutcome.ToBeConfirmed.class);
    bench.linkBack();
    int heard = bench.central.heard().size();

    assertThat(bench.lend(OTHER_ITEM, CARD)).isInstanceOf(LoanOutcome.ToBeConfirmed.class);
    assertThat(bench.central.heard()).hasSize(heard);

    bench.desk.beginSession();
    assertThat(bench.lend(new ItemId("30000000000033"), OTHER_CARD))
        .isInstanceOf(LoanOutcome.NotLent.class);
    assertThat(bench.central.heard()).hasSizeGreaterThan(heard);
  }

  @Test
  void with_the_link_down_the_socket_is_not_touched() {
    bench.linkLost();
    int heard = bench.central.heard().size();

    assertThat(bench.lend(ITEM, CARD)).isInstanceOf(LoanOutcome.ToBeConfirmed.class);
    bench.settle();
    assertThat(bench.central.heard()).hasSize(heard);
  }

  @Test
  void looks_run_ahead_while_tags_still_arrive_and_are_not_asked_again() {
    assertThat(bench.desk.lookAhead(ITEM)).isPresent();
    assertThat(bench.lend(ITEM, CARD)).isInstanceOf(LoanOutcome.Lent.class);

    assertThat(bench.central.heard().stream().filter(text -> text.startsWith("17"))).hasSize(1);
  }

  @Test
  void a_look_made_ahead_too_long_ago_is_made_again() {
    assertThat(bench.desk.lookAhead(ITEM)).isPresent();
    bench.clock.advance(Duration.ofMinutes(2));
    bench.central.lent(ITEM, CARD, LocalDateTime.parse("2026-12-01T23:59"));

    assertThat(bench.lend(ITEM, CARD)).isInstanceOf(LoanOutcome.AlreadyYours.class);
  }

  @Test
  void a_lane_that_is_owned_by_another_leaves_the_offline_rules_to_decide() {
    // The desk's wait is real here, so the lane is freed by nobody and the deadline is short.
    Lanes lanes = new Lanes();
    Lanes.Lane held = lanes.tryTake(ITEM).orElseThrow();
    assertThat(lanes.take(ITEM, Duration.ofMillis(5))).isEmpty();
    assertThat(lanes.tryTake(OTHER_ITEM)).isPresent();
    held.close();
    assertThat(lanes.tryTake(ITEM)).isPresent();
  }

  @Test
  void what_was_lent_and_left_on_the_pad_is_a_line_for_staff_though_the_loan_is_closed() {
    LoanOutcome.Lent lent = (LoanOutcome.Lent) bench.lend(ITEM, CARD);
    bench.desk.released(lent.entry());
    bench.desk.leftLying(lent.entry(), TaskNote.text("left on the pad"));
    JournalEntry line = bench.last();
    assertThat(line.number()).isNotEqualTo(lent.entry());
    assertThat(line.state()).isEqualTo(EntryState.WITH_STAFF);
    assertThat(line.cardSealed()).isFalse();
    assertThat(bench.staffLines(line.number()))
        .containsExactly(StaffLine.StaffReason.BOOKED_NOT_TAKEN);
    assertThat(bench.journal.lastMove(ITEM)).map(JournalEntry::number).contains(lent.entry());
  }

  @Test
  void what_was_lent_without_the_link_and_left_on_the_pad_is_still_sent_with_a_line() {
    bench.linkLost();
    long given = bench.lentOffline(ITEM, CARD);
    bench.desk.leftLying(given, TaskNote.text("left on the pad"));
    assertThat(bench.staffLines(given)).containsExactly(StaffLine.StaffReason.PERHAPS_NOT_TAKEN);
    assertThat(bench.entry(given).state()).isEqualTo(EntryState.WAITING);
  }

  @Test
  void what_lies_on_the_pad_is_known_after_a_power_cut_until_it_is_taken_or_armed_and_told() {
    LoanOutcome.Lent first = (LoanOutcome.Lent) bench.lend(ITEM, CARD);
    LoanOutcome.Lent second = (LoanOutcome.Lent) bench.lend(OTHER_ITEM, CARD);
    bench.desk.released(first.entry());
    bench.desk.released(second.entry());
    bench.powerCut();
    assertThat(bench.desk.untaken())
        .containsExactly(
            new UntakenLoan(first.entry(), ITEM), new UntakenLoan(second.entry(), OTHER_ITEM));

    bench.desk.taken(List.of(first.entry()));
    bench.desk.leftLying(second.entry(), TaskNote.text("left on the pad"));
    bench.powerCut();
    assertThat(bench.desk.untaken()).containsExactly(new UntakenLoan(second.entry(), OTHER_ITEM));
    long lines = bench.last().number();
    bench.desk.leftLying(second.entry(), TaskNote.text("left on the pad"));
    assertThat(bench.last().number()).isEqualTo(lines);
    bench.desk.armed(second.entry());
    assertThat(bench.desk.untaken()).isEmpty();
    assertThat(bench.entry(first.entry()).cardSealed()).isFalse();
    assertThat(bench.entry(second.entry()).cardSealed()).isFalse();
  }

  @Test
  void
      what_was_cleared_and_not_released_before_a_power_cut_is_armed_too_and_told_as_not_released() {
    LoanOutcome.Lent lent = (LoanOutcome.Lent) bench.lend(ITEM, CARD);
    bench.powerCut();
    assertThat(bench.desk.untaken()).containsExactly(new UntakenLoan(lent.entry(), ITEM));
    bench.desk.leftLying(lent.entry(), TaskNote.text("left on the pad"));
    assertThat(bench.staffLines(lent.entry())).isEmpty();
    assertThat(bench.desk.unfinished(CARD)).hasSize(1);
    bench.desk.armed(lent.entry());
    assertThat(bench.desk.untaken()).isEmpty();
    assertThat(bench.desk.unfinished(CARD)).hasSize(1);
  }

  @Test
  void what_came_back_since_or_was_lent_without_a_tag_is_not_looked_for_on_the_pad() {
    LoanOutcome.Lent lent = (LoanOutcome.Lent) bench.lend(ITEM, CARD);
    bench.desk.released(lent.entry());
    long _ = bench.received(ITEM);
    LoanOutcome.Lent barcode =
        (LoanOutcome.Lent) bench.desk.lend(OTHER_ITEM, CARD, Optional.empty(), false);
    bench.desk.released(barcode.entry());
    assertThat(bench.desk.untaken()).isEmpty();
    bench.desk.lies(barcode.entry());
    assertThat(bench.desk.untaken()).containsExactly(new UntakenLoan(barcode.entry(), OTHER_ITEM));
  }

  @Test
  void open_entries_of_an_item_are_drained_before_anything_is_asked_about_it() {
    bench.central.lent(ITEM, OTHER_CARD, LocalDateTime.parse("2026-12-01T23:59"));
    bench.linkLost();
    bench.received(ITEM);
    bench.linkBack();

    assertThat(bench.lend(ITEM, CARD)).isInstanceOf(LoanOutcome.Lent.class);
    assertThat(bench.central.heardActing()).containsExactly("09 " + ITEM, "11 " + ITEM);
  }

  @Test
  void where_they_cannot_be_drained_the_offline_rules_decide() {
    bench.central.nextActing(Fault.LOSE_REQUEST);
    long back = bench.received(ITEM);
    bench.desk.settleReturn(back);
    bench.linkBack();
    bench.desk.beginSession();

    assertThat(bench.lend(ITEM, CARD)).isInstanceOf(LoanOutcome.ToBeConfirmed.class);
    assertThat(bench.central.heardActing()).containsExactly("09 " + ITEM);
  }

  @Test
  void an_item_that_is_out_in_this_journal_is_not_lent_without_the_link() {
    bench.linkLost();
    bench.lentOffline(ITEM, CARD);

    assertThat(bench.lend(ITEM, OTHER_CARD))
        .isInstanceOfSatisfying(
            LoanOutcome.NotLent.class,
            no -> assertThat(no.refusal().reason()).isEqualTo(RefusalReason.OUT_IN_THIS_JOURNAL));
  }

  @Test
  void a_loan_settled_long_ago_does_not_hold_an_item_that_a_look_found_on_the_shelf() {
    LoanOutcome.Lent lent = (LoanOutcome.Lent) bench.lend(ITEM, CARD);
    bench.desk.released(lent.entry());
    bench.central.back(ITEM);
    bench.central.nextActing(Fault.LOSE_REQUEST);

    assertThat(bench.lend(ITEM, OTHER_CARD)).isInstanceOf(LoanOutcome.ToBeConfirmed.class);
  }

  @Test
  void without_the_link_a_card_gets_only_so_many_items() {
    bench.itemsPerCard = 1;
    bench.restart();
    bench.linkLost();
    bench.lentOffline(ITEM, CARD);

    assertThat(bench.lend(OTHER_ITEM, CARD))
        .isInstanceOfSatisfying(
            LoanOutcome.NotLent.class,
            no -> assertThat(no.refusal().reason()).isEqualTo(RefusalReason.OFFLINE_LIMIT_REACHED));
  }

  @Test
  void where_settling_needs_a_pin_nothing_is_lent_without_the_link() {
    bench.habits =
        CentralHabits.fixed(
            Bench.ZONE, Set.of(Habit.RECALLED_IS_ON_LOAN, Habit.PIN_TO_SETTLE), List.of(14), 0);
    bench.restart();
    bench.linkLost();

    assertThat(bench.lend(ITEM, CARD))
        .isInstanceOfSatisfying(
            LoanOutcome.NotLent.class,
            no -> assertThat(no.refusal().reason()).isEqualTo(RefusalReason.NOT_WHILE_OFFLINE));
  }

  @Test
  void a_patron_seen_blocked_while_the_link_was_up_gets_nothing_without_it() {
    bench.central.blocks(CARD);
    bench.desk.identify(CARD, Optional.empty());
    bench.linkLost();

    assertThat(bench.lend(ITEM, CARD))
        .isInstanceOfSatisfying(
            LoanOutcome.NotLent.class,
            no -> assertThat(no.refusal().reason()).isEqualTo(RefusalReason.PATRON_BLOCKED));
  }

  @Test
  void a_loan_renewed_although_the_look_said_on_the_shelf_is_a_finding() {
    bench.central.lent(ITEM, CARD, bench.clock.now().wall().toLocalDateTime().plusDays(3));
    bench.central.says(ITEM, CirculationStatus.AVAILABLE);

    assertThat(bench.lend(ITEM, CARD)).isInstanceOf(LoanOutcome.Lent.class);
    assertThat(bench.staffLines(1)).containsExactly(StaffLine.StaffReason.FINDING);
  }

  @Test
  void an_answer_about_another_item_is_a_finding_and_in_doubt() {
    bench.mode = OfflineRules.OfflineMode.NONE;
    bench.restart();
    bench.central.nextActing(Fault.ANOTHERS_ANSWER);

    assertThat(bench.lend(ITEM, CARD)).isInstanceOf(LoanOutcome.NotLent.class);
    assertThat(bench.entry(1).state()).isEqualTo(EntryState.IN_DOUBT);
    assertThat(bench.staffLines(1)).containsExactly(StaffLine.StaffReason.FINDING);
  }
}
