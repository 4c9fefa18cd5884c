package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.flow.Story.ANNA;
import static org.libstation.flow.Story.BEN;
import static org.libstation.flow.Story.BOOK;
import static org.libstation.flow.Story.DUE;
import static org.libstation.flow.Story.OTHER;
import static org.libstation.flow.Story.TITLE;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.circulation.Answer;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.LoanOutcome;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.Refusal.RefusalReason;
import org.libstation.circulation.SecurityBitRule;
import org.libstation.circulation.UntakenLoan;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.BorrowRow.BorrowRowState;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowEvent.TagResult;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.MissingParts;
import org.libstation.flow.state.Overlay;
import org.libstation.flow.state.PadTag;
import org.libstation.flow.state.PadTag.SecurityBit;
import org.libstation.flow.state.Place;
import org.libstation.flow.state.ScannedCode;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.Hands;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.JournalHealth;
import org.libstation.flow.state.TagReading;
import org.libstation.flow.visit.Pile;

class BorrowTest {
  private final Story story = Story.usual();

  @Test
  void a_tag_is_looked_at_while_hands_move_and_asked_about_when_they_are_quiet() {
    story.borrowing(ANNA).tag("E1", BOOK);
    assertThat(story.onlyRow().state()).isInstanceOf(BorrowRowState.Recognised.class);
    assertThat(story.didOnce(Effect.LookAhead.class).item()).isEqualTo(BOOK);
    assertThat(story.did(Effect.Lend.class)).isEmpty();

    story.seconds(2);
    Effect.Lend lend = story.didOnce(Effect.Lend.class);
    assertThat(lend.item()).isEqualTo(BOOK);
    assertThat(lend.patron()).isEqualTo(ANNA);
    assertThat(lend.tagged()).isTrue();
    assertThat(lend.pin()).isPresent();
  }

  @Test
  void take_it_is_shown_only_after_the_tag_was_cleared_and_released_is_on_disk() {
    story.borrowing(ANNA).tag("E1", BOOK).seconds(2).lent(BOOK, 7);
    assertThat(story.didOnce(Effect.ClearTag.class)).isEqualTo(new Effect.ClearTag(7, "E1"));
    assertThat(story.did(Effect.MarkReleased.class)).isEmpty();
    assertThat(story.row(BOOK).state()).isInstanceOf(BorrowRowState.Clearing.class);

    story.cleared(7, "E1", TagResult.DONE);
    assertThat(story.didOnce(Effect.MarkReleased.class).entry()).isEqualTo(7);
    assertThat(story.row(BOOK).state()).isInstanceOf(BorrowRowState.Releasing.class);

    story.released(7);
    assertThat(story.row(BOOK).state())
        .isEqualTo(
            new BorrowRowState.Borrowed(
                new BorrowRow.WrittenLoan(7, DueDate.of(DUE), true), false));
    assertThat(story.row(BOOK).title()).contains(TITLE);
    assertThat(story.state.screen()).isEqualTo(new Screen.Borrow(Hands.TAKE_ITEMS));
  }

  @Test
  void an_item_read_by_barcode_is_asked_about_at_once_and_released_without_a_tag() {
    story.borrowing(ANNA).scan(BOOK);
    assertThat(story.didOnce(Effect.Lend.class).tagged()).isFalse();
    story.lent(BOOK, 8);
    assertThat(story.did(Effect.ClearTag.class)).isEmpty();
    assertThat(story.didOnce(Effect.MarkReleased.class).entry()).isEqualTo(8);
    story.released(8);
    assertThat(story.row(BOOK).state()).isInstanceOf(BorrowRowState.Borrowed.class);
  }

  @Test
  void an_item_lent_by_the_stations_own_rules_is_to_be_confirmed() {
    story.borrowing(ANNA).scan(BOOK);
    story.tell(
        new FlowEvent.LendAnswered(
            story.sessionNumber(), new LoanOutcome.ToBeConfirmed(9, BOOK, Optional.empty(), DUE)));
    story.released(9);
    assertThat(story.row(BOOK).state())
        .isEqualTo(
            new BorrowRowState.Borrowed(
                new BorrowRow.WrittenLoan(9, DueDate.of(DUE), false), false));
    story.press(new Key.Confirm()).press(new Key.ChooseReceipt(Key.ChooseReceipt.ReceiptForm.NONE));
    assertThat(story.state.screen())
        .isInstanceOfSatisfying(
            Screen.Done.class, done -> assertThat(done.summary().toBeConfirmed()).isEqualTo(1));
  }

