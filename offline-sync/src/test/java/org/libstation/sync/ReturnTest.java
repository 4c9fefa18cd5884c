package org.libstation.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.libstation.journal.Entries.CARD;
import static org.libstation.journal.Entries.ITEM;
import static org.libstation.journal.Entries.OTHER_CARD;
import static org.libstation.journal.Entries.OTHER_ITEM;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.circulation.CirculationEvent.How;
import org.libstation.circulation.CirculationStatus;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.FineTold;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemStanding;
import org.libstation.circulation.LoanOutcome;
import org.libstation.circulation.Money;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.RenewOutcome;
import org.libstation.circulation.ReturnOutcome;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.circulation.UnarmedReturn;
import org.libstation.circulation.WasOnLoan;
import org.libstation.journal.EntryState;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.JournalException;
import org.libstation.journal.JournalPrinter;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.EntryClosed;
import org.libstation.journal.Mark.StaffLine;
import org.libstation.sync.CentralHabits.Habit;
import org.libstation.sync.FakeCentral.Fault;

/// Returning, a sentence of the design a test.
class ReturnTest {
  private final Bench bench = new Bench();

  /// Handed over on 2026-11-25; with a shortest loan of 14 days a newer loan is due from 12-09 on.
  private static final LocalDateTime OLD_LOAN = LocalDateTime.parse("2026-12-01T23:59");

  private static final LocalDateTime PERHAPS_NEW = LocalDateTime.parse("2026-12-09T23:59");

  private static TaskNote part(String numbers, int of) {
    return TaskNote.of(TaskNoteCode.PART_MISSING, numbers, of);
  }

  @Test
  void a_return_whose_arming_was_cut_short_is_known_until_armed_told_or_lent_again() {
    long first = bench.received(ITEM);
    long second = bench.received(OTHER_ITEM);
    assertThat(bench.desk.unarmed())
        .extracting(UnarmedReturn::entry)
        .containsExactly(first, second);
    bench.desk.settleReturn(first);
    assertThat(bench.desk.unarmed().getFirst().item()).isEqualTo(ITEM);

    bench.desk.notSecured(second, TaskNote.text("gone"));
    assertThat(bench.desk.unarmed()).extracting(UnarmedReturn::entry).containsExactly(first);
    assertThat(bench.lend(ITEM, CARD)).isInstanceOf(LoanOutcome.Lent.class);
    assertThat(bench.desk.unarmed()).isEmpty();
  }

  /// The outbox may reach a new entry before the desk asks for it, on a busy machine.
  @Test
  void a_return_that_the_outbox_settled_first_tells_the_patron_what_the_library_said() {
    bench.central.lent(ITEM, CARD, OLD_LOAN);
    bench.central.charges(Money.of(450, "HKD"));
    long entry = bench.received(ITEM);
    bench.settle();

    assertThat(bench.desk.settleReturn(entry))
        .isInstanceOfSatisfying(
            ReturnOutcome.ReturnBooked.class,
            booked -> {
              assertThat(booked.title()).isNotEmpty();
              assertThat(booked.loan().charge()).contains(Money.of(450, "HKD"));
              assertThat(booked.loan().wasOnLoan()).isEqualTo(WasOnLoan.YES);
              assertThat(booked.loan().due()).isPresent();
            });
    assertThat(bench.central.heardActing()).containsExactly("09 " + ITEM);
  }

  @Test
  void a_return_that_the_outbox_gave_to_staff_first_tells_the_patron_why() {
    long entry = bench.received(new ItemId("38801099999999"));
    bench.settle();

    assertThat(bench.desk.settleReturn(entry))
        .isInstanceOfSatisfying(
            ReturnOutcome.ReturnLeftToStaff.class,
            staff ->
                assertThat(staff.refusal().reason()).isEqualTo(Refusal.RefusalReason.UNKNOWN_ITEM));
  }

  /// Who scans a barcode touches no tag.
  @Test
  void a_later_return_by_barcode_alone_leaves_the_arming_owed() {
    long first = bench.received(ITEM);
    bench.clock.advance(Duration.ofMinutes(2));
    long _ = bench.desk.received(ITEM, bench.clock.now(), How.SEEN, false, Optional.empty());
    assertThat(bench.desk.unarmed()).extracting(UnarmedReturn::entry).containsExactly(first);
    bench.clock.advance(Duration.ofMinutes(2));
    long tagged = bench.received(ITEM);
    assertThat(bench.desk.unarmed()).extracting(UnarmedReturn::entry).containsExactly(tagged);
  }

