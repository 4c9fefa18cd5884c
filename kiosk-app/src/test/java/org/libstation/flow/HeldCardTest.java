package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.flow.Story.ANNA;
import static org.libstation.flow.Story.BEN;
import static org.libstation.flow.Story.BOOK;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowEvent.TagResult;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Overlay;
import org.libstation.flow.state.PadTag.SecurityBit;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.Identify;
import org.libstation.flow.state.Screen.Identify.IdentifyStep;
import org.libstation.flow.state.ShownCodes;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.state.TagReading;
import org.libstation.lab.measure.UsualFlow;

/// A card that stays at its place through the visit: who takes it is done.
class HeldCardTest {
  private static final String CARD = "CARD";

  private final Story story = new Story(FlowTests.cardStays(UsualFlow.settings(), true));

  private void lay() {
    story.tag(CARD, new TagReading.CardTag(ANNA), SecurityBit.UNKNOWN);
  }

  private void borrowing() {
    lay();
    story.pin("1234").known(ANNA);
    assertThat(story.state.screen()).isInstanceOf(Screen.Borrow.class);
  }

  private void lentOne() {
    borrowing();
    story.tag("A", BOOK).seconds(2).lent(BOOK, 7).cleared(7, "A", TagResult.DONE).released(7);
  }

  private void inReader() {
    reader(DeviceCondition.READY);
    story.tell(new FlowEvent.CardLies(false));
    story.tell(new FlowEvent.CardLies(true)).tell(new FlowEvent.CardRead(ANNA));
    story.pin("1234").known(ANNA);
    assertThat(story.state.screen()).isInstanceOf(Screen.Borrow.class);
  }

  private void reader(DeviceCondition condition) {
    story.tell(
        new FlowEvent.DeviceChanged(
            DeviceLine.plain(DeviceRole.CARD_READER, "cards", condition, "", "")));
  }

  @Test
  void who_takes_the_card_is_done_and_is_asked_about_the_receipt() {
    lentOne();
    story.lift(CARD).seconds(1);
    assertThat(story.state.screen()).isInstanceOf(Screen.Borrow.class);
    story.seconds(1);
    assertThat(story.state.screen()).isInstanceOf(Screen.ReceiptChoice.class);
  }

  @Test
  void a_wish_at_the_receipt_stays_when_the_card_was_taken_just_before() {
    lentOne();
    story.lift(CARD).press(new Key.Confirm()).press(new Key.ReceiptTitles()).seconds(3);
    assertThat(story.state.screen())
        .isInstanceOfSatisfying(
            Screen.ReceiptChoice.class, choice -> assertThat(choice.titles()).isTrue());
  }

  @Test
  void a_visit_in_which_nothing_was_done_is_over_with_the_card() {
    borrowing();
    story.lift(CARD).seconds(2);
    assertThat(story.state.screen()).isEqualTo(Screen.Welcome.untouched());
    assertThat(story.state.session()).isEmpty();
  }

  @Test
  void a_pin_that_was_half_typed_goes_with_the_card() {
    lay();
    story.press(new Key.Digit(1)).lift(CARD).seconds(2);
    assertThat(story.state.screen()).isEqualTo(Screen.Welcome.untouched());
  }

  @Test
  void a_card_that_is_moved_is_not_taken() {
    lentOne();
    story.lift(CARD).seconds(1);
    lay();
    story.seconds(5);
    assertThat(story.state.screen()).isInstanceOf(Screen.Borrow.class);
    assertThat(story.state.session().orElseThrow().notice()).isEmpty();
  }

  @Test
  void what_is_under_way_ends_first() {
    borrowing();
    story.tag("A", BOOK).seconds(2).lift(CARD).seconds(3);
    assertThat(story.state.screen()).isInstanceOf(Screen.Borrow.class);
    story.lent(BOOK, 7).cleared(7, "A", TagResult.DONE).released(7);
    assertThat(story.state.screen()).isInstanceOf(Screen.ReceiptChoice.class);
  }

  @Test
  void what_is_open_is_asked_about_until_the_card_is_back() {
    borrowing();
    story.tag("A", BOOK).seconds(2).lent(BOOK, 7).cleared(7, "A", TagResult.GONE);
    story.lift(CARD).seconds(2);
    assertThat(story.state.overlay()).containsInstanceOf(Overlay.ConfirmLeave.class);
    lay();
    assertThat(story.state.overlay()).isEmpty();
    story.seconds(5);
    assertThat(story.state.screen()).isInstanceOf(Screen.Borrow.class);
    assertThat(story.state.session().orElseThrow().notice()).isEmpty();
  }

  @Test
  void in_slow_mode_there_is_more_time() {
    lentOne();
    story.press(new Key.Slow()).lift(CARD).seconds(3);
    assertThat(story.state.screen()).isInstanceOf(Screen.Borrow.class);
    story.seconds(1);
    assertThat(story.state.screen()).isInstanceOf(Screen.ReceiptChoice.class);
  }

  @Test
  void a_pad_that_is_away_took_no_card() {
    lentOne();
    story.lift(CARD).pad(DeviceCondition.CONNECTING).seconds(5);
    assertThat(story.state.screen()).isInstanceOf(Screen.Borrow.class);
  }

  @Test
  void another_tag_that_is_lifted_ends_nothing() {
    lentOne();
    story.lift("A").seconds(5);
    assertThat(story.state.screen()).isInstanceOf(Screen.Borrow.class);
  }