  @ParameterizedTest
  @EnumSource(RefusalReason.class)
  void every_refusal_has_a_code_and_the_item_stays(RefusalReason reason) {
    story.borrowing(ANNA).tag("E1", BOOK).seconds(2);
    story.tell(
        new FlowEvent.LendAnswered(
            story.sessionNumber(),
            new LoanOutcome.NotLent(BOOK, Optional.of(TITLE), Refusal.of(reason), 2, true)));
    assertThat(story.row(BOOK).state())
        .isInstanceOfSatisfying(
            BorrowRowState.BorrowRefused.class,
            refused -> {
              assertThat(refused.code().name()).startsWith("B");
              assertThat(refused.holdQueue()).isEqualTo(2);
              assertThat(refused.toStaff()).isTrue();
            });
    assertThat(story.did(Effect.ClearTag.class)).isEmpty();
  }

  @Test
  void an_item_reserved_by_another_reader_has_code_b21() {
    story.borrowing(ANNA).scan(BOOK);
    story.tell(
        new FlowEvent.LendAnswered(
            story.sessionNumber(),
            new LoanOutcome.NotLent(
                BOOK, Optional.empty(), Refusal.of(RefusalReason.HELD_FOR_ANOTHER), 1, false)));
    assertThat(story.row(BOOK).state())
        .isEqualTo(BorrowRowState.BorrowRefused.of(Code.B21, 1, false));
  }

  @Test
  void a_refused_item_is_asked_about_again_when_it_is_placed_again() {
    story.borrowing(ANNA).tag("E1", BOOK).seconds(2);
    story.tell(
        new FlowEvent.LendAnswered(
            story.sessionNumber(),
            new LoanOutcome.NotLent(
                BOOK, Optional.empty(), Refusal.of(RefusalReason.OTHER), 0, false)));
    story.seconds(5);
    assertThat(story.did(Effect.Lend.class)).hasSize(1);
    story.lift("E1").tag("E1", BOOK).seconds(2);
    assertThat(story.did(Effect.Lend.class)).hasSize(2);
  }

  @Test
  void a_tag_that_leaves_before_it_is_cleared_is_asked_for_again_and_then_cleared() {
    story.borrowing(ANNA).tag("E1", BOOK).seconds(2).lift("E1").lent(BOOK, 7);
    assertThat(story.row(BOOK).state())
        .isInstanceOfSatisfying(
            BorrowRowState.PlaceAgain.class, again -> assertThat(again.code()).isEqualTo(Code.T11));
    assertThat(story.state.screen()).isEqualTo(new Screen.Borrow(Hands.PLACE_AGAIN));

    story.tag("E1", BOOK).cleared(7, "E1", TagResult.DONE).released(7);
    assertThat(story.row(BOOK).state()).isInstanceOf(BorrowRowState.Borrowed.class);
    assertThat(story.did(Effect.NotReleasedEffect.class)).isEmpty();
  }

  @Test
  void placing_again_is_limited_and_then_staff_get_a_line() {
    story.borrowing(ANNA).tag("E1", BOOK).seconds(2).lent(BOOK, 7);
    int tries = 0;
    while (!(story.row(BOOK).state() instanceof BorrowRowState.ToStaff)) {
      story.cleared(7, "E1", TagResult.FAILED).lift("E1").tag("E1", BOOK);
      assertThat(++tries).isLessThan(10);
    }
    assertThat(story.didOnce(Effect.NotReleasedEffect.class))
        .isEqualTo(new Effect.NotReleasedEffect(7, Code.T14));
    assertThat(story.did(Effect.MarkReleased.class)).isEmpty();
  }

  @Test
  void an_item_that_does_not_come_back_to_the_pad_goes_to_staff_when_its_person_is_gone() {
    story.borrowing(ANNA).tag("E1", BOOK).seconds(2).lift("E1").lent(BOOK, 7).seconds(61);
    assertThat(story.state.overlay()).containsInstanceOf(Overlay.IdleWarning.class);
    story.press(new Key.Stay()).seconds(59);
    assertThat(story.onlyRow().state()).isInstanceOf(BorrowRowState.PlaceAgain.class);
    assertThat(story.did(Effect.NotReleasedEffect.class)).isEmpty();
    story.seconds(32);
    assertThat(story.didOnce(Effect.NotReleasedEffect.class))
        .isEqualTo(new Effect.NotReleasedEffect(7, Code.T31));
    assertThat(story.state.session()).isEmpty();
  }