  @Test
  void a_set_that_came_back_in_part_is_a_line_for_staff_that_outlives_the_settled_return() {
    bench.central.lent(ITEM, CARD, OLD_LOAN);
    long entry = bench.received(ITEM);
    bench.desk.settleReturn(entry);
    bench.desk.setIncomplete(entry, part("2", 3));

    JournalEntry line = bench.last();
    assertThat(line.number()).isNotEqualTo(entry);
    assertThat(line.state()).isEqualTo(EntryState.WITH_STAFF);
    assertThat(bench.staffLines(line.number()))
        .containsExactly(StaffLine.StaffReason.SET_INCOMPLETE);
    assertThat(JournalPrinter.plain().list(List.of(line)).getFirst()).contains("part missing 2 3");
    assertThat(bench.desk.unarmed()).extracting(UnarmedReturn::entry).containsExactly(entry);
    bench.settle();
    assertThat(bench.central.heardActing()).containsExactly("09 " + ITEM);
    assertThat(bench.lend(ITEM, CARD)).isInstanceOf(LoanOutcome.Lent.class);
  }

  @Test
  void parts_that_were_waited_for_when_the_power_went_are_a_line_for_staff_once() {
    long entry =
        bench.desk.received(ITEM, bench.clock.now(), How.SEEN, true, Optional.of(part("2–3", 3)));
    bench.desk.awaitsParts(entry, Optional.of(part("2", 3)));
    bench.powerCut();

    bench.desk.tellAwaitedParts();
    bench.powerCut();
    bench.desk.tellAwaitedParts();

    List<JournalEntry> all = bench.journal.all(1, 1000);
    assertThat(all).hasSize(2);
    assertThat(bench.staffLines(all.getLast().number()))
        .containsExactly(StaffLine.StaffReason.SET_INCOMPLETE);
    assertThat(JournalPrinter.plain().list(List.of(all.getLast())).getFirst())
        .contains("part missing 2 3", "cut off");
  }

  @Test
  void a_set_that_was_whole_or_was_told_already_is_no_line_after_a_power_cut() {
    long whole =
        bench.desk.received(ITEM, bench.clock.now(), How.SEEN, true, Optional.of(part("2", 2)));
    bench.desk.awaitsParts(whole, Optional.empty());
    long told =
        bench.desk.received(
            OTHER_ITEM, bench.clock.now(), How.SEEN, true, Optional.of(part("2", 2)));
    bench.desk.setIncomplete(told, part("2", 2));
    int before = bench.journal.all(1, 1000).size();
    bench.powerCut();

    bench.desk.tellAwaitedParts();

    assertThat(bench.journal.all(1, 1000)).hasSize(before);
  }

  @Test
  void where_an_item_is_is_told_by_the_central_system_but_for_what_it_has_not_heard_of_yet() {
    bench.central.lent(ITEM, CARD, OLD_LOAN);
    assertThat(bench.desk.standing(ITEM))
        .extracting(ItemStanding::where, ItemStanding::source)
        .containsExactly(ItemStanding.Where.ON_LOAN, ItemStanding.Source.CENTRAL);
    long entry = bench.received(ITEM);
    assertThat(bench.desk.standing(ITEM))
        .extracting(ItemStanding::where, ItemStanding::source)
        .containsExactly(ItemStanding.Where.IN_STOCK, ItemStanding.Source.JOURNAL);
    bench.desk.settleReturn(entry);
    assertThat(bench.desk.standing(ITEM))
        .extracting(ItemStanding::where, ItemStanding::source)
        .containsExactly(ItemStanding.Where.IN_STOCK, ItemStanding.Source.CENTRAL);
    assertThat(bench.central.heardActing()).containsExactly("09 " + ITEM);
  }

  @Test
  void while_the_central_system_is_silent_the_journal_tells_where_an_item_is_if_it_can() {
    assertThat(bench.lend(ITEM, CARD)).isInstanceOf(LoanOutcome.Lent.class);
    bench.linkLost();
    assertThat(bench.desk.standing(ITEM))
        .extracting(ItemStanding::where, ItemStanding::source)
        .containsExactly(ItemStanding.Where.ON_LOAN, ItemStanding.Source.JOURNAL);
    assertThat(bench.desk.standing(OTHER_ITEM).where()).isEqualTo(ItemStanding.Where.UNKNOWN);
  }

  @Test
  void a_return_without_a_card_takes_the_class_noted_with_our_own_loan_while_its_card_is_kept() {
    bench.readers = (card, _) -> card.map(known -> known.equals(CARD) ? "children" : "");
    bench.restart();
    bench.linkLost();
    bench.desk.beginSession();
    long _ = bench.lentOffline(ITEM, CARD);
    long _ = bench.lentOffline(OTHER_ITEM, OTHER_CARD);
    bench.desk.beginSession();

    assertThat(patronClass(bench.received(ITEM))).contains("children");
    assertThat(patronClass(bench.received(OTHER_ITEM))).contains("");

    bench.linkBack();
    bench.pass(Duration.ofHours(1));
    bench.desk.beginSession();
    assertThat(patronClass(bench.received(ITEM))).isEmpty();
  }

