package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.flow.Story.ANNA;
import static org.libstation.flow.Story.BOOK;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.flow.state.FlowEvent.TagResult;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Screen;

/// How long the good-bye stands.
class GoodByeTest {
  private final Story story = Story.usual();

  @Test
  void it_stands_until_the_tray_is_empty_and_a_little_longer() {
    lendFromTray();
    story.seconds(30);
    assertThat(story.state.screen()).isInstanceOf(Screen.Done.class);
    assertThat(story.state.toTake()).hasSize(1);
    story.lift("E1").seconds(2);
    assertThat(story.state.screen()).isInstanceOf(Screen.Done.class);
    story.seconds(4);
    assertThat(story.state.screen()).isEqualTo(Screen.Welcome.untouched());
  }

  @Test
  void it_goes_when_nobody_takes_the_books_for_as_long_as_a_person_is_waited_for() {
    lendFromTray();
    story.seconds(59);
    assertThat(story.state.screen()).isInstanceOf(Screen.Done.class);
    story.seconds(2);
    assertThat(story.state.screen()).isEqualTo(Screen.Welcome.untouched());
  }

  @Test
  void without_anything_on_the_tray_it_stands_for_a_fixed_time() {
    story.borrowing(ANNA).scan(BOOK).lent(BOOK, 7).released(7);
    end();
    story.seconds(7);
    assertThat(story.state.screen()).isInstanceOf(Screen.Done.class);
    story.seconds(2);
    assertThat(story.state.screen()).isEqualTo(Screen.Welcome.untouched());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void the_next_person_is_told_of_books_that_were_just_lent_only_after_a_while(boolean slow) {
    lendFromTray(slow);
    story.press(new Key.Confirm());
    assertThat(story.state.screen()).isEqualTo(Screen.Welcome.untouched());
    assertThat(story.state.leftBehind()).hasSize(1);
    assertThat(story.state.leftToTell()).isEmpty();
    story.seconds(16);
    assertThat(story.state.leftToTell()).hasSize(1);
  }

  private void lendFromTray() {
    lendFromTray(false);
  }

  /// @param slow whether the patron chose the slow mode
  private void lendFromTray(boolean slow) {
    story.borrowing(ANNA);
    if (slow) {
      story.press(new Key.Slow());
    }
    story.tag("E1", BOOK).seconds(2).lent(BOOK, 7);
    story.cleared(7, "E1", TagResult.DONE).released(7);
    end();
  }

  private void end() {
    story.press(new Key.Confirm()).press(new Key.ChooseReceipt(Key.ChooseReceipt.ReceiptForm.NONE));
    assertThat(story.state.screen()).isInstanceOf(Screen.Done.class);
  }
}
