package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.flow.Story.ANNA;
import static org.libstation.flow.Story.BOOK;
import static org.libstation.flow.Story.DUE;
import static org.libstation.flow.Story.TITLE;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.CirculationEvent.How;
import org.libstation.circulation.CirculationEvent.ItemReturned;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.Money;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.ReturnOutcome;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.circulation.UnarmedReturn;
import org.libstation.circulation.WasOnLoan;
import org.libstation.fines.DayVerdict;
import org.libstation.fines.FineExplained;
import org.libstation.fines.SampleFine;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowEvent.TagResult;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.MissingParts;
import org.libstation.flow.state.PadTag.SecurityBit;
import org.libstation.flow.state.Place;
import org.libstation.flow.state.ReceiptContent;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.ReturnRow.Arming;
import org.libstation.flow.state.ReturnRow.ReturnRowState;
import org.libstation.flow.state.ScannedCode;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.JournalHealth;
import org.libstation.flow.state.TagReading;

class ReturnTest {
  private static final FineExplained FINE =
      SampleFine.NONE.with(
          c ->
              c.sum(Money.of(150, "HKD"))
                  .daysCharged(1)
                  .days(
                      List.of(
                          new FineExplained.Day(DUE.toLocalDate(), new DayVerdict.NotYetDue()),
                          new FineExplained.Day(
                              DUE.toLocalDate().plusDays(1), new DayVerdict.Counted())))
                  .basis(
                      new FineExplained.Basis(
                          "calendar", "rules-of-the-test", false, false, false)));

  private final Story story = Story.usual();

  @Test
  void a_return_needs_no_card_is_written_first_then_armed_and_settled() {
    story.press(new Key.StartReturn()).seconds(3);
    EventTime then = story.state.now();
    story.tag("E1", BOOK);
    Effect.Receive receive = story.didOnce(Effect.Receive.class);
    assertThat(receive.handedOver()).isEqualTo(then);
    assertThat(receive.how()).isEqualTo(How.SEEN);
    assertThat(story.did(Effect.ArmTag.class)).isEmpty();

    story.tell(new FlowEvent.ReceivedWritten(receive.row(), 5));
    assertThat(story.didOnce(Effect.ArmTag.class)).isEqualTo(new Effect.ArmTag(Place.PAD, 5, "E1"));
    assertThat(story.didOnce(Effect.SettleReturn.class).entry()).isEqualTo(5);

    story.tell(new FlowEvent.TagArmed(5, "E1", TagResult.DONE));
    assertThat(story.didOnce(Effect.MarkArmed.class).entry()).isEqualTo(5);
    story.tell(new FlowEvent.ReturnSettled(settled(5), Optional.empty()));
    assertThat(story.onlyReturn().state()).isInstanceOf(ReturnRowState.Settled.class);
    assertThat(story.onlyReturn().title()).contains(TITLE);
    assertThat(story.onlyReturn().arming()).isEqualTo(Arming.ARMED);
    story.press(new Key.Confirm());
    assertThat(story.state.screen()).isInstanceOf(Screen.ReceiptChoice.class);
  }

  @Test
  void a_return_lies_on_the_pad_until_its_tag_is_lifted() {
    story.press(new Key.StartReturn()).seconds(3).tag("E1", BOOK);
    EventTime then = story.didOnce(Effect.Receive.class).handedOver();
    ItemReturned returned = new ItemReturned(BOOK, then, How.SEEN, true);
    assertThat(story.state.lies(returned)).isTrue();

    story.seconds(1).lift("E1");
    assertThat(story.state.lies(returned)).isFalse();
    story.tag("E1", BOOK);
    ItemReturned earlier = new ItemReturned(BOOK, story.state.now(), How.SEEN, true);
    assertThat(story.state.lies(earlier)).isFalse();
  }