  @Test
  void a_pad_that_never_answers_counts_as_failed() {
    story.borrowing(ANNA).tag("E1", BOOK).seconds(2).lent(BOOK, 7).seconds(91);
    assertThat(story.row(BOOK).state())
        .isInstanceOfSatisfying(
            BorrowRowState.PlaceAgain.class, again -> assertThat(again.code()).isEqualTo(Code.T13));
  }

  @Test
  void an_item_whose_tag_must_not_be_touched_is_unlocked_by_staff() {
    story.borrowing(ANNA).tag("E1", BOOK).seconds(2);
    story.tell(
        new FlowEvent.LendAnswered(
            story.sessionNumber(),
            new LoanOutcome.Lent(7, BOOK, TITLE, DueDate.of(DUE), SecurityBitRule.KEEP)));
    assertThat(story.did(Effect.ClearTag.class)).isEmpty();
    story.released(7);
    assertThat(story.row(BOOK).state())
        .isInstanceOfSatisfying(
            BorrowRowState.Borrowed.class,
            borrowed -> assertThat(borrowed.unlockByStaff()).isTrue());
  }

  @Test
  void the_tag_of_an_item_lent_by_barcode_is_cleared_when_it_is_seen() {
    story.borrowing(ANNA).scan(BOOK).lent(BOOK, 8).released(8).tag("E1", BOOK);
    assertThat(story.didOnce(Effect.ClearTag.class)).isEqualTo(new Effect.ClearTag(8, "E1"));
    story.cleared(8, "E1", TagResult.DONE);
    assertThat(story.row(BOOK).state()).isInstanceOf(BorrowRowState.Borrowed.class);
    assertThat(story.did(Effect.MarkReleased.class)).hasSize(1);
  }

  @Test
  void a_set_waits_for_its_missing_part_and_is_lent_whole() {
    story
        .borrowing(ANNA)
        .tag("E1", new TagReading.ItemTag(BOOK, 2, 1), SecurityBit.ARMED)
        .seconds(2);
    assertThat(story.row(BOOK).state())
        .isEqualTo(new BorrowRowState.SetIncomplete(new MissingParts(2, List.of(2))));
    assertThat(story.did(Effect.Lend.class)).isEmpty();

    story.tag("E2", new TagReading.ItemTag(BOOK, 2, 2), SecurityBit.ARMED).seconds(2).lent(BOOK, 7);
    assertThat(story.did(Effect.ClearTag.class)).hasSize(2);
    story.cleared(7, "E1", TagResult.DONE);
    assertThat(story.did(Effect.MarkReleased.class)).isEmpty();
    story.cleared(7, "E2", TagResult.DONE);
    assertThat(story.did(Effect.MarkReleased.class)).hasSize(1);
  }

  @Test
  void an_item_with_a_third_security_value_is_for_staff_and_nothing_is_written_to_it() {
    story.borrowing(ANNA);
    story.tag("E1", new TagReading.ItemTag(BOOK, 1, 1), SecurityBit.UNKNOWN).seconds(5);
    assertThat(story.row(BOOK).state())
        .isEqualTo(new BorrowRowState.NotRecognised(Code.T24, "1111"));
    story.scan(BOOK).seconds(5);
    assertThat(story.did(Effect.Lend.class)).isEmpty();
    assertThat(story.did(Effect.ClearTag.class)).isEmpty();
    assertThat(story.did(Effect.LogStaff.class))
        .containsExactly(
            new Effect.LogStaff(
                Effect.StaffNote.ITEM_FOR_STAFF, Optional.of(Code.T24), Optional.of(BOOK)));
    assertThat(story.state.station().matters())
        .singleElement()
        .satisfies(matter -> assertThat(matter.item()).contains(BOOK));
  }