  private Optional<String> patronClass(long entry) {
    return switch (bench.desk.settleReturn(entry)) {
      case ReturnOutcome.ReturnBooked settled -> settled.loan().lentTo().patronClass();
      case ReturnOutcome.Recorded recorded -> recorded.lentTo().patronClass();
      case ReturnOutcome.ReturnLeftToStaff staff -> throw new AssertionError(staff);
    };
  }

  @Test
  void a_return_is_on_disk_before_anything_is_asked() {
    bench.central.lent(ITEM, CARD, OLD_LOAN);
    bench.journal.failWrite(1, JournalException.FaultKind.DISK_FULL);

    assertThatThrownBy(() -> bench.received(ITEM)).isInstanceOf(JournalException.class);
    assertThat(bench.central.heard()).doesNotContain("17 " + ITEM);
  }

  @Test
  void a_return_is_looked_up_and_reported_with_the_moment_of_the_hand_over() {
    bench.central.lent(ITEM, CARD, OLD_LOAN);
    OffsetDateTime handedOver = bench.clock.now().wall();
    long entry = bench.received(ITEM);
    bench.clock.advance(Duration.ofSeconds(20));

    assertThat(bench.desk.settleReturn(entry))
        .isInstanceOfSatisfying(
            ReturnOutcome.ReturnBooked.class,
            settled -> {
              assertThat(settled.loan().wasOnLoan()).isEqualTo(WasOnLoan.YES);
              assertThat(settled.loan().due().orElseThrow().at()).contains(OLD_LOAN);
            });
    assertThat(bench.central.heard()).endsWith("17 " + ITEM, "09 " + ITEM);
    assertThat(bench.central.returnDates().getFirst().isEqual(handedOver)).isTrue();
    assertThat(bench.entry(entry).marks())
        .anyMatch(each -> each.mark().equals(new Mark.Sorted(Optional.of("2"), false)));
    assertThat(bench.closed(entry)).contains(EntryClosed.ClosingReason.SETTLED);
  }

  @Test
  void the_moment_is_put_right_by_the_skew_last_measured() {
    bench.central.lent(ITEM, CARD, OLD_LOAN);
    bench.clock.setSkew(Duration.ofMinutes(-7));
    long entry = bench.received(ITEM);

    bench.desk.settleReturn(entry);
    assertThat(bench.central.returnDates().getFirst())
        .isEqualTo(OffsetDateTime.parse("2026-11-25T09:23+08:00").plus(sinceStart()));
  }

  private Duration sinceStart() {
    return bench.clock.monotonic().minus(Duration.ofMinutes(10));
  }

  @Test
  void a_book_that_was_not_on_loan_is_taken_back_within_the_same_bin_operation() {
    long entry = bench.received(ITEM);

    assertThat(bench.desk.settleReturn(entry)).isInstanceOf(ReturnOutcome.ReturnBooked.class);
    assertThat(bench.central.heardActing()).containsExactly("09 " + ITEM);
  }

  @Test
  void not_secured_is_a_staff_line_and_the_return_stands() {
    bench.central.lent(ITEM, CARD, OLD_LOAN);
    long entry = bench.received(ITEM);
    bench.desk.notSecured(entry, TaskNote.text("the tag does not answer"));

    assertThat(bench.desk.settleReturn(entry)).isInstanceOf(ReturnOutcome.ReturnBooked.class);
    assertThat(bench.staffLines(entry)).containsExactly(StaffLine.StaffReason.NOT_SECURED);
  }

  @Test
  void an_unknown_item_is_with_staff_and_its_moment_counts() {
    ItemId strange = new ItemId("9780140328721");
    long entry = bench.received(strange);

    assertThat(bench.desk.settleReturn(entry)).isInstanceOf(ReturnOutcome.ReturnLeftToStaff.class);
    assertThat(bench.staffLines(entry)).containsExactly(StaffLine.StaffReason.RETURN_REFUSED);
    assertThat(
            TaskNote.asWritten(
                ((Mark.StaffLine) bench.entry(entry).marks().getLast().mark()).notes()))
        .contains("handed over 2026-11-25T09:30");
  }

  @Test
  void where_holds_are_captured_at_emptying_a_waited_for_return_waits_for_it() {
    bench.habits =
        CentralHabits.fixed(
            Bench.ZONE, Set.of(Habit.RECALLED_IS_ON_LOAN, Habit.HOLDS_AT_EMPTYING), List.of(14), 0);
    bench.restart();
    bench.central.lent(ITEM, CARD, OLD_LOAN);
    bench.central.lent(OTHER_ITEM, CARD, OLD_LOAN);
    bench.central.holdsWaiting(ITEM, 1);
    long held = bench.desk.received(ITEM, bench.clock.now(), How.DROPPED, true, Optional.empty());
    long free =
        bench.desk.received(OTHER_ITEM, bench.clock.now(), How.DROPPED, true, Optional.empty());

    assertThat(bench.desk.settleReturn(held)).isInstanceOf(ReturnOutcome.Recorded.class);
    assertThat(bench.desk.settleReturn(free)).isInstanceOf(ReturnOutcome.ReturnBooked.class);
    bench.pass(Duration.ofHours(5));
    assertThat(bench.closed(held)).isEmpty();

    bench.desk.drop().emptied(bench.clock.now(), "Chan", 2, OptionalInt.of(4));
    bench.settle();
    assertThat(bench.closed(held)).contains(EntryClosed.ClosingReason.SETTLED);
  }