  @Test
  void a_tag_that_cannot_be_armed_goes_to_staff_and_the_return_stands() {
    returned("E1", 5);
    story.tell(new FlowEvent.TagArmed(5, "E1", TagResult.FAILED));
    assertThat(story.didOnce(Effect.NotSecuredEffect.class))
        .isEqualTo(new Effect.NotSecuredEffect(5, Code.R22));
    assertThat(story.onlyReturn().counted()).isTrue();

    story.lift("E1").tag("E1", BOOK).tell(new FlowEvent.TagArmed(5, "E1", TagResult.DONE));
    assertThat(story.didOnce(Effect.MarkArmed.class).entry()).isEqualTo(5);
    assertThat(story.did(Effect.Receive.class)).hasSize(1);
  }

  @Test
  void a_dropped_item_that_could_not_be_written_is_written_once_the_journal_can() {
    EventTime then = story.state.now();
    drop("E1");
    Effect.Receive first = story.didOnce(Effect.Receive.class);
    story.tell(
        new FlowEvent.NotWritten(first, StationFacts.JournalHealth.DISK_FULL, Optional.empty()));
    story.tell(
        new FlowEvent.TagArrived(
            Place.DROP, "E1", new TagReading.ItemTag(BOOK, 1, 1), SecurityBit.CLEARED));
    story.seconds(600);
    assertThat(story.did(Effect.Receive.class)).hasSize(1);

    story.tell(new FlowEvent.JournalChanged(StationFacts.JournalHealth.GOOD, Optional.empty()));
    story.seconds(1);
    assertThat(story.did(Effect.Receive.class)).hasSize(2);
    Effect.Receive second = story.did(Effect.Receive.class).getLast();
    assertThat(second.handedOver()).isEqualTo(then);
    story.tell(new FlowEvent.ReceivedWritten(second.row(), 7));
    assertThat(story.didOnce(Effect.NotSecuredEffect.class))
        .isEqualTo(new Effect.NotSecuredEffect(7, Code.R22));
    assertThat(story.didOnce(Effect.SettleReturn.class).entry()).isEqualTo(7);
  }

  @Test
  void a_tag_with_a_third_security_value_is_not_touched() {
    story.press(new Key.StartReturn());
    story.tag("E1", new TagReading.ItemTag(BOOK, 1, 1), SecurityBit.UNKNOWN);
    story.tell(new FlowEvent.ReceivedWritten(story.didOnce(Effect.Receive.class).row(), 5));
    assertThat(story.did(Effect.ArmTag.class)).isEmpty();
    assertThat(story.didOnce(Effect.NotSecuredEffect.class).why()).isEqualTo(Code.T24);
  }

  @Test
  void an_arming_that_is_never_answered_counts_as_not_secured() {
    returned("E1", 5);
    story.seconds(91);
    assertThat(story.didOnce(Effect.NotSecuredEffect.class).entry()).isEqualTo(5);
  }

  @Test
  void every_part_of_a_set_is_armed_and_the_item_is_taken_back_once() {
    story.press(new Key.StartReturn());
    story.tag("E1", new TagReading.ItemTag(BOOK, 2, 1), SecurityBit.CLEARED);
    assertThat(story.onlyReturn().setMissing().numbers()).containsExactly(2);
    story.tell(new FlowEvent.ReceivedWritten(story.didOnce(Effect.Receive.class).row(), 5));
    story.tag("E2", new TagReading.ItemTag(BOOK, 2, 2), SecurityBit.CLEARED);
    assertThat(story.onlyReturn().setMissing().numbers()).isEmpty();
    assertThat(story.did(Effect.ArmTag.class)).hasSize(2);
    story.tell(new FlowEvent.TagArmed(5, "E1", TagResult.DONE));
    assertThat(story.did(Effect.MarkArmed.class)).isEmpty();
    story.tell(new FlowEvent.TagArmed(5, "E2", TagResult.DONE));
    assertThat(story.did(Effect.MarkArmed.class)).hasSize(1);
    assertThat(story.did(Effect.Receive.class)).hasSize(1);
  }