  @Test
  void one_part_with_a_third_security_value_keeps_the_whole_set_for_staff() {
    story.borrowing(ANNA).tag("E1", new TagReading.ItemTag(BOOK, 2, 1), SecurityBit.ARMED);
    story.tag("E2", new TagReading.ItemTag(BOOK, 2, 2), SecurityBit.UNKNOWN).seconds(5);
    assertThat(story.onlyRow().state())
        .isEqualTo(new BorrowRowState.NotRecognised(Code.T24, "1111"));
    story.lift("E1").lift("E2");
    assertThat(story.state.session().orElseThrow().borrows()).isEmpty();

    story.tag("E2", new TagReading.ItemTag(BOOK, 2, 2), SecurityBit.UNKNOWN);
    story.tag("E1", new TagReading.ItemTag(BOOK, 2, 1), SecurityBit.ARMED).seconds(5);
    assertThat(story.onlyRow().state())
        .isEqualTo(new BorrowRowState.NotRecognised(Code.T24, "1111"));
    assertThat(story.did(Effect.Lend.class)).isEmpty();
  }

  @Test
  void parts_of_two_sets_laid_down_together_are_told_apart() {
    story.borrowing(ANNA);
    story.tag("E1", new TagReading.ItemTag(BOOK, 2, 1), SecurityBit.ARMED);
    story.tag("E2", new TagReading.ItemTag(OTHER, 3, 2), SecurityBit.ARMED);
    story.tag("E3", new TagReading.ItemTag(BOOK, 2, 2), SecurityBit.ARMED).seconds(3);
    assertThat(story.didOnce(Effect.Lend.class).item()).isEqualTo(BOOK);
    assertThat(story.row(OTHER).state())
        .isEqualTo(new BorrowRowState.SetIncomplete(new MissingParts(3, List.of(1, 3))));
    story.lent(BOOK, 7);
    assertThat(story.did(Effect.ClearTag.class))
        .containsExactlyInAnyOrder(new Effect.ClearTag(7, "E1"), new Effect.ClearTag(7, "E3"));
  }

  @Test
  void a_set_whose_tags_contradict_each_other_goes_to_staff() {
    story.borrowing(ANNA);
    story.tag("E1", new TagReading.ItemTag(BOOK, 2, 1), SecurityBit.ARMED);
    story.tag("E2", new TagReading.ItemTag(BOOK, 2, 1), SecurityBit.ARMED);
    story.tag("E3", new TagReading.ItemTag(BOOK, 2, 2), SecurityBit.ARMED);
    story.tag("E4", new TagReading.ItemTag(OTHER, 2, 1), SecurityBit.ARMED);
    story.tag("E5", new TagReading.ItemTag(OTHER, 3, 2), SecurityBit.ARMED).seconds(3);
    assertThat(story.row(BOOK).state())
        .isEqualTo(BorrowRowState.BorrowRefused.of(Code.T27, 0, true));
    assertThat(story.row(OTHER).state())
        .isEqualTo(BorrowRowState.BorrowRefused.of(Code.T27, 0, true));
    assertThat(story.did(Effect.Lend.class)).isEmpty();
    assertThat(story.state.station().matters()).hasSize(2);
  }

  @Test
  void what_is_no_item_of_ours_is_named_and_not_asked_about() {
    story.borrowing(ANNA);
    story.tag("E1", new TagReading.ForeignTag(), SecurityBit.ARMED);
    story.tag("E2", new TagReading.DamagedTag(), SecurityBit.ARMED);
    story.tag("E3", new TagReading.BlankTag(), SecurityBit.ARMED);
    story.tag("E4", new TagReading.ItemTag(BOOK, 1, 1), SecurityBit.UNKNOWN);
    story
        .tell(new FlowEvent.BarcodeRead(Place.PAD, new ScannedCode.UnknownCode("4711")))
        .seconds(5);
    assertThat(story.state.session().orElseThrow().borrows())
        .extracting(BorrowRow::state)
        .containsExactly(
            new BorrowRowState.NotRecognised(Code.T21, ""),
            new BorrowRowState.NotRecognised(Code.T22, ""),
            new BorrowRowState.NotRecognised(Code.T23, ""),
            new BorrowRowState.NotRecognised(Code.T24, "1111"),
            new BorrowRowState.NotRecognised(Code.B15, "4711"));
    assertThat(story.did(Effect.Lend.class)).isEmpty();

    story.lift("E1");
    assertThat(story.state.session().orElseThrow().borrows()).hasSize(4);
  }

  @Test
  void an_isbn_and_a_misread_number_have_their_own_codes() {
    story.borrowing(ANNA);
    story.tell(new FlowEvent.BarcodeRead(Place.PAD, new ScannedCode.Isbn("9789620000001")));
    story.tell(new FlowEvent.BarcodeRead(Place.PAD, new ScannedCode.BadCheck("1112")));
    assertThat(story.state.session().orElseThrow().borrows())
        .extracting(BorrowRow::state)
        .containsExactly(
            new BorrowRowState.NotRecognised(Code.B12, "0001"),
            new BorrowRowState.NotRecognised(Code.B14, "1112"));
  }