  @ParameterizedTest
  @EnumSource(
      value = CirculationStatus.class,
      names = {"AVAILABLE", "ON_HOLD_SHELF", "TO_BE_RESHELVED"})
  void later_an_item_back_on_the_shelf_is_found_returned_and_not_sent(CirculationStatus status) {
    long entry = receivedWithoutLink();
    bench.central.says(ITEM, status);
    bench.linkBack();
    bench.settle();

    assertThat(bench.closed(entry)).contains(EntryClosed.ClosingReason.FOUND_RETURNED);
    assertThat(bench.central.heardActing()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = CirculationStatus.class,
      names = {"IN_TRANSIT", "CLAIMED_RETURNED", "LOST", "MISSING", "OTHER", "IN_PROCESS"})
  void later_anything_that_may_hide_a_loan_is_a_staff_line_with_the_true_time(
      CirculationStatus status) {
    long entry = receivedWithoutLink();
    bench.central.says(ITEM, status);
    bench.linkBack();
    bench.settle();

    assertThat(bench.staffLines(entry)).containsExactly(StaffLine.StaffReason.RETURN_NOT_DECIDABLE);
    assertThat(bench.central.heardActing()).isEmpty();
  }

  @Test
  void later_a_due_date_too_early_for_a_newer_loan_proves_the_loan_that_was_handed_in() {
    bench.central.lent(ITEM, CARD, OLD_LOAN);
    OffsetDateTime handedOver = bench.clock.now().wall();
    long entry = receivedWithoutLink();
    bench.linkBack();
    bench.settle();

    assertThat(bench.closed(entry)).contains(EntryClosed.ClosingReason.SETTLED);
    assertThat(bench.central.returnDates().getFirst().isEqual(handedOver)).isTrue();
  }

  @Test
  void every_overdue_return_is_decidable_so() {
    bench.central.lent(ITEM, CARD, LocalDateTime.parse("2026-10-01T23:59"));
    long entry = receivedWithoutLink();
    bench.linkBack();
    bench.settle();

    assertThat(bench.closed(entry)).contains(EntryClosed.ClosingReason.SETTLED);
  }

  @Test
  void later_a_loan_that_may_have_begun_since_is_not_ended() {
    bench.central.lent(ITEM, OTHER_CARD, PERHAPS_NEW);
    long entry = receivedWithoutLink();
    bench.linkBack();
    bench.settle();

    assertThat(bench.staffLines(entry)).containsExactly(StaffLine.StaffReason.RETURN_NOT_DECIDABLE);
    assertThat(bench.central.loan(ITEM)).isPresent();
  }

  @Test
  void later_recalled_counts_as_on_loan_where_the_site_says_so() {
    bench.central.lent(ITEM, CARD, OLD_LOAN);
    bench.central.says(ITEM, CirculationStatus.RECALLED);
    long entry = receivedWithoutLink();
    bench.linkBack();
    bench.settle();

    assertThat(bench.closed(entry)).contains(EntryClosed.ClosingReason.SETTLED);
  }

  @Test
  void later_the_due_date_noted_at_the_hand_over_proves_it() {
    // Lent for longer than the shortest loan, so only the note can prove it.
    bench.central.lent(ITEM, CARD, LocalDateTime.parse("2026-12-20T23:59"));
    bench.central.nextActing(Fault.NOT_SENT);
    long entry = bench.received(ITEM);
    assertThat(bench.desk.settleReturn(entry)).isInstanceOf(ReturnOutcome.Recorded.class);
    bench.clock.advance(Duration.ofHours(3));
    bench.linkBack();
    bench.settle();

    assertThat(bench.closed(entry)).contains(EntryClosed.ClosingReason.SETTLED);
  }

  @Test
  void a_due_date_that_moved_since_the_hand_over_is_another_loan() {
    bench.central.lent(ITEM, CARD, LocalDateTime.parse("2026-12-20T23:59"));
    bench.central.nextActing(Fault.NOT_SENT);
    long entry = bench.received(ITEM);
    bench.desk.settleReturn(entry);
    bench.clock.advance(Duration.ofHours(3));
    bench.central.lent(ITEM, OTHER_CARD, LocalDateTime.parse("2026-12-21T23:59"));
    bench.linkBack();
    bench.settle();

    assertThat(bench.staffLines(entry)).containsExactly(StaffLine.StaffReason.RETURN_NOT_DECIDABLE);
  }

  @Test
  void the_same_due_date_proves_nothing_when_a_newer_loan_may_bear_it() {
    // Borrowed and returned on one day: a loan made at the counter later that day is due then too.
    bench.central.lent(ITEM, CARD, PERHAPS_NEW);
    bench.central.nextActing(Fault.NOT_SENT);
    long entry = bench.received(ITEM);
    bench.desk.settleReturn(entry);
    bench.clock.advance(Duration.ofHours(3));
    bench.central.lent(ITEM, OTHER_CARD, PERHAPS_NEW);
    bench.linkBack();
    bench.settle();

    assertThat(bench.staffLines(entry)).containsExactly(StaffLine.StaffReason.RETURN_NOT_DECIDABLE);
    assertThat(bench.central.loan(ITEM)).isPresent();
  }

  @Test
  void a_return_in_doubt_is_looked_up_twice_before_it_is_sent_once_more() {
    bench.central.lent(ITEM, CARD, OLD_LOAN);
    bench.central.nextActing(Fault.LOSE_REQUEST);
    long entry = bench.received(ITEM);
    bench.desk.settleReturn(entry);
    bench.pass(Bench.QUARANTINE);
    assertThat(bench.central.heardActing()).hasSize(1);
    bench.pass(Bench.QUARANTINE.plusSeconds(90));

    assertThat(bench.central.heardActing()).containsExactly("09 " + ITEM, "09 " + ITEM);
    assertThat(bench.closed(entry)).contains(EntryClosed.ClosingReason.SETTLED);
  }

  @Test
  void a_return_whose_answer_was_lost_is_found_returned() {
    bench.central.lent(ITEM, CARD, OLD_LOAN);
    bench.central.nextActing(Fault.LOSE_REPLY);
    long entry = bench.received(ITEM);
    bench.desk.settleReturn(entry);
    bench.pass(Bench.QUARANTINE.multipliedBy(3));

    assertThat(bench.closed(entry)).contains(EntryClosed.ClosingReason.FOUND_RETURNED);
    assertThat(bench.central.heardActing()).hasSize(1);
  }

  @Test
  void lent_and_returned_without_the_link_both_become_true_in_order() {
    bench.linkLost();
    long loan = bench.lentOffline(ITEM, CARD);
    bench.clock.advance(Duration.ofHours(1));
    long back = bench.received(ITEM);
    bench.clock.advance(Duration.ofHours(2));
    bench.linkBack();
    bench.settle();

    assertThat(bench.closed(loan)).contains(EntryClosed.ClosingReason.SETTLED);
    assertThat(bench.closed(back)).contains(EntryClosed.ClosingReason.SETTLED);
    assertThat(bench.central.heardActing()).containsExactly("11 " + ITEM, "09 " + ITEM);
  }

  @Test
  void a_return_is_never_dated_before_a_loan_that_was_settled_later() {
    bench.linkLost();
    long _ = bench.lentOffline(ITEM, CARD);
    bench.clock.advance(Duration.ofHours(1));
    long _ = bench.received(ITEM);
    bench.clock.advance(Duration.ofHours(2));
    bench.linkBack();
    bench.settle();

    assertThat(bench.central.returnDates().getFirst().isEqual(bench.clock.now().wall())).isTrue();
  }

  @Test
  void a_return_handed_over_while_the_clock_was_unset_is_marked_for_staff() {
    bench.clock.setDoubtful(true);
    long entry = bench.received(ITEM);

    assertThat(bench.staffLines(entry)).containsExactly(StaffLine.StaffReason.CLOCK_DOUBTFUL);
  }

  @Test
  void a_doubtful_hand_over_proves_nothing_by_its_date() {
    bench.central.lent(ITEM, CARD, OLD_LOAN);
    bench.linkLost();
    bench.clock.setDoubtful(true);
    long entry = bench.received(ITEM);
    bench.clock.setDoubtful(false);
    bench.clock.advance(Duration.ofHours(2));
    bench.linkBack();
    bench.settle();

    assertThat(bench.staffLines(entry)).contains(StaffLine.StaffReason.RETURN_NOT_DECIDABLE);
  }

  @Test
  void a_refused_return_is_kept_as_a_staff_line() {
    bench.central.lent(ITEM, CARD, OLD_LOAN);
    long entry =
        bench.desk.received(
            new ItemId("30000000000999"), bench.clock.now(), How.DROPPED, true, Optional.empty());
    bench.desk.settleReturn(entry);

    assertThat(bench.closed(entry)).isEmpty();
    assertThat(bench.staffLines(entry)).containsExactly(StaffLine.StaffReason.RETURN_REFUSED);
  }

  @Test
  void where_a_return_date_is_ignored_staff_get_the_true_time_of_a_late_return() {
    bench.habits =
        CentralHabits.fixed(
            Bench.ZONE,
            Set.of(Habit.RECALLED_IS_ON_LOAN, Habit.RETURN_DATE_IGNORED),
            List.of(14),
            0);
    bench.restart();
    bench.central.lent(ITEM, CARD, OLD_LOAN);
    bench.central.lent(OTHER_ITEM, CARD, OLD_LOAN);
    long late = receivedWithoutLink();
    bench.linkBack();
    bench.settle();
    long atOnce = bench.received(OTHER_ITEM);
    bench.settle();

    assertThat(bench.closed(late)).contains(EntryClosed.ClosingReason.SETTLED);
    assertThat(bench.staffLines(late)).containsExactly(StaffLine.StaffReason.FINDING);
    assertThat(bench.entry(late).marks())
        .anyMatch(
            noted ->
                noted.mark() instanceof Mark.StaffLine line
                    && line.notes().getFirst().code() == TaskNoteCode.COUNTS_WHEN_REPORTED
                    && line.notes().getFirst().values().getFirst().startsWith("2026-11-25T09:3"));
    assertThat(bench.closed(atOnce)).contains(EntryClosed.ClosingReason.SETTLED);
    assertThat(bench.staffLines(atOnce)).isEmpty();
  }

  @Test
  void where_a_10_names_no_patron_the_look_before_it_tells_whether_it_was_on_loan() {
    bench.central.namesNobodyAtCheckin();
    bench.central.lent(ITEM, CARD, OLD_LOAN);
    long back = bench.received(ITEM);
    assertThat(wasOnLoan(back)).isEqualTo(WasOnLoan.YES);
    assertThat(bench.staffLines(back)).isEmpty();

    long shelved = bench.received(OTHER_ITEM);
    assertThat(wasOnLoan(shelved)).isEqualTo(WasOnLoan.NO);
    bench.central.says(ITEM, CirculationStatus.IN_TRANSIT);
    long hidden = bench.received(ITEM);
    assertThat(wasOnLoan(hidden)).isEqualTo(WasOnLoan.NOT_KNOWN);
    assertThat(bench.staffLines(hidden)).isEmpty();
  }

  /// It lies on the pad for two hours before the link is back. Nobody knows whether a loan ended.
  @Test
  void where_nobody_knows_whether_a_loan_ended_staff_get_the_true_time_of_a_late_return_alone() {
    bench.habits =
        CentralHabits.fixed(Bench.ZONE, Set.of(Habit.RETURN_DATE_IGNORED), List.of(14), 0);
    bench.restart();
    bench.central.namesNobodyAtCheckin();
    bench.central.lent(ITEM, CARD, OLD_LOAN);
    bench.central.lent(OTHER_ITEM, CARD, OLD_LOAN);
    bench.central.says(ITEM, CirculationStatus.IN_TRANSIT);
    bench.central.says(OTHER_ITEM, CirculationStatus.IN_TRANSIT);
    bench.pad.seenBy(_ -> true);

    long inTime = bench.received(OTHER_ITEM);
    assertThat(wasOnLoan(inTime)).isEqualTo(WasOnLoan.NOT_KNOWN);
    long late = receivedWithoutLink();
    bench.linkBack();
    bench.settle();
    assertThat(bench.closed(late)).contains(EntryClosed.ClosingReason.SETTLED);

    assertThat(bench.staffLines(inTime)).isEmpty();
    assertThat(bench.staffLines(late)).containsExactly(StaffLine.StaffReason.FINDING);
    assertThat(bench.entry(late).marks().toString())
        .contains("COUNTS_WHEN_REPORTED, values=[2026-11-25T09:3");
  }

  private WasOnLoan wasOnLoan(long entry) {
    return ((ReturnOutcome.ReturnBooked) bench.desk.settleReturn(entry)).loan().wasOnLoan();
  }

  @Test
  void a_return_whose_loan_was_reported_after_it_gives_staff_the_true_time() {
    bench.linkLost();
    long _ = bench.lentOffline(ITEM, CARD);
    bench.clock.advance(Duration.ofHours(1));
    long back = bench.received(ITEM);
    bench.clock.advance(Duration.ofHours(2));
    bench.linkBack();
    bench.settle();

    assertThat(bench.closed(back)).contains(EntryClosed.ClosingReason.SETTLED);
    assertThat(bench.staffLines(back)).containsExactly(StaffLine.StaffReason.FINDING);
    assertThat(bench.entry(back).marks().toString())
        .contains("LOAN_REPORTED_AFTER, values=[2026-11-25T10:3");
  }

  @Test
  void staff_get_the_true_time_also_where_the_answer_to_such_a_return_is_lost() {
    bench.linkLost();
    long loan = bench.lentOffline(ITEM, CARD);
    bench.clock.advance(Duration.ofHours(1));
    long back = bench.received(ITEM);
    bench.clock.advance(Duration.ofHours(2));
    bench.linkBack();
    while (bench.closed(loan).isEmpty()) {
      bench.outbox.step();
    }
    bench.central.nextActing(Fault.LOSE_REPLY);
    bench.pass(Bench.QUARANTINE.multipliedBy(3));

    assertThat(bench.closed(back)).contains(EntryClosed.ClosingReason.FOUND_RETURNED);
    assertThat(bench.staffLines(back)).containsExactly(StaffLine.StaffReason.FINDING);
  }

  @Test
  void a_return_is_never_dated_before_a_loan_whose_answer_was_lost() {
    bench.habits = CentralHabits.fixed(Bench.ZONE, Set.of(), List.of(28), 0);
    bench.restart();
    bench.linkLost();
    long loan = bench.lentOffline(ITEM, CARD);
    bench.clock.advance(Duration.ofHours(1));
    long back = bench.received(ITEM);
    bench.clock.advance(Duration.ofHours(2));
    OffsetDateTime reported = bench.clock.now().wall();
    bench.central.nextActing(Fault.LOSE_REPLY);
    bench.linkBack();
    bench.pass(Bench.QUARANTINE.multipliedBy(4));

    assertThat(bench.closed(loan)).contains(EntryClosed.ClosingReason.FOUND_DONE);
    assertThat(bench.closed(back)).contains(EntryClosed.ClosingReason.SETTLED);
    assertThat(bench.central.returnDates()).singleElement().matches(reported::isBefore);
    assertThat(bench.staffLines(back)).containsExactly(StaffLine.StaffReason.FINDING);
  }

  @Test
  void where_the_loan_date_is_kept_both_are_sent_with_their_own_moments() {
    bench.habits = CentralHabits.fixed(Bench.ZONE, Set.of(Habit.LOAN_DATE_KEPT), List.of(14), 0);
    bench.restart();
    bench.linkLost();
    OffsetDateTime lentAt = bench.clock.now().wall();
    long _ = bench.lentOffline(ITEM, CARD);
    bench.clock.advance(Duration.ofHours(1));
    OffsetDateTime handedOver = bench.clock.now().wall();
    long back = bench.received(ITEM);
    bench.clock.advance(Duration.ofHours(2));
    bench.linkBack();
    bench.settle();

    assertThat(bench.central.loanDates()).singleElement().matches(lentAt::isEqual);
    assertThat(bench.central.returnDates()).singleElement().matches(handedOver::isEqual);
    assertThat(bench.staffLines(back)).isEmpty();
  }

  @Test
  void what_was_lent_on_a_few_seconds_after_a_hand_over_at_a_pad_stays_lent() {
    bench.central.lent(ITEM, CARD, OLD_LOAN);
    bench.linkLost();
    long back = bench.received(ITEM);
    bench.clock.advance(Duration.ofSeconds(5));
    bench.central.lent(ITEM, OTHER_CARD, PERHAPS_NEW);
    bench.linkBack();
    bench.settle();

    assertThat(bench.central.loan(ITEM)).isPresent();
    assertThat(bench.staffLines(back)).containsExactly(StaffLine.StaffReason.RETURN_NOT_DECIDABLE);
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 14, 28})
  void a_stack_of_ten_on_the_pad_is_returned_however_slow_the_answers(int days) {
    bench.pad.seenBy(_ -> true);
    bench.central.whileLooking(() -> bench.clock.advance(Duration.ofSeconds(12)));
    EventTime handedOver = bench.clock.now();
    List<ItemId> stack =
        IntStream.range(0, 10).mapToObj(i -> new ItemId("3900000000%03d".formatted(i))).toList();
    List<Long> entries = new ArrayList<>();
    for (ItemId item : stack) {
      bench.central.has(item);
      bench.central.lent(item, CARD, handedOver.wall().toLocalDateTime().plusDays(days));
      entries.add(bench.desk.received(item, handedOver, How.SEEN, true, Optional.empty()));
    }

    for (long entry : entries) {
      assertThat(bench.desk.settleReturn(entry)).isInstanceOf(ReturnOutcome.ReturnBooked.class);
      assertThat(bench.staffLines(entry)).isEmpty();
    }
    assertThat(stack).allSatisfy(item -> assertThat(bench.central.loan(item)).isEmpty());
  }

