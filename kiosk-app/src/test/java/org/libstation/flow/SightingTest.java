package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.flow.Story.ANNA;
import static org.libstation.flow.Story.BEN;
import static org.libstation.flow.Story.BOOK;
import static org.libstation.flow.Story.OTHER;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.circulation.CirculationEvent.How;
import org.libstation.circulation.ItemStanding;
import org.libstation.circulation.UnarmedReturn;
import org.libstation.flow.state.BorrowRow.BorrowRowState;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowEvent.TagResult;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Key.ChooseReceipt.ReceiptForm;
import org.libstation.flow.state.PadTag;
import org.libstation.flow.state.PadTag.SecurityBit;
import org.libstation.flow.state.PadTag.Use;
import org.libstation.flow.state.Place;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.Hands;
import org.libstation.flow.state.StaffLevel;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.state.TagCheck;
import org.libstation.flow.state.TagReading;
import org.libstation.lab.measure.UsualFlow;

/// What a reader that does not answer saw before is no sighting: nothing is lent, returned, renewed
/// or proved by it.
class SightingTest {
  private final Story story = Story.usual();

  // ---- returning

  @ParameterizedTest
  @EnumSource(names = "READY", mode = EnumSource.Mode.EXCLUDE)
  void a_book_that_the_pad_saw_before_it_failed_is_not_returned(DeviceCondition failed) {
    story.tag("E1", BOOK).pad(failed).press(new Key.StartReturn()).seconds(30);
    assertThat(story.did(Effect.Receive.class)).isEmpty();
    assertThat(story.state.session().orElseThrow().returns()).isEmpty();
    assertThat(story.state.session().orElseThrow().notice()).contains(Code.T41);

    story.pad(DeviceCondition.READY).lift("E1").listed().seconds(5);
    assertThat(story.did(Effect.Receive.class)).isEmpty();
    story.press(new Key.Confirm());
    assertThat(story.did(Effect.Print.class)).isEmpty();
    assertThat(story.state.session()).isEmpty();
  }

  @Test
  void a_pad_that_answers_again_and_has_not_said_what_lies_there_has_seen_nothing_yet() {
    story.tag("E1", BOOK).pad(DeviceCondition.CONNECTING).pad(DeviceCondition.READY);
    story.press(new Key.StartReturn());
    assertThat(story.did(Effect.Receive.class)).isEmpty();
    story.lift("E1").listed().seconds(5);
    assertThat(story.did(Effect.Receive.class)).isEmpty();
  }

  @Test
  void a_book_that_lies_there_still_is_returned_when_it_is_seen_anew_and_counts_from_then() {
    story.tag("E1", BOOK).pad(DeviceCondition.CONNECTING).press(new Key.StartReturn()).seconds(8);
    story.pad(DeviceCondition.READY).listed();
    Effect.Receive receive = story.didOnce(Effect.Receive.class);
    assertThat(receive.item()).isEqualTo(BOOK);
    assertThat(receive.handedOver()).isEqualTo(story.state.now());
    assertThat(story.state.session().orElseThrow().notice()).isEmpty();
  }

  @Test
  void a_tag_that_is_named_again_before_the_list_is_complete_is_seen_anew() {
    story.tag("E1", BOOK).pad(DeviceCondition.CONNECTING).press(new Key.StartReturn());
    story.pad(DeviceCondition.READY).tag("E1", BOOK).listed();
    assertThat(story.did(Effect.Receive.class)).hasSize(1);
    assertThat(story.state.pad()).hasSize(1);
  }

  @Test
  void a_barcode_read_while_the_pad_is_away_is_returned() {
    story.tag("E1", BOOK).pad(DeviceCondition.CONNECTING).press(new Key.StartReturn()).scan(BOOK);
    assertThat(story.didOnce(Effect.Receive.class).tagged()).isFalse();
    story.pad(DeviceCondition.READY).listed();
    assertThat(story.did(Effect.Receive.class)).hasSize(1);
  }