  @Test
  void unknown_rows_are_few() {
    story.borrowing(ANNA);
    for (int i = 0; i < 40; i++) {
      story.tell(new FlowEvent.BarcodeRead(Place.PAD, new ScannedCode.UnknownCode("x" + i)));
    }
    assertThat(story.state.session().orElseThrow().borrows()).hasSize(Pile.MOST_UNKNOWN_ROWS);
  }

  @Test
  void rows_of_one_visit_are_limited() {
    story.borrowing(ANNA);
    for (int i = 0; i < Pile.MOST_ROWS + 5; i++) {
      story.scan(new org.libstation.circulation.ItemId("3999900000" + (1000 + i)));
    }
    assertThat(story.state.session().orElseThrow().borrows()).hasSize(Pile.MOST_ROWS);
    assertThat(story.state.session().orElseThrow().notice()).contains(Code.B53);
  }

  @Test
  void a_tag_left_by_the_former_visit_is_named_and_not_lent_until_it_was_lifted() {
    story.borrowing(ANNA).tag("E1", BOOK).seconds(2).lent(BOOK, 7);
    story.cleared(7, "E1", TagResult.DONE).released(7).press(new Key.Confirm());
    story.press(new Key.ChooseReceipt(Key.ChooseReceipt.ReceiptForm.NONE)).press(new Key.Confirm());
    story.effects.clear();

    story.borrowing(BEN).seconds(5);
    assertThat(story.state.leftBehind()).hasSize(1);
    // Whoever lent it has just turned round: nobody is told of it at once.
    assertThat(story.state.screen()).isEqualTo(new Screen.Borrow(Hands.PLACE_ITEMS));
    story.seconds(11);
    assertThat(story.state.screen()).isEqualTo(new Screen.Borrow(Hands.LIFT_FORMER));
    assertThat(story.did(Effect.Lend.class)).isEmpty();
    story.scan(BOOK);
    assertThat(story.state.session().orElseThrow().notice()).contains(Code.T26);
    assertThat(story.did(Effect.Lend.class)).isEmpty();

    story.tag("E2", OTHER).seconds(2);
    assertThat(story.didOnce(Effect.Lend.class).item()).isEqualTo(OTHER);

    story.lift("E1").tag("E1", BOOK).seconds(2);
    assertThat(story.did(Effect.Lend.class)).hasSize(2);
  }

  @Test
  void a_tag_left_by_the_former_visit_is_not_taken_back_either() {
    story.borrowing(ANNA).tag("E1", BOOK).seconds(2).lent(BOOK, 7);
    story.cleared(7, "E1", TagResult.DONE).released(7).press(new Key.Confirm());
    story.press(new Key.ChooseReceipt(Key.ChooseReceipt.ReceiptForm.NONE)).press(new Key.Confirm());
    story.press(new Key.StartReturn()).seconds(3);
    assertThat(story.did(Effect.Receive.class)).isEmpty();
  }

  @Test
  void an_answer_for_a_person_who_is_gone_goes_to_staff() {
    story.borrowing(ANNA).scan(BOOK);
    long former = story.sessionNumber();
    story.seconds(200);
    assertThat(story.state.session()).isEmpty();
    story.tell(
        new FlowEvent.LendAnswered(
            former,
            new LoanOutcome.Lent(7, BOOK, TITLE, DueDate.of(DUE), SecurityBitRule.MAY_CLEAR)));
    assertThat(story.didOnce(Effect.NotReleasedEffect.class).entry()).isEqualTo(7);
    assertThat(story.did(Effect.ClearTag.class)).isEmpty();
  }

  @Test
  void a_loan_that_cannot_be_written_down_is_not_lent_and_closes_the_station() {
    story.borrowing(ANNA).scan(BOOK);
    Effect.Lend lend = story.didOnce(Effect.Lend.class);
    story.tell(new FlowEvent.NotWritten(lend, JournalHealth.FAILING, Optional.empty()));
    assertThat(story.state.screen()).isEqualTo(new Screen.OutOfService(Code.K21, false));
    assertThat(story.state.session()).isEmpty();
  }