  @Test
  void an_item_taken_off_the_pad_during_the_look_and_lent_on_stays_lent() {
    AtomicBoolean lies = new AtomicBoolean(true);
    bench.pad.seenBy(_ -> lies.get());
    bench.central.lent(ITEM, CARD, OLD_LOAN);
    bench.central.whileLooking(
        () -> {
          lies.set(false);
          bench.clock.advance(Duration.ofSeconds(5));
          bench.central.lent(ITEM, OTHER_CARD, PERHAPS_NEW);
        });
    long back = bench.received(ITEM);

    assertThat(bench.desk.settleReturn(back)).isInstanceOf(ReturnOutcome.ReturnLeftToStaff.class);
    assertThat(bench.central.loan(ITEM)).isPresent();
  }

  @Test
  void a_newer_due_date_than_this_station_gave_is_another_loan_also_at_once() {
    assertThat(bench.lend(ITEM, CARD)).isInstanceOf(LoanOutcome.Lent.class);
    bench.desk.released(bench.last().number());
    bench.clock.advance(Duration.ofDays(3));
    bench.central.lent(ITEM, OTHER_CARD, LocalDateTime.parse("2026-12-12T23:59"));
    long back = bench.received(ITEM);

    assertThat(bench.desk.settleReturn(back)).isInstanceOf(ReturnOutcome.ReturnLeftToStaff.class);
    assertThat(bench.central.loan(ITEM)).isPresent();
  }