  @Test
  void a_part_that_did_not_come_back_is_named_to_staff_once_its_person_is_gone() {
    story.press(new Key.StartReturn());
    story.tag("E1", new TagReading.ItemTag(BOOK, 3, 1), SecurityBit.CLEARED);
    story.tell(new FlowEvent.ReceivedWritten(story.didOnce(Effect.Receive.class).row(), 5));
    story.tell(new FlowEvent.TagArmed(5, "E1", TagResult.DONE));
    story.tell(new FlowEvent.ReturnSettled(settled(5), Optional.empty()));
    assertThat(story.state.screen()).isEqualTo(new Screen.Return(Screen.Hands.ADD_MISSING_PART));
    assertThat(story.didOnce(Effect.Receive.class).missing())
        .as("known on disk from the first write on")
        .isEqualTo(new MissingParts(3, List.of(2, 3)));
    story.tag("E3", new TagReading.ItemTag(BOOK, 3, 3), SecurityBit.CLEARED).seconds(30);
    assertThat(story.didOnce(Effect.AwaitParts.class))
        .isEqualTo(new Effect.AwaitParts(5, new MissingParts(3, List.of(2))));
    story.tell(new FlowEvent.TagArmed(5, "E3", TagResult.DONE));
    assertThat(story.did(Effect.ReportIncompleteSet.class)).isEmpty();

    story.press(new Key.Confirm()).press(new Key.ChooseReceipt(Key.ChooseReceipt.ReceiptForm.NONE));
    story.seconds(300);
    MissingParts missing = new MissingParts(3, List.of(2));
    assertThat(story.didOnce(Effect.ReportIncompleteSet.class))
        .isEqualTo(new Effect.ReportIncompleteSet(5, missing));
    assertThat(missing.note()).contains(TaskNote.of(TaskNoteCode.PART_MISSING, 2, 3));
    assertThat(story.state.station().matters())
        .singleElement()
        .satisfies(matter -> assertThat(matter.missing()).contains(missing));
  }

  @Test
  void a_part_that_comes_while_its_return_is_being_written_is_written_after_it() {
    story.press(new Key.StartReturn());
    story.tag("E1", new TagReading.ItemTag(BOOK, 2, 1), SecurityBit.CLEARED);
    story.tag("E2", new TagReading.ItemTag(BOOK, 2, 2), SecurityBit.CLEARED);
    assertThat(story.did(Effect.AwaitParts.class)).isEmpty();
    story.tell(new FlowEvent.ReceivedWritten(story.didOnce(Effect.Receive.class).row(), 5));
    assertThat(story.didOnce(Effect.AwaitParts.class).missing().note()).isEmpty();
  }

  @Test
  void parts_of_a_set_that_fall_into_the_drop_one_by_one_are_waited_for() {
    part("E1", 1);
    story.tell(new FlowEvent.ReceivedWritten(story.didOnce(Effect.Receive.class).row(), 5));
    story.tell(new FlowEvent.TagArmed(5, "E1", TagResult.DONE)).seconds(30);
    part("E2", 2);
    story.tell(new FlowEvent.TagArmed(5, "E2", TagResult.DONE)).seconds(300);
    assertThat(story.did(Effect.ReportIncompleteSet.class)).isEmpty();
    assertThat(story.did(Effect.ArmTag.class)).hasSize(2);
  }

  @Test
  void a_part_that_did_not_fall_into_the_drop_is_named_to_staff() {
    part("E1", 1);
    story.tell(new FlowEvent.ReceivedWritten(story.didOnce(Effect.Receive.class).row(), 5));
    story.tell(new FlowEvent.TagArmed(5, "E1", TagResult.DONE));
    story.tell(new FlowEvent.ReturnSettled(settled(5), Optional.empty())).seconds(300);
    assertThat(story.didOnce(Effect.ReportIncompleteSet.class))
        .isEqualTo(new Effect.ReportIncompleteSet(5, new MissingParts(2, List.of(2))));
  }

