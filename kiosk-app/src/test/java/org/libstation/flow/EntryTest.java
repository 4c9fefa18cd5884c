package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.libstation.flow.Story.ANNA;
import static org.libstation.flow.Story.BOOK;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.Answer;
import org.libstation.circulation.ItemId;
import org.libstation.flow.state.Account;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Details.HoldWish;
import org.libstation.flow.state.Details.Known;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.ScannedCode;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.MyAccount.AccountPart;
import org.libstation.flow.visit.EntryFlow;

/// A number is typed instead of scanned.
class EntryTest {
  private static final ItemId THIRD = new ItemId("39999000003333");

  private final Story story = Story.usual();

  private void openHolds() {
    story.press(new Key.StartAccount()).card(ANNA).pin("1234").known(ANNA);
    story.tell(
        new FlowEvent.LoansAnswered(story.sessionNumber(), new Answer.Accepted<>(List.of())));
    story.press(new Key.ShowHolds());
    story.tell(
        new FlowEvent.AccountAnswered(
            story.sessionNumber(), new Answer.Accepted<>(Story.account(ANNA))));
    story.press(new Key.TypeNumber());
    story.effects.clear();
  }

  private void type(String text) {
    Key.Letter.of(text).forEach(story::press);
  }

  private Screen.Entry entry() {
    return (Screen.Entry) story.state.screen();
  }

  private HoldWish holding() {
    Account.Loaded loaded = (Account.Loaded) story.state.session().orElseThrow().account();
    return ((Known) loaded.details()).holding();
  }

  private void judged(ScannedCode scan) {
    story.press(new Key.Confirm());
    assertThat(story.effects).anyMatch(Effect.JudgeTyped.class::isInstance);
    story.tell(new FlowEvent.TypedJudged(story.sessionNumber(), scan));
  }

  @Test
  void a_number_is_typed_taken_back_and_judged_as_a_scan() {
    openHolds();
    assertThat(entry().typed()).isEmpty();
    story.press(new Key.Confirm());
    assertThat(story.effects).noneMatch(Effect.JudgeTyped.class::isInstance);
    type("39x");
    story.press(new Key.Erase());
    assertThat(entry().typed()).isEqualTo("39");
    story.press(new Key.Digit(7));
    assertThat(entry().typed()).isEqualTo("397");
    judged(new ScannedCode.ItemCode(THIRD));
    assertThat(story.state.screen()).isEqualTo(new Screen.MyAccount(AccountPart.HOLDS, 0));
    assertThat(holding()).isEqualTo(new HoldWish.Placing(THIRD));
    assertThat(story.effects)
        .anyMatch(effect -> effect instanceof Effect.PlaceHold place && place.item().equals(THIRD));
  }

  @Test
  void each_wrong_number_has_its_own_words_and_can_be_mended() {
    for (var wrong :
        List.of(
            new Wrong(new ScannedCode.Isbn("9789620000001"), Code.H21),
            new Wrong(new ScannedCode.BadCheck("1234"), Code.H22),
            new Wrong(new ScannedCode.UnknownCode("1234"), Code.H23),
            new Wrong(new ScannedCode.Card(ANNA), Code.H24))) {
      EntryTest fresh = new EntryTest();
      fresh.openHolds();
      fresh.type("1234");
      fresh.judged(wrong.scan());
      assertThat(fresh.entry())
          .isEqualTo(new Screen.Entry("1234", false, Optional.of(wrong.code())));
      fresh.type("5");
      assertThat(fresh.entry().problem()).isEmpty();
      assertThat(fresh.story.effects).noneMatch(Effect.PlaceHold.class::isInstance);
    }
  }

  private record Wrong(ScannedCode scan, Code code) {}

  @Test
  void the_number_of_what_is_held_already_asks_whether_to_give_it_up() {
    openHolds();
    type("1");
    var held = Story.account(ANNA).holds();
    int at = 0;
    while (held.get(at).item().isEmpty()) {
      at++;
    }
    judged(new ScannedCode.ItemCode(held.get(at).item().orElseThrow()));
    assertThat(holding()).isEqualTo(new HoldWish.Confirming(at));
    assertThat(story.effects).noneMatch(Effect.PlaceHold.class::isInstance);
    story.press(new Key.GiveUpHold(at));
    assertThat(story.effects).anyMatch(Effect.CancelHold.class::isInstance);
  }

  @Test
  void a_book_that_is_scanned_or_laid_down_meanwhile_is_taken() {
    openHolds();
    type("12");
    story.scan(THIRD);
    assertThat(holding()).isEqualTo(new HoldWish.Placing(THIRD));
    EntryTest other = new EntryTest();
    other.openHolds();
    other.story.tag("E1", THIRD);
    assertThat(other.holding()).isEqualTo(new HoldWish.Placing(THIRD));
  }

  @Test
  void an_answer_that_comes_after_the_person_turned_away_changes_nothing() {
    openHolds();
    type("12");
    story.press(new Key.Confirm()).press(new Key.ShowHolds());
    story.tell(new FlowEvent.TypedJudged(story.sessionNumber(), new ScannedCode.ItemCode(BOOK)));
    assertThat(holding()).isEqualTo(new HoldWish.HoldUntouched());
  }

  @Test
  void full_width_and_small_letters_are_written_as_the_library_does() {
    assertThat(
            Key.Letter.of("３９ａｂ－x 一9\u2013").stream()
                .map(letter -> String.valueOf(letter.letter()))
                .collect(Collectors.joining()))
        .isEqualTo("39AB-X9-");
    assertThatThrownBy(() -> new Key.Letter('一')).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_number_has_an_end() {
    openHolds();
    type("1".repeat(EntryFlow.MOST + 5));
    assertThat(entry().typed()).hasSize(EntryFlow.MOST);
  }
}