  @Test
  void a_book_that_could_not_be_armed_is_armed_when_it_is_seen_again() {
    story.press(new Key.StartReturn()).tag("E1", BOOK).pad(DeviceCondition.CONNECTING);
    story.tell(new FlowEvent.ReceivedWritten(story.didOnce(Effect.Receive.class).row(), 5));
    story.tell(new FlowEvent.TagArmed(5, "E1", TagResult.NO_READER));
    assertThat(story.did(Effect.NotSecuredEffect.class)).hasSize(1);
    story.pad(DeviceCondition.READY).listed();
    assertThat(story.did(Effect.ArmTag.class)).hasSize(2);
    story.tell(new FlowEvent.TagArmed(5, "E1", TagResult.DONE));
    assertThat(story.didOnce(Effect.MarkArmed.class).entry()).isEqualTo(5);
    assertThat(story.did(Effect.Receive.class)).hasSize(1);
  }

  @Test
  void a_return_cut_before_its_arming_is_armed_only_by_a_reader_that_sees_it() {
    story.restarted().tag("E1", BOOK).listed().pad(DeviceCondition.CONNECTING);
    story.tell(
        new FlowEvent.UnarmedRead(
            List.of(new UnarmedReturn(4, BOOK, story.state.now(), How.SEEN))));
    assertThat(story.did(Effect.ArmTag.class)).isEmpty();
    story.pad(DeviceCondition.READY).listed();
    assertThat(story.didOnce(Effect.ArmTag.class)).isEqualTo(new Effect.ArmTag(Place.PAD, 4, "E1"));
  }

  // ---- a pad that is silent, before anybody knows it

  @Test
  void a_book_lifted_while_the_pad_is_silent_is_not_returned_though_nobody_knows_it_yet() {
    story.tag("E1", BOOK).silent().press(new Key.StartReturn()).seconds(1);
    assertThat(story.didOnce(Effect.LookAnew.class)).isNotNull();
    assertThat(story.did(Effect.Receive.class)).isEmpty();
    assertThat(story.state.session().orElseThrow().notice()).isEmpty();

    story.pad(DeviceCondition.CONNECTING);
    assertThat(story.state.session().orElseThrow().notice()).contains(Code.T41);
    story.pad(DeviceCondition.READY).lift("E1").listed().seconds(5);
    assertThat(story.did(Effect.Receive.class)).isEmpty();
    assertThat(story.state.session().orElseThrow().notice()).isEmpty();
  }

  @Test
  void a_book_that_lies_there_is_returned_as_soon_as_the_pad_has_looked_after_the_press() {
    story.tag("E1", BOOK).silent().press(new Key.StartReturn());
    assertThat(story.did(Effect.Receive.class)).isEmpty();
    story.listed();
    assertThat(story.didOnce(Effect.Receive.class).item()).isEqualTo(BOOK);
  }

  @Test
  void a_book_laid_down_after_the_press_is_returned_at_once_and_takes_none_with_it() {
    story.tag("E1", BOOK).silent().press(new Key.StartReturn()).tag("E2", OTHER);
    assertThat(story.didOnce(Effect.Receive.class).item()).isEqualTo(OTHER);
    story.lift("E1").listed();
    assertThat(story.did(Effect.Receive.class)).hasSize(1);
  }

  @Test
  void a_barcode_read_after_the_press_does_not_wait_for_the_pad() {
    story.tag("E1", BOOK).silent().press(new Key.StartReturn()).scan(BOOK);
    assertThat(story.didOnce(Effect.Receive.class).tagged()).isFalse();
    story.listed();
    assertThat(story.did(Effect.Receive.class)).hasSize(1);
  }

  @Test
  void a_press_with_nothing_on_the_pad_asks_for_no_look() {
    story.press(new Key.StartReturn());
    assertThat(story.did(Effect.LookAnew.class)).isEmpty();
  }

  @Test
  void each_press_asks_for_a_look_of_its_own() {
    story.tag("E1", BOOK).silent().press(new Key.StartReturn()).press(new Key.StartReturn());
    assertThat(story.did(Effect.LookAnew.class)).hasSize(2);
  }

  @Test
  void a_book_recognised_before_the_pad_fell_silent_is_not_lent() {
    story.borrowing(ANNA).tag("E1", BOOK).silent().seconds(2);
    assertThat(story.did(Effect.LookAnew.class)).hasSize(1);
    assertThat(story.did(Effect.Lend.class)).isEmpty();
    story
        .pad(DeviceCondition.CONNECTING)
        .pad(DeviceCondition.READY)
        .lift("E1")
        .listed()
        .seconds(10);
    assertThat(story.did(Effect.Lend.class)).isEmpty();
    assertThat(story.state.session().orElseThrow().borrows()).isEmpty();
  }