  @Test
  void a_site_whose_cards_do_not_stay_goes_on_without_the_card() {
    Story usual = Story.usual();
    usual.tag(CARD, new TagReading.CardTag(ANNA), SecurityBit.UNKNOWN).pin("1234").known(ANNA);
    usual.lift(CARD).seconds(5);
    assertThat(usual.state.screen()).isInstanceOf(Screen.Borrow.class);
  }

  @Test
  void a_card_taken_from_its_reader_ends_the_visit_too() {
    inReader();
    story.tell(new FlowEvent.CardLies(false)).seconds(2);
    assertThat(story.state.screen()).isEqualTo(Screen.Welcome.untouched());
  }

  @Test
  void a_reader_for_cards_that_is_away_took_no_card() {
    inReader();
    reader(DeviceCondition.CONNECTING);
    story.tell(new FlowEvent.CardLies(false)).seconds(5);
    assertThat(story.state.screen()).isInstanceOf(Screen.Borrow.class);
  }

  @Test
  void the_next_card_is_laid_where_the_first_one_lay() {
    lentOne();
    story.press(new Key.NextCard()).lift(CARD).press(new Key.Confirm()).seconds(5);
    assertThat(story.state.screen())
        .isEqualTo(new Identify(new IdentifyStep.AskCard(Optional.empty())));
    story.tag("CARD2", new TagReading.CardTag(BEN), SecurityBit.UNKNOWN).pin("1234").known(BEN);
    assertThat(story.state.screen()).isInstanceOf(Screen.Borrow.class);
  }

  @Test
  void a_card_forgotten_in_its_reader_is_told_to_its_person_and_then_to_staff() {
    inReader();
    story.seconds(50).press(new Key.ContrastKey()).seconds(50);
    assertThat(story.did(Effect.LogStaff.class)).isEmpty();
    story.press(new Key.Leave());
    assertThat(story.state.session()).isEmpty();
    assertThat(story.state.cardLying()).isTrue();
    story.seconds(59);
    assertThat(story.did(Effect.LogStaff.class)).isEmpty();
    story.seconds(30);
    assertThat(story.didOnce(Effect.LogStaff.class))
        .isEqualTo(
            new Effect.LogStaff(
                Effect.StaffNote.CARD_LEFT, Optional.of(Code.C26), Optional.empty()));
    story.tell(new FlowEvent.CardLies(false));
    assertThat(story.state.cardLying()).isFalse();
  }

  @Test
  void a_card_whose_number_is_not_known_yet_is_not_told_as_forgotten() {
    reader(DeviceCondition.READY);
    story.tell(new FlowEvent.CardLies(false)).tell(new FlowEvent.CardLies(true)).seconds(5);
    assertThat(story.state.cardLying()).as("it is being read").isFalse();
    assertThat(ShownCodes.of(story.state)).doesNotContain(Code.C26);
    story.tell(new FlowEvent.CardRead(ANNA));
    assertThat(story.state.screen())
        .isEqualTo(new Identify(new IdentifyStep.AskPin(0, Optional.empty())));
    story.press(new Key.Leave());
    assertThat(story.state.cardLying()).as("its visit is over").isTrue();
  }

  @Test
  void a_card_that_lies_in_its_reader_without_a_visit_is_told_after_a_minute() {
    reader(DeviceCondition.READY);
    story.tell(new FlowEvent.CardLies(true)).seconds(59);
    assertThat(story.state.cardLying()).isFalse();
    assertThat(story.did(Effect.LogStaff.class)).isEmpty();
    story.seconds(1);
    assertThat(story.didOnce(Effect.LogStaff.class).code()).contains(Code.C26);
    assertThat(ShownCodes.of(story.state)).contains(Code.C26);
    reader(DeviceCondition.CONNECTING);
    assertThat(story.state.cardLying()).isFalse();
    reader(DeviceCondition.READY);
    story.tell(new FlowEvent.CardLies(true));
    assertThat(story.state.cardLying()).as("it is still the one left").isTrue();
    story.tell(new FlowEvent.CardLies(false)).tell(new FlowEvent.CardLies(true));
    assertThat(story.state.cardLying()).as("it was laid anew").isFalse();
  }

  @Test
  void what_is_no_card_is_said_where_a_card_is_asked_for_and_nowhere_else() {
    story.press(new Key.StartBorrow()).tell(new FlowEvent.NoCardRead(true));
    assertThat(story.state.screen())
        .isEqualTo(new Identify(new IdentifyStep.AskCard(Optional.of(Code.C24))));
    story.tell(new FlowEvent.NoCardRead(false));
    assertThat(story.state.screen())
        .isEqualTo(new Identify(new IdentifyStep.AskCard(Optional.of(Code.C25))));
    story.borrowing(ANNA).tell(new FlowEvent.NoCardRead(true));
    assertThat(story.state.screen()).isInstanceOf(Screen.Borrow.class);
    assertThat(story.state.session().orElseThrow().notice()).isEmpty();
  }

  @Test
  void a_card_that_gives_no_number_is_said_where_one_is_awaited_and_changes_no_visit() {
    story.tell(new FlowEvent.CardUnreadable(Code.C27));
    assertThat(story.state.screen()).isInstanceOf(Screen.Welcome.class);
    assertThat(story.state.toString()).contains("C27");
    story.press(new Key.StartBorrow()).tell(new FlowEvent.CardUnreadable(Code.C28));
    assertThat(story.state.screen())
        .isEqualTo(new Identify(new IdentifyStep.AskCard(Optional.of(Code.C28))));
    story.borrowing(ANNA).tell(new FlowEvent.CardUnreadable(Code.C27));
    assertThat(story.state.screen()).isInstanceOf(Screen.Borrow.class);
    assertThat(story.state.session().orElseThrow().notice()).isEmpty();
  }
}