  @Test
  void what_was_lent_and_left_lying_is_armed_again_and_told_to_staff_after_a_while() {
    story.borrowing(ANNA).tag("E1", BOOK).tag("E2", OTHER).seconds(2);
    story.lent(BOOK, 7).cleared(7, "E1", TagResult.DONE).released(7);
    story.lent(OTHER, 8).cleared(8, "E2", TagResult.DONE).released(8);
    story.seconds(92);
    assertThat(story.state.session()).isEmpty();
    story.seconds(50);
    assertThat(story.did(Effect.LeftLyingEffect.class)).isEmpty();
    story.lift("E1").seconds(15);
    assertThat(story.didOnce(Effect.LeftLyingEffect.class))
        .isEqualTo(new Effect.LeftLyingEffect(8, Code.T34));
    assertThat(story.didOnce(Effect.ArmTag.class)).isEqualTo(new Effect.ArmTag(Place.PAD, 8, "E2"));
    story.seconds(200);
    assertThat(story.did(Effect.LeftLyingEffect.class)).hasSize(1);
  }

  @Test
  void what_was_taken_is_written_down_when_the_visit_ends_and_what_lies_there_when_it_is_lifted() {
    story.borrowing(ANNA).tag("E1", BOOK).tag("E2", OTHER).seconds(2);
    story.lent(BOOK, 7).cleared(7, "E1", TagResult.DONE).released(7).lift("E1");
    story.lent(OTHER, 8).cleared(8, "E2", TagResult.DONE).released(8);
    assertThat(story.did(Effect.MarkTaken.class)).isEmpty();
    story.seconds(100);
    assertThat(story.state.session()).isEmpty();
    assertThat(story.didOnce(Effect.MarkTaken.class).entries()).containsExactly(7L);
    story.restarted().tell(new FlowEvent.UntakenRead(List.of(new UntakenLoan(8, OTHER))));
    story.tag("E2", OTHER).listed().seconds(30).lift("E2").seconds(200);
    assertThat(story.did(Effect.MarkTaken.class))
        .extracting(Effect.MarkTaken::entries)
        .containsExactly(List.of(7L), List.of(8L));
    assertThat(story.did(Effect.LeftLyingEffect.class)).isEmpty();
  }

  @Test
  void what_lies_there_through_a_power_cut_is_armed_again_and_told_as_without_it() {
    story.restarted().tag("E1", BOOK).tag("E2", BOOK);
    story.tell(
        new FlowEvent.UntakenRead(List.of(new UntakenLoan(7, BOOK), new UntakenLoan(8, OTHER))));
    assertThat(story.did(Effect.MarkTaken.class)).isEmpty();
    story.listed();
    assertThat(story.didOnce(Effect.MarkTaken.class).entries()).containsExactly(8L);
    story.seconds(59);
    assertThat(story.did(Effect.LeftLyingEffect.class)).isEmpty();
    story.seconds(2);
    assertThat(story.didOnce(Effect.LeftLyingEffect.class))
        .isEqualTo(new Effect.LeftLyingEffect(7, Code.T34));
    assertThat(story.did(Effect.ArmTag.class))
        .containsExactly(
            new Effect.ArmTag(Place.PAD, 7, "E1"), new Effect.ArmTag(Place.PAD, 7, "E2"));
    story.tell(new FlowEvent.TagArmed(7, "E1", TagResult.DONE));
    assertThat(story.did(Effect.MarkArmed.class)).isEmpty();
    story.tell(new FlowEvent.TagArmed(7, "E2", TagResult.DONE)).seconds(300);
    assertThat(story.didOnce(Effect.MarkArmed.class).entry()).isEqualTo(7);
    assertThat(story.did(Effect.NotSecuredEffect.class)).isEmpty();
    assertThat(story.state.untaken()).isEmpty();
  }

  @Test
  void it_is_found_too_when_the_journal_is_read_after_the_pad() {
    story.restarted().tag("E1", BOOK).listed();
    story.tell(
        new FlowEvent.UntakenRead(List.of(new UntakenLoan(7, BOOK), new UntakenLoan(8, OTHER))));
    assertThat(story.didOnce(Effect.MarkTaken.class).entries()).containsExactly(8L);
    story.seconds(61);
    assertThat(story.didOnce(Effect.ArmTag.class)).isEqualTo(new Effect.ArmTag(Place.PAD, 7, "E1"));
  }