  @Test
  void a_book_recognised_is_lent_once_the_pad_has_looked_again() {
    story.borrowing(ANNA).tag("E1", BOOK).silent().seconds(2);
    story.listed();
    assertThat(story.didOnce(Effect.Lend.class).item()).isEqualTo(BOOK);
  }

  @Test
  void a_book_laid_down_before_the_card_is_lent_only_after_a_look() {
    story.tag("E1", BOOK).borrowing(ANNA).silent().seconds(2);
    assertThat(story.did(Effect.Lend.class)).isEmpty();
    story.listed();
    assertThat(story.did(Effect.Lend.class)).hasSize(1);
  }

  @Test
  void a_pad_that_is_there_and_never_looks_keeps_nobody_waiting() {
    story.borrowing(ANNA).tag("E1", BOOK).silent().seconds(8);
    assertThat(story.onlyRow().state())
        .isEqualTo(new BorrowRowState.NotRecognised(Code.T13, "1111"));
    assertThat(story.state.working()).isFalse();
    story.lift("E1").tag("E1", BOOK).seconds(2).listed();
    assertThat(story.did(Effect.Lend.class)).hasSize(1);
  }

  // ---- borrowing

  @Test
  void a_book_that_the_pad_saw_before_it_failed_is_not_lent() {
    story.tag("E1", BOOK).pad(DeviceCondition.CONNECTING).borrowing(ANNA).seconds(30);
    assertThat(story.state.session().orElseThrow().borrows()).isEmpty();
    assertThat(story.state.session().orElseThrow().notice()).contains(Code.T41);
    story.pad(DeviceCondition.READY).lift("E1").listed().seconds(10);
    assertThat(story.did(Effect.Lend.class)).isEmpty();
  }

  @Test
  void a_book_out_of_sight_for_a_moment_is_lent_without_being_lifted() {
    story.borrowing(ANNA).tag("E1", BOOK).pad(DeviceCondition.CONNECTING).seconds(30);
    assertThat(story.did(Effect.Lend.class)).isEmpty();
    assertThat(story.onlyRow().state())
        .isEqualTo(new BorrowRowState.NotRecognised(Code.T13, "1111"));
    story.pad(DeviceCondition.READY).listed().seconds(3);
    assertThat(story.didOnce(Effect.Lend.class).item()).isEqualTo(BOOK);
    assertThat(story.onlyRow().state()).isInstanceOf(BorrowRowState.Asking.class);
  }

  @Test
  void a_set_of_which_a_part_was_taken_meanwhile_is_not_whole() {
    story.borrowing(ANNA).tag("E1", new TagReading.ItemTag(BOOK, 2, 1), SecurityBit.ARMED);
    story.tag("E2", new TagReading.ItemTag(BOOK, 2, 2), SecurityBit.ARMED);
    story
        .pad(DeviceCondition.CONNECTING)
        .seconds(1)
        .pad(DeviceCondition.READY)
        .lift("E2")
        .listed()
        .seconds(5);
    assertThat(story.did(Effect.Lend.class)).isEmpty();
    assertThat(story.onlyRow().state()).isInstanceOf(BorrowRowState.SetIncomplete.class);
  }

  @Test
  void a_barcode_read_while_the_pad_is_away_is_lent_and_its_tag_is_cleared_when_it_is_seen() {
    story.borrowing(ANNA).tag("E1", BOOK).pad(DeviceCondition.CONNECTING).seconds(30).scan(BOOK);
    assertThat(story.didOnce(Effect.Lend.class).tagged()).isFalse();
    story.lent(BOOK, 7).released(7);
    assertThat(story.onlyRow().state()).isInstanceOf(BorrowRowState.Borrowed.class);
    assertThat(story.did(Effect.ClearTag.class)).isEmpty();
    story.pad(DeviceCondition.READY).listed();
    assertThat(story.didOnce(Effect.ClearTag.class)).isEqualTo(new Effect.ClearTag(7, "E1"));
    assertThat(story.did(Effect.Lend.class)).hasSize(1);
  }