  @Test
  void a_further_part_with_a_third_security_value_is_not_touched_either() {
    story.press(new Key.StartReturn());
    story.tag("E1", new TagReading.ItemTag(BOOK, 2, 1), SecurityBit.CLEARED);
    story.tell(new FlowEvent.ReceivedWritten(story.didOnce(Effect.Receive.class).row(), 5));
    story.tag("E2", new TagReading.ItemTag(BOOK, 2, 2), SecurityBit.UNKNOWN);
    story.tell(new FlowEvent.TagArmed(5, "E1", TagResult.DONE));
    assertThat(story.didOnce(Effect.ArmTag.class).uid()).isEqualTo("E1");
    assertThat(story.didOnce(Effect.NotSecuredEffect.class))
        .isEqualTo(new Effect.NotSecuredEffect(5, Code.T24));
    assertThat(story.did(Effect.MarkArmed.class)).isEmpty();
    assertThat(story.did(Effect.LogStaff.class))
        .contains(
            new Effect.LogStaff(
                Effect.StaffNote.ITEM_FOR_STAFF, Optional.of(Code.T24), Optional.of(BOOK)));
  }

  private void part(String uid, int ordinal) {
    story.tell(
        new FlowEvent.TagArrived(
            Place.DROP, uid, new TagReading.ItemTag(BOOK, 2, ordinal), SecurityBit.CLEARED));
    story.tell(new FlowEvent.DropObjectPassed());
  }

  @Test
  void an_overdue_return_the_central_system_has_not_heard_of_says_that_a_fine_may_run() {
    returned("E1", 5);
    DueDate past = DueDate.of(DUE.minusDays(60));
    story.tell(
        new FlowEvent.ReturnSettled(
            new ReturnOutcome.Recorded(
                5, BOOK, Optional.of(TITLE), Optional.of(past), ReturnOutcome.LentTo.NOT_KNOWN),
            Optional.of(FINE)));
    assertThat(story.onlyReturn().state())
        .isEqualTo(new ReturnRowState.ReturnRowRecorded(true, Optional.of(FINE)));
  }

  @Test
  void a_due_date_nobody_knows_leaves_no_sum_but_the_moment_until_which_a_fine_may_count() {
    returned("E1", 5);
    story.tell(
        new FlowEvent.ReturnSettled(
            new ReturnOutcome.Recorded(
                5, BOOK, Optional.of(TITLE), Optional.empty(), ReturnOutcome.LentTo.NOT_KNOWN),
            Optional.empty()));
    assertThat(story.onlyReturn().state())
        .isEqualTo(new ReturnRowState.ReturnRowRecorded(true, Optional.empty()));
  }

  @Test
  void a_return_that_was_not_overdue_leaves_no_word_of_a_fine() {
    returned("E1", 5);
    DueDate later = DueDate.of(DUE.plusDays(60));
    story.tell(
        new FlowEvent.ReturnSettled(
            new ReturnOutcome.Recorded(
                5, BOOK, Optional.of(TITLE), Optional.of(later), ReturnOutcome.LentTo.NOT_KNOWN),
            Optional.empty()));
    assertThat(story.onlyReturn().state())
        .isEqualTo(new ReturnRowState.ReturnRowRecorded(false, Optional.empty()));
  }