  @Test
  void a_loan_renewed_here_today_is_returned_at_a_pad_at_once() {
    assertThat(bench.lend(ITEM, CARD)).isInstanceOf(LoanOutcome.Lent.class);
    bench.desk.released(bench.last().number());
    bench.clock.advance(Duration.ofDays(3));
    assertThat(bench.desk.renew(ITEM, CARD, Optional.empty()))
        .isInstanceOf(RenewOutcome.Renewed.class);
    long back = bench.received(ITEM);

    assertThat(bench.desk.settleReturn(back)).isInstanceOf(ReturnOutcome.ReturnBooked.class);
  }

  @Test
  void at_a_pad_a_loan_that_cannot_have_begun_since_is_returned_within_the_minute() {
    bench.central.lent(ITEM, CARD, LocalDateTime.parse("2026-12-20T23:59"));
    bench.linkLost();
    long back = bench.received(ITEM);
    bench.clock.advance(Duration.ofSeconds(5));
    bench.linkBack();
    bench.settle();

    assertThat(bench.closed(back)).contains(EntryClosed.ClosingReason.SETTLED);
  }

  @Test
  void what_lies_in_the_bin_is_reported_within_the_minute_until_the_bin_is_emptied() {
    bench.central.lent(ITEM, CARD, PERHAPS_NEW);
    bench.central.lent(OTHER_ITEM, CARD, PERHAPS_NEW);
    bench.linkLost();
    long emptied =
        bench.desk.received(ITEM, bench.clock.now(), How.DROPPED, true, Optional.empty());
    bench.desk.drop().emptied(bench.clock.now(), "Chan", 1, OptionalInt.empty());
    long inside =
        bench.desk.received(OTHER_ITEM, bench.clock.now(), How.DROPPED, true, Optional.empty());
    bench.clock.advance(Duration.ofSeconds(5));
    bench.linkBack();
    bench.settle();

    assertThat(bench.closed(inside)).contains(EntryClosed.ClosingReason.SETTLED);
    assertThat(bench.staffLines(emptied))
        .containsExactly(StaffLine.StaffReason.RETURN_NOT_DECIDABLE);
  }