  @Test
  void a_loan_answered_while_the_pad_is_away_waits_and_is_cleared_when_its_tag_is_seen() {
    story.borrowing(ANNA).tag("E1", BOOK).seconds(2).pad(DeviceCondition.CONNECTING).lent(BOOK, 7);
    assertThat(story.did(Effect.ClearTag.class)).isEmpty();
    assertThat(story.onlyRow().state())
        .isInstanceOfSatisfying(
            BorrowRowState.PlaceAgain.class, again -> assertThat(again.code()).isEqualTo(Code.T13));
    story.pad(DeviceCondition.READY).listed();
    assertThat(story.didOnce(Effect.ClearTag.class)).isEqualTo(new Effect.ClearTag(7, "E1"));
    story.cleared(7, "E1", TagResult.DONE).released(7);
    assertThat(story.onlyRow().state()).isInstanceOf(BorrowRowState.Borrowed.class);
  }

  @Test
  void a_tag_that_was_cleared_before_the_pad_failed_is_cleared() {
    story.borrowing(ANNA).tag("E1", BOOK).seconds(2).lent(BOOK, 7).pad(DeviceCondition.CONNECTING);
    story.cleared(7, "E1", TagResult.DONE);
    assertThat(story.didOnce(Effect.MarkReleased.class).entry()).isEqualTo(7);
  }

  @Test
  void what_was_lent_and_left_is_looked_for_though_the_pad_is_away_when_its_person_goes() {
    story.borrowing(ANNA).tag("E1", BOOK).seconds(2).lent(BOOK, 7);
    story.cleared(7, "E1", TagResult.DONE).released(7).pad(DeviceCondition.CONNECTING);
    story.press(new Key.Confirm()).press(new Key.ChooseReceipt(ReceiptForm.NONE)).seconds(200);
    assertThat(story.did(Effect.LeftLyingEffect.class)).isEmpty();
    story.pad(DeviceCondition.READY).listed().seconds(60);
    assertThat(story.didOnce(Effect.LeftLyingEffect.class))
        .isEqualTo(new Effect.LeftLyingEffect(7, Code.T34));
    assertThat(story.didOnce(Effect.ArmTag.class)).isEqualTo(new Effect.ArmTag(Place.PAD, 7, "E1"));
  }

  @Test
  void what_the_station_cannot_see_any_more_is_missing_from_the_pile_that_was_said() {
    Story counting = new Story(FlowTests.asking()).borrowing(ANNA);
    counting.press(new Key.HowMany(1)).tag("E1", BOOK).pad(DeviceCondition.CONNECTING).seconds(30);
    assertThat(counting.state.screen()).isEqualTo(new Screen.Borrow(Hands.PLACE_MISSING));
    counting.press(new Key.Confirm());
    assertThat(counting.state.screen()).isInstanceOf(Screen.Borrow.class);
  }

  // ---- whose it is

  @Test
  void what_a_visit_left_while_the_pad_was_away_is_not_the_next_ones() {
    story.borrowing(ANNA).tag("E1", BOOK).pad(DeviceCondition.CONNECTING).press(new Key.Leave());
    story.press(new Key.ChooseReceipt(ReceiptForm.NONE)).seconds(60);
    assertThat(story.state.session()).isEmpty();
    story.borrowing(BEN).pad(DeviceCondition.READY).listed().seconds(10);
    assertThat(story.did(Effect.Lend.class)).isEmpty();
    assertThat(story.state.leftBehind()).extracting(PadTag::uid).containsExactly("E1");
    assertThat(story.state.screen()).isEqualTo(new Screen.Borrow(Hands.LIFT_FORMER));
  }

  @Test
  void a_card_that_lay_there_is_forgotten_with_its_visit_though_the_pad_is_away() {
    story.tag("C1", new TagReading.CardTag(ANNA), SecurityBit.UNKNOWN).pin("1234").known(ANNA);
    story.pad(DeviceCondition.CONNECTING).press(new Key.Leave()).seconds(100);
    assertThat(story.state.session()).isEmpty();
    assertThat(Personal.in(story.state)).doesNotContain(ANNA.value());
    assertThat(story.state.cardLying()).isFalse();
    story.pad(DeviceCondition.READY).listed();
    assertThat(story.state.cardLying()).isTrue();
    assertThat(story.state.session()).isEmpty();
  }