  @Test
  void what_came_back_while_the_pad_was_away_is_not_taken_for_left_lying() {
    story.restarted().tell(new FlowEvent.UntakenRead(List.of(new UntakenLoan(7, BOOK))));
    story.press(new Key.StartReturn()).scan(BOOK).tag("E1", BOOK).listed().seconds(300);
    assertThat(story.did(Effect.LeftLyingEffect.class)).isEmpty();
    assertThat(story.did(Effect.MarkTaken.class)).isEmpty();
  }

  @Test
  void what_was_left_lying_and_cannot_be_armed_again_is_told_to_staff() {
    story.restarted().tag("E1", BOOK).tag("E2", OTHER).listed();
    story.tell(
        new FlowEvent.UntakenRead(List.of(new UntakenLoan(7, BOOK), new UntakenLoan(8, OTHER))));
    story.seconds(61).tell(new FlowEvent.TagArmed(7, "E1", TagResult.FAILED));
    assertThat(story.didOnce(Effect.NotSecuredEffect.class))
        .isEqualTo(new Effect.NotSecuredEffect(7, Code.T45));
    story.seconds(91);
    assertThat(story.did(Effect.NotSecuredEffect.class))
        .containsExactly(
            new Effect.NotSecuredEffect(7, Code.T45), new Effect.NotSecuredEffect(8, Code.T45));
  }

  @Test
  void a_part_that_was_cleared_for_a_loan_that_went_to_staff_is_armed_again_when_left() {
    story.borrowing(ANNA);
    story.tag("E1", new TagReading.ItemTag(BOOK, 2, 1), SecurityBit.ARMED);
    story.tag("E2", new TagReading.ItemTag(BOOK, 2, 2), SecurityBit.ARMED).seconds(2);
    story.lent(BOOK, 7).cleared(7, "E1", TagResult.DONE).cleared(7, "E2", TagResult.FAILED);
    story.seconds(300);
    assertThat(story.didOnce(Effect.NotReleasedEffect.class).entry()).isEqualTo(7);
    assertThat(story.did(Effect.ArmTag.class))
        .containsExactlyInAnyOrder(
            new Effect.ArmTag(Place.PAD, 7, "E1"), new Effect.ArmTag(Place.PAD, 7, "E2"));
  }

  @Test
  void while_the_pad_cannot_be_asked_nothing_counts_as_left_lying() {
    story.borrowing(ANNA).tag("E1", BOOK).seconds(2);
    story.lent(BOOK, 7).cleared(7, "E1", TagResult.DONE).released(7).press(new Key.Confirm());
    story.press(new Key.ChooseReceipt(Key.ChooseReceipt.ReceiptForm.NONE));
    story.pad(DeviceCondition.CONNECTING).seconds(200);
    assertThat(story.did(Effect.LeftLyingEffect.class)).isEmpty();
    story.pad(DeviceCondition.READY).lift("E1").listed().seconds(200);
    assertThat(story.did(Effect.LeftLyingEffect.class)).isEmpty();
  }

  @Test
  void what_lay_on_the_pad_when_the_program_started_is_not_lent_until_it_was_lifted() {
    story.restarted().tag("E1", BOOK).listed().borrowing(ANNA).seconds(5);
    assertThat(story.state.leftBehind()).hasSize(1);
    assertThat(story.state.screen()).isEqualTo(new Screen.Borrow(Hands.LIFT_FORMER));
    assertThat(story.did(Effect.Lend.class)).isEmpty();
    story.lift("E1").tag("E1", BOOK).seconds(2);
    assertThat(story.didOnce(Effect.Lend.class).item()).isEqualTo(BOOK);
  }

  @Test
  void what_lies_on_the_pad_when_its_reader_comes_back_is_nobodys_but_what_was_known_stays() {
    story.borrowing(ANNA).tag("E1", BOOK).seconds(2).lent(BOOK, 7);
    story.pad(DeviceCondition.CONNECTING).cleared(7, "E1", TagResult.NO_READER);
    story.pad(DeviceCondition.READY).tag("E1", BOOK).tag("E2", OTHER).listed().seconds(2);
    assertThat(story.did(Effect.Lend.class)).hasSize(1);
    assertThat(story.state.leftBehind()).extracting(PadTag::uid).containsExactly("E2");
    story.lift("E1").tag("E1", BOOK);
    assertThat(story.did(Effect.ClearTag.class)).hasSize(2);
  }