  private long receivedWithoutLink() {
    bench.linkLost();
    long entry = bench.received(ITEM);
    assertThat(bench.desk.settleReturn(entry)).isInstanceOf(ReturnOutcome.Recorded.class);
    bench.clock.advance(Duration.ofHours(2));
    return entry;
  }

  @Test
  void a_charge_that_differs_from_what_was_told_without_the_link_is_a_finding() {
    bench.central.lent(ITEM, CARD, LocalDateTime.parse("2026-11-20T23:59"));
    bench.linkLost();
    long entry = bench.received(ITEM);
    bench.desk.fineTold(
        entry,
        new FineTold(
            Optional.of(LocalDate.parse("2026-11-20")),
            Money.of(450, "HKD"),
            FineTold.Comparison.NOT_COMPARABLE,
            "calendar-1",
            "policy-1"));
    bench.central.charges(Money.of(300, "HKD"));
    bench.linkBack();
    bench.settle();

    assertThat(bench.closed(entry)).contains(EntryClosed.ClosingReason.SETTLED);
    assertThat(bench.staffLines(entry)).containsExactly(StaffLine.StaffReason.FINDING);
    assertThat(bench.entry(entry).marks().toString())
        .contains("CHARGED_OTHERWISE, values=[HKD 3.00, HKD 4.50, 2026-11-20");
  }

  @Test
  void a_charge_as_it_was_told_is_no_finding() {
    bench.central.lent(ITEM, CARD, LocalDateTime.parse("2026-11-20T23:59"));
    bench.linkLost();
    long entry = bench.received(ITEM);
    bench.desk.fineTold(
        entry,
        new FineTold(
            Optional.of(LocalDate.parse("2026-11-20")),
            Money.of(300, "HKD"),
            FineTold.Comparison.NOT_COMPARABLE,
            "",
            ""));
    bench.central.charges(Money.of(300, "HKD"));
    bench.linkBack();
    bench.settle();

    assertThat(bench.staffLines(entry)).isEmpty();
  }
}