  @Test
  void a_visit_that_began_while_the_pad_was_away_gets_nothing_that_was_laid_meanwhile() {
    story.pad(DeviceCondition.CONNECTING).borrowing(BEN);
    story.pad(DeviceCondition.READY).tag("E1", BOOK).listed().seconds(10);
    assertThat(story.did(Effect.Lend.class)).isEmpty();
    assertThat(story.state.pad()).extracting(PadTag::use).containsExactly(Use.FORMER);
  }

  // ---- the tray before a technician

  @Test
  void the_tray_shows_no_check_of_what_it_cannot_see_and_checks_anew_what_it_sees_again() {
    story.tag("E1", BOOK).tag("E2", OTHER).press(new Key.Technician());
    story.press(new Key.Digit(1)).press(new Key.Confirm());
    story.tell(new FlowEvent.TechnicianPinChecked(Optional.of("Chan"), StaffLevel.TECHNICIAN));
    story.press(new Key.CheckTray());
    story.tell(new FlowEvent.SecurityRead("E1", Optional.of(SecurityBit.CLEARED)));
    stands();
    assertThat(checks()).hasSize(2);

    story.pad(DeviceCondition.CONNECTING);
    assertThat(checks()).isEmpty();
    story.press(new Key.Repair("E1")).press(new Key.CheckTray());
    stands();
    assertThat(checks()).isEmpty();
    assertThat(story.did(Effect.RepairTag.class)).isEmpty();

    story.effects.clear();
    story.pad(DeviceCondition.READY).lift("E1").listed();
    assertThat(checks()).extracting(TagCheck::uid).containsExactly("E2");
    assertThat(story.didOnce(Effect.ReadSecurityEffect.class).uid()).isEqualTo("E2");
  }

  private void stands() {
    story.tell(
        new FlowEvent.StandingTold(
            BOOK,
            new ItemStanding(
                ItemStanding.Where.IN_STOCK, ItemStanding.Source.CENTRAL, Story.TITLE)));
  }

  private List<TagCheck> checks() {
    return ((Screen.Tray) story.state.screen()).checks();
  }

  // ---- renewing, reserving

  @Test
  void nothing_is_renewed_or_reserved_by_what_the_pad_saw_before_it_failed() {
    story.press(new Key.StartAccount()).card(ANNA).pin("1234").known(ANNA);
    story.tag("E1", BOOK).pad(DeviceCondition.CONNECTING).seconds(5);
    story.effects.clear();
    story.press(new Key.ShowHolds()).pad(DeviceCondition.READY).listed().seconds(5);
    assertThat(story.did(Effect.RenewEffect.class)).isEmpty();
    assertThat(story.did(Effect.PlaceHold.class)).isEmpty();
  }

  // ---- the drop

  @Test
  void what_the_reader_of_the_drop_saw_before_it_failed_does_not_pass_for_what_falls() {
    dropReader(DeviceCondition.READY);
    inDrop("D1").tell(new FlowEvent.DropObjectPassed());
    assertThat(story.did(Effect.Receive.class)).hasSize(1);
    story.effects.clear();

    inSlot("D2", OTHER);
    dropReader(DeviceCondition.CONNECTING);
    story.tell(new FlowEvent.DropObjectPassed()).seconds(5);
    assertThat(story.did(Effect.Receive.class)).isEmpty();
    assertThat(story.did(Effect.WriteObject.class)).hasSize(1);
  }

  @Test
  void what_the_reader_of_the_drop_sees_again_is_taken_when_it_falls() {
    dropReader(DeviceCondition.READY);
    story.tell(new FlowEvent.DropChanged(false, true, false));
    inSlot("D1", BOOK);
    dropReader(DeviceCondition.CONNECTING);
    dropReader(DeviceCondition.READY);
    story.tell(new FlowEvent.PlaceListed(Place.DROP)).tell(new FlowEvent.DropObjectPassed());
    assertThat(story.didOnce(Effect.Receive.class).item()).isEqualTo(BOOK);
  }

