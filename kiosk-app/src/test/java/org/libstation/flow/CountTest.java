package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.flow.Story.ANNA;
import static org.libstation.flow.Story.BOOK;
import static org.libstation.flow.Story.OTHER;

import org.junit.jupiter.api.Test;
import org.libstation.circulation.ItemId;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Count;
import org.libstation.flow.state.FlowEvent.TagResult;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Overlay;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.Hands;

/// "How many are you holding?"
class CountTest {
  private final Story story = new Story(FlowTests.asking());

  @Test
  void it_is_asked_only_where_the_site_wants_it_and_a_number_can_be_tapped_again() {
    assertThat(Story.usual().borrowing(ANNA).state.screen())
        .isEqualTo(new Screen.Borrow(Hands.PLACE_ITEMS));
    story.borrowing(ANNA);
    assertHands(Hands.SAY_HOW_MANY);
    story.press(new Key.HowMany(2)).press(new Key.HowMany(3));
    assertHands(Hands.SAY_HOW_MANY);
    assertThat(story.state.session().orElseThrow().count()).isEqualTo(new Count.StatedCount(3));
  }

  @Test
  void whoever_does_not_say_is_not_asked_twice_and_finishes_as_ever() {
    story.borrowing(ANNA).press(new Key.AsSeen());
    assertHands(Hands.PLACE_ITEMS);
    lent("E1", BOOK, 7);
    story.press(new Key.Confirm());
    assertThat(story.state.screen()).isInstanceOf(Screen.ReceiptChoice.class);
  }

  @Test
  void putting_books_down_without_a_word_is_an_answer_too() {
    story.borrowing(ANNA);
    lent("E1", BOOK, 7);
    assertHands(Hands.TAKE_ITEMS);
  }

  @Test
  void the_visit_is_not_finished_before_all_were_seen() {
    story.borrowing(ANNA).press(new Key.HowMany(2));
    lent("E1", BOOK, 7);
    assertHands(Hands.PLACE_MISSING);
    story.press(new Key.Confirm());
    assertThat(story.state.screen()).isInstanceOf(Screen.Borrow.class);
    assertThat(story.state.session().orElseThrow().notice()).contains(Code.B55);
    lent("E2", OTHER, 8);
    assertHands(Hands.TAKE_ITEMS);
    story.press(new Key.Confirm());
    assertThat(story.state.screen()).isInstanceOf(Screen.ReceiptChoice.class);
  }

  @Test
  void or_before_the_person_says_that_there_are_no_more() {
    story.borrowing(ANNA).press(new Key.HowMany(5));
    lent("E1", BOOK, 7);
    story.press(new Key.AsSeen()).press(new Key.Confirm());
    assertThat(story.state.screen()).isInstanceOf(Screen.ReceiptChoice.class);
  }

  @Test
  void leaving_asks_back_and_is_possible_all_the_same() {
    story.borrowing(ANNA).press(new Key.HowMany(3));
    lent("E1", BOOK, 7);
    story.press(new Key.Leave());
    assertThat(story.state.overlay()).contains(new Overlay.ConfirmLeave(2));
    story.press(new Key.Leave());
    assertThat(story.state.screen()).isInstanceOf(Screen.ReceiptChoice.class);
  }

  @Test
  void an_item_that_must_be_placed_again_was_seen_and_a_set_counts_once() {
    story.borrowing(ANNA).press(new Key.HowMany(1));
    story.tag("E1", BOOK).seconds(2).lift("E1").lent(BOOK, 7);
    assertHands(Hands.PLACE_AGAIN);
    assertThat(story.state.session().orElseThrow().neverSeen()).isZero();
  }

  private void lent(String uid, ItemId item, long entry) {
    story.tag(uid, item).seconds(2).lent(item, entry);
    story.cleared(entry, uid, TagResult.DONE).released(entry);
  }

  private void assertHands(Hands hands) {
    assertThat(story.state.screen()).isEqualTo(new Screen.Borrow(hands));
  }
}