  @Test
  void nothing_is_named_as_left_behind_while_the_pad_cannot_say_what_lies_there() {
    story.restarted().tag("E1", BOOK).listed().pad(DeviceCondition.CONNECTING);
    assertThat(story.state.leftBehind()).isEmpty();
    story.borrowing(ANNA);
    assertThat(story.state.screen()).isEqualTo(new Screen.Borrow(Hands.PLACE_ITEMS));
    story.pad(DeviceCondition.READY).lift("E1").listed();
    assertThat(story.state.leftBehind()).isEmpty();
    assertThat(story.state.pad()).isEmpty();
  }

  @Test
  void a_card_that_lay_on_the_pad_when_the_program_started_opens_nothing_and_is_forgotten() {
    story.restarted().tag("E1", new TagReading.CardTag(ANNA), SecurityBit.UNKNOWN).listed();
    assertThat(story.state.session()).isEmpty();
    assertThat(story.state.leftBehind()).isEmpty();
    assertThat(story.state.cardLying()).isTrue();
    assertThat(Personal.in(story.state)).doesNotContain(ANNA.value());
  }

  @Test
  void the_item_of_a_loan_cut_short_is_claimed_by_its_card_when_the_reader_comes_later() {
    LoanOutcome.Lent cut =
        new LoanOutcome.Lent(7, BOOK, TITLE, DueDate.of(DUE), SecurityBitRule.MAY_CLEAR);
    story
        .restarted()
        .card(ANNA)
        .pin("1234")
        .identified(Answer.NotSent.because("no line"), List.of(cut));
    story.tag("E2", OTHER).tag("E1", BOOK).listed();
    assertThat(story.didOnce(Effect.ClearTag.class)).isEqualTo(new Effect.ClearTag(7, "E1"));
    story.cleared(7, "E1", TagResult.DONE).released(7).seconds(3);
    assertThat(story.did(Effect.Lend.class)).isEmpty();
    assertThat(story.state.leftBehind()).extracting(PadTag::uid).containsExactly("E2");
  }

  @Test
  void a_loan_cut_short_by_a_power_cut_is_finished_when_the_tag_still_lies_there() {
    LoanOutcome.Lent cut =
        new LoanOutcome.Lent(7, BOOK, TITLE, DueDate.of(DUE), SecurityBitRule.MAY_CLEAR);
    story.restarted().tag("E1", BOOK).listed().card(ANNA).pin("1234");
    story.identified(
        new Answer.Accepted<>(Story.look(ANNA, true, java.util.Set.of())), List.of(cut));
    assertThat(story.state.screen()).isEqualTo(new Screen.Resume());
    assertThat(story.didOnce(Effect.ClearTag.class)).isEqualTo(new Effect.ClearTag(7, "E1"));
    story.cleared(7, "E1", TagResult.DONE).released(7);
    assertThat(story.row(BOOK).state()).isInstanceOf(BorrowRowState.Borrowed.class);
    assertThat(story.state.screen()).isInstanceOf(Screen.Borrow.class);
    assertThat(story.did(Effect.Lend.class)).isEmpty();
  }

  @Test
  void a_loan_cut_short_whose_item_is_gone_goes_to_staff() {
    LoanOutcome.Lent cut =
        new LoanOutcome.Lent(7, BOOK, TITLE, DueDate.of(DUE), SecurityBitRule.MAY_CLEAR);
    story
        .card(ANNA)
        .pin("1234")
        .identified(Answer.NotSent.because("no line"), List.of(cut))
        .seconds(59);
    assertThat(story.state.screen()).isEqualTo(new Screen.Resume());
    story.press(new Key.Confirm());
    assertThat(story.didOnce(Effect.NotReleasedEffect.class))
        .isEqualTo(new Effect.NotReleasedEffect(7, Code.T32));
    assertThat(story.state.screen()).isInstanceOf(Screen.Borrow.class);
  }

  @Test
  void a_loan_cut_short_whose_person_is_gone_too_goes_to_staff() {
    LoanOutcome.Lent cut =
        new LoanOutcome.Lent(7, BOOK, TITLE, DueDate.of(DUE), SecurityBitRule.MAY_CLEAR);
    story
        .card(ANNA)
        .pin("1234")
        .identified(Answer.NotSent.because("no line"), List.of(cut))
        .seconds(91);
    assertThat(story.didOnce(Effect.NotReleasedEffect.class))
        .isEqualTo(new Effect.NotReleasedEffect(7, Code.T32));
    assertThat(story.state.session()).isEmpty();
  }
}