  @Test
  void what_was_taken_out_while_the_reader_of_the_drop_was_away_is_not_taken_in() {
    dropReader(DeviceCondition.READY);
    story.tell(new FlowEvent.DropChanged(false, true, false));
    inSlot("D1", BOOK);
    dropReader(DeviceCondition.CONNECTING);
    story.tell(new FlowEvent.DropChanged(true, true, false)).seconds(5);
    dropReader(DeviceCondition.READY);
    story.tell(new FlowEvent.TagLeft(Place.DROP, "D1")).tell(new FlowEvent.PlaceListed(Place.DROP));
    story.tell(new FlowEvent.DropObjectPassed()).seconds(10);
    assertThat(story.did(Effect.Receive.class)).isEmpty();
  }

  @Test
  void an_eye_that_fails_while_it_is_dark_keeps_nothing_from_being_written() {
    story.tell(new FlowEvent.DropChanged(false, true, false));
    story.tell(new FlowEvent.EyeSaw(true)).tell(new FlowEvent.DropObjectPassed());
    device(DeviceRole.DROP, DeviceCondition.CONNECTING);
    story.seconds(5);
    assertThat(story.did(Effect.WriteObject.class)).hasSize(1);
  }

  private void dropReader(DeviceCondition condition) {
    device(DeviceRole.DROP_READER, condition);
  }

  private void device(DeviceRole role, DeviceCondition condition) {
    story.tell(new FlowEvent.DeviceChanged(DeviceLine.plain(role, role.name(), condition, "", "")));
  }

  private Story inDrop(String uid) {
    return inSlot(uid, BOOK);
  }

  private Story inSlot(String uid, org.libstation.circulation.ItemId item) {
    return story.tell(
        new FlowEvent.TagArrived(
            Place.DROP, uid, new TagReading.ItemTag(item, 1, 1), SecurityBit.CLEARED));
  }

  // ---- a reader for cards

  @Test
  void a_card_taken_while_its_reader_was_away_ends_the_visit_once_the_reader_says_so() {
    Story stays = new Story(FlowTests.cardStays(UsualFlow.settings(), true));
    cards(stays, DeviceCondition.READY);
    stays.tell(new FlowEvent.CardLies(true)).tell(new FlowEvent.CardRead(ANNA));
    stays.pin("1234").known(ANNA).scan(BOOK).lent(BOOK, 7).released(7);
    cards(stays, DeviceCondition.CONNECTING);
    stays.seconds(5);
    assertThat(stays.state.screen()).isInstanceOf(Screen.Borrow.class);
    assertThat(stays.state.cardLying()).isFalse();
    cards(stays, DeviceCondition.READY);
    stays.tell(new FlowEvent.CardLies(false)).seconds(3);
    assertThat(stays.state.screen()).isInstanceOf(Screen.ReceiptChoice.class);
  }

  @Test
  void a_card_that_its_reader_sees_again_keeps_the_visit() {
    Story stays = new Story(FlowTests.cardStays(UsualFlow.settings(), true));
    cards(stays, DeviceCondition.READY);
    stays.tell(new FlowEvent.CardLies(true)).tell(new FlowEvent.CardRead(ANNA));
    stays.pin("1234").known(ANNA).scan(BOOK).lent(BOOK, 7).released(7);
    cards(stays, DeviceCondition.CONNECTING);
    cards(stays, DeviceCondition.READY);
    stays.tell(new FlowEvent.CardLies(true)).seconds(5);
    assertThat(stays.state.screen()).isInstanceOf(Screen.Borrow.class);
    assertThat(stays.state.cardLying()).isTrue();
  }

  private static void cards(Story story, DeviceCondition condition) {
    story.tell(
        new FlowEvent.DeviceChanged(
            DeviceLine.plain(DeviceRole.CARD_READER, "cards", condition, "", "")));
  }

  @Test
  void what_is_known_of_a_tag_does_not_change_while_it_is_out_of_sight() {
    story.borrowing(ANNA).tag("E1", BOOK).pad(DeviceCondition.CONNECTING);
    assertThat(story.state.pad()).isEmpty();
    assertThat(story.onlyRow().parts()).isEqualTo(Map.of("E1", 1));
  }
}