  @Test
  void a_fine_explains_itself_while_the_person_is_here_and_is_gone_after() {
    returned("E1", 5);
    EventTime moment = story.onlyReturn().handedOver();
    assertThat(story.didOnce(Effect.SettleReturn.class).handedOver()).contains(moment);
    story.tell(new FlowEvent.TagArmed(5, "E1", TagResult.DONE));
    story.tell(new FlowEvent.ReturnSettled(settled(5), Optional.of(FINE)));
    assertThat(story.onlyReturn().fine()).contains(FINE);

    story
        .press(new Key.Confirm())
        .press(new Key.ChooseReceipt(Key.ChooseReceipt.ReceiptForm.PLAIN));
    assertThat(story.didOnce(Effect.Print.class).receipt().lines())
        .singleElement()
        .isInstanceOfSatisfying(
            ReceiptContent.ContentLine.ReturnedLine.class,
            line -> assertThat(line.fine()).contains(FINE));

    story.tell(
        new FlowEvent.PrintJobEnded(story.didOnce(Effect.Print.class).job(), Optional.empty()));
    story.press(new Key.Confirm()).seconds(60);
    assertThat(story.state.session()).isEmpty();
    assertThat(Personal.in(story.state)).noneMatch(text -> text.contains("rules-of-the-test"));
  }

  @Test
  void what_fell_into_the_drop_shows_no_fine_to_whoever_stands_here() {
    story.borrowing(ANNA);
    drop("D1");
    story.tell(new FlowEvent.ReceivedWritten(story.didOnce(Effect.Receive.class).row(), 5));
    story.tell(new FlowEvent.ReturnSettled(settled(5), Optional.of(FINE)));
    assertThat(story.state.drops()).singleElement().matches(row -> row.fine().isEmpty());
  }

  @Test
  void what_the_library_does_not_know_goes_to_staff() {
    returned("E1", 5);
    story.tell(
        new FlowEvent.ReturnSettled(
            new ReturnOutcome.ReturnLeftToStaff(
                5, BOOK, Optional.empty(), Refusal.of(Refusal.RefusalReason.UNKNOWN_ITEM)),
            Optional.empty()));
    assertThat(story.onlyReturn().state()).isEqualTo(new ReturnRowState.WithStaff(Code.R11));
  }

  @Test
  void what_is_no_item_is_named_and_not_taken_back() {
    story.press(new Key.StartReturn());
    story.tell(new FlowEvent.BarcodeRead(Place.PAD, new ScannedCode.Isbn("9789620000001")));
    story.tell(new FlowEvent.BarcodeRead(Place.PAD, new ScannedCode.BadCheck("1112")));
    story.tell(new FlowEvent.BarcodeRead(Place.PAD, new ScannedCode.UnknownCode("4711")));
    story.tag("E1", new TagReading.DamagedTag(), SecurityBit.ARMED);
    assertThat(story.state.session().orElseThrow().returns())
        .extracting(ReturnRow::state)
        .containsExactly(
            new ReturnRowState.NotRecognised(Code.R12, "0001"),
            new ReturnRowState.NotRecognised(Code.R14, "1112"),
            new ReturnRowState.NotRecognised(Code.R11, "4711"),
            new ReturnRowState.NotRecognised(Code.T22, ""));
    story.card(ANNA);
    assertThat(story.state.session().orElseThrow().notice()).contains(Code.R13);
    assertThat(story.did(Effect.Receive.class)).isEmpty();
  }

  @Test
  void a_drop_takes_back_at_any_time_and_keeps_no_title() {
    story.borrowing(ANNA);
    drop("D1");
    Effect.Receive receive = story.didOnce(Effect.Receive.class);
    assertThat(receive.how()).isEqualTo(How.DROPPED);
    story.tell(new FlowEvent.ReceivedWritten(receive.row(), 5));
    assertThat(story.didOnce(Effect.ArmTag.class).place()).isEqualTo(Place.DROP);
    story.tell(new FlowEvent.ReturnSettled(settled(5), Optional.empty()));
    assertThat(story.state.drops())
        .singleElement()
        .satisfies(row -> assertThat(row.title()).isEmpty());
    assertThat(story.state.screen()).isInstanceOf(Screen.Borrow.class);
  }

  @Test
  void an_item_that_still_lies_in_the_field_of_the_drop_is_not_taken_back_twice() {
    drop("D1");
    story.tell(new FlowEvent.TagLeft(Place.DROP, "D1"));
    seenInDrop("D1");
    assertThat(story.did(Effect.Receive.class)).hasSize(1);
  }

  @Test
  void an_item_that_was_lent_again_can_be_dropped_again() {
    drop("D1");
    story.tell(new FlowEvent.ReceivedWritten(story.didOnce(Effect.Receive.class).row(), 5));
    story.tell(new FlowEvent.TagArmed(5, "D1", TagResult.DONE));
    story.tell(new FlowEvent.ReturnSettled(settled(5), Optional.empty()));
    story.borrowing(ANNA).scan(BOOK).lent(BOOK, 6).released(6);
    drop("D1");
    assertThat(story.did(Effect.Receive.class)).hasSize(2);
  }

  @Test
  void something_that_fell_in_and_was_not_read_goes_to_staff() {
    story.tell(new FlowEvent.DropObjectPassed());
    seenInDrop("D1");
    assertThat(story.did(Effect.Receive.class)).hasSize(1);
    story.tell(new FlowEvent.DropObjectPassed()).seconds(11);
    assertThat(story.did(Effect.LogStaff.class))
        .containsExactly(
            new Effect.LogStaff(
                Effect.StaffNote.DROPPED_UNKNOWN, Optional.of(Code.R15), Optional.empty()));
  }

  @Test
  void a_return_under_way_goes_on_when_its_person_is_gone() {
    story.press(new Key.StartReturn()).tag("E1", BOOK);
    long row = story.didOnce(Effect.Receive.class).row();
    story.seconds(300);
    assertThat(story.state.session()).isEmpty();
    story.tell(new FlowEvent.ReceivedWritten(row, 5));
    assertThat(story.didOnce(Effect.SettleReturn.class).entry()).isEqualTo(5);
    assertThat(story.did(Effect.ArmTag.class)).hasSize(1);
  }

  @Test
  void a_return_that_cannot_be_written_is_not_taken() {
    story.press(new Key.StartReturn()).tag("E1", BOOK);
    story.tell(
        new FlowEvent.NotWritten(
            story.didOnce(Effect.Receive.class), JournalHealth.DISK_FULL, Optional.empty()));
    assertThat(story.state.screen()).isEqualTo(new Screen.OutOfService(Code.K23, false));
    story.seconds(1);
    assertThat(story.didOnce(Effect.LockFlap.class).locked()).isTrue();
    assertThat(story.did(Effect.MarkArmed.class)).isEmpty();
  }

  @Test
  void a_return_cut_before_its_arming_is_armed_when_its_tag_lies_there_at_the_start() {
    cut(4, How.SEEN);
    story.tag("E2", Story.OTHER).tag("E1", BOOK).listed();
    assertThat(story.didOnce(Effect.ArmTag.class)).isEqualTo(new Effect.ArmTag(Place.PAD, 4, "E1"));
    story.tell(new FlowEvent.TagArmed(4, "E1", TagResult.DONE)).seconds(200);
    assertThat(story.didOnce(Effect.MarkArmed.class).entry()).isEqualTo(4);
    assertThat(story.did(Effect.NotSecuredEffect.class)).isEmpty();
    assertThat(story.did(Effect.Receive.class)).isEmpty();
    assertThat(story.state.drops()).isEmpty();
  }

  @Test
  void of_a_set_cut_before_its_arming_every_part_that_lies_there_is_armed() {
    cut(4, How.SEEN);
    story.tag("E1", new TagReading.ItemTag(BOOK, 2, 1), SecurityBit.CLEARED);
    story.tell(new FlowEvent.TagArmed(4, "E1", TagResult.DONE));
    story.tag("E2", new TagReading.ItemTag(BOOK, 2, 2), SecurityBit.CLEARED).listed();
    assertThat(story.did(Effect.ArmTag.class))
        .containsExactly(
            new Effect.ArmTag(Place.PAD, 4, "E1"), new Effect.ArmTag(Place.PAD, 4, "E2"));
  }

  @Test
  void it_is_armed_too_when_the_journal_is_read_after_the_tag() {
    story.restarted().tag("E1", BOOK).listed();
    unarmed(4, How.SEEN);
    assertThat(story.didOnce(Effect.ArmTag.class)).isEqualTo(new Effect.ArmTag(Place.PAD, 4, "E1"));
  }

  @Test
  void a_return_cut_before_its_arming_whose_tag_is_gone_is_told_to_staff() {
    cut(4, How.SEEN);
    story.listed().seconds(89);
    assertThat(story.did(Effect.NotSecuredEffect.class)).isEmpty();
    story.seconds(2);
    assertThat(story.didOnce(Effect.NotSecuredEffect.class))
        .isEqualTo(new Effect.NotSecuredEffect(4, Code.R22));
  }

  @Test
  void a_drop_cut_before_its_arming_is_armed_where_it_fell_and_not_taken_back_twice() {
    cut(4, How.DROPPED);
    story.listed();
    drop("E1");
    assertThat(story.didOnce(Effect.ArmTag.class))
        .isEqualTo(new Effect.ArmTag(Place.DROP, 4, "E1"));
    assertThat(story.did(Effect.Receive.class)).isEmpty();
  }

  @Test
  void a_return_cut_before_its_arming_is_not_armed_once_the_item_is_being_lent() {
    cut(4, How.SEEN);
    story.listed().borrowing(Story.ANNA).tag("E1", BOOK).seconds(2).lent(BOOK, 7);
    story.cleared(7, "E1", TagResult.DONE).released(7).pad(DeviceCondition.CONNECTING);
    story.pad(DeviceCondition.READY).lift("E1").tag("E1", BOOK).listed().seconds(100);
    assertThat(story.did(Effect.ArmTag.class)).isEmpty();
    assertThat(story.did(Effect.NotSecuredEffect.class)).isEmpty();
  }

  private void cut(long entry, How how) {
    story.restarted();
    unarmed(entry, how);
  }

  private void unarmed(long entry, How how) {
    UnarmedReturn back = new UnarmedReturn(entry, BOOK, story.state.now(), how);
    story.tell(new FlowEvent.UnarmedRead(List.of(back)));
  }

  /// It is read, and passes the eye.
  private void drop(String uid) {
    seenInDrop(uid);
    story.tell(new FlowEvent.DropObjectPassed());
  }

  private void seenInDrop(String uid) {
    story.tell(
        new FlowEvent.TagArrived(
            Place.DROP, uid, new TagReading.ItemTag(BOOK, 1, 1), SecurityBit.CLEARED));
  }

  private void returned(String uid, long entry) {
    story.press(new Key.StartReturn()).tag(uid, BOOK);
    story.tell(new FlowEvent.ReceivedWritten(story.didOnce(Effect.Receive.class).row(), entry));
  }

  private static ReturnOutcome settled(long entry) {
    return new ReturnOutcome.ReturnBooked(
        entry,
        BOOK,
        TITLE,
        new ReturnOutcome.Sorting(false, false),
        new ReturnOutcome.EndedLoan(
            WasOnLoan.YES, Optional.empty(), Optional.empty(), ReturnOutcome.LentTo.NOT_KNOWN));
  }

  @Test
  void the_rows_of_a_visit_hold_what_was_seen_in_order() {
    story.press(new Key.StartReturn()).scan(BOOK).scan(Story.OTHER).scan(BOOK);
    assertThat(story.state.session().orElseThrow().returns())
        .extracting(row -> row.item().orElseThrow())
        .isEqualTo(List.of(BOOK, Story.OTHER));
  }
}
