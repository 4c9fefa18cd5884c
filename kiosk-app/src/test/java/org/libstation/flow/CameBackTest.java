package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.flow.Story.ANNA;
import static org.libstation.flow.Story.BEN;
import static org.libstation.flow.Story.BOOK;
import static org.libstation.flow.Story.OTHER;
import static org.libstation.flow.Story.TITLE;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.Answer;
import org.libstation.circulation.LoanOutcome;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowEvent.TagResult;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.Identify;
import org.libstation.flow.state.Screen.Identify.IdentifyStep;
import org.libstation.flow.state.StationFacts.DeviceCondition;

/// The same card within seconds after its visit.
class CameBackTest {
  private final Story story = Story.usual();

  @Test
  void the_card_goes_on_where_it_was_with_its_pin_and_with_loans_loaded_anew() {
    story.press(new Key.StartAccount()).card(ANNA).pin("1234").known(ANNA);
    idleEnd();
    assertKeptIsNobody();
    story.seconds(15).card(ANNA);
    assertThat(story.state.screen())
        .isEqualTo(new Identify(new IdentifyStep.AskPin(0, Optional.empty())));
    story.pin("1234").known(ANNA);
    assertThat(story.state.screen()).isInstanceOf(Screen.MyAccount.class);
    assertThat(story.did(Effect.LoadLoans.class)).hasSize(2);
    assertThat(story.state.between().left()).isEmpty();
  }

  @Test
  void a_visit_that_was_left_by_a_key_goes_on_too() {
    leftTheAccount(story);
    story.card(ANNA).pin("1234").known(ANNA);
    assertThat(story.state.screen()).isInstanceOf(Screen.MyAccount.class);
  }

  @Test
  void a_found_card_opens_nothing_without_its_pin() {
    story.press(new Key.StartAccount()).card(ANNA).pin("1234").known(ANNA);
    idleEnd();
    story.card(ANNA).pin("0000");
    story.identified(new Answer.Accepted<>(Story.look(ANNA, false, Set.of())), List.of());
    assertThat(story.state.screen())
        .isEqualTo(new Identify(new IdentifyStep.AskPin(0, Optional.of(Code.C12))));
    assertThat(story.did(Effect.LoadLoans.class)).hasSize(1);
  }

  @Test
  void where_no_pin_is_required_the_card_is_enough() {
    Story open = new Story(FlowTests.settings(FlowSettings.PinRule.NEVER));
    open.press(new Key.StartAccount()).card(ANNA).known(ANNA);
    leave(open);
    open.card(ANNA).known(ANNA);
    assertThat(open.state.screen()).isInstanceOf(Screen.MyAccount.class);
  }

  @Test
  void another_card_meanwhile_forgets_it() {
    leftTheAccount(story);
    story.card(BEN);
    assertThat(story.state.between().left()).isEmpty();
    story.press(new Key.Leave()).card(ANNA).pin("1234").known(ANNA);
    assertThat(story.state.screen()).isInstanceOf(Screen.Borrow.class);
  }

  @Test
  void time_forgets_it() {
    leftTheAccount(story);
    story.seconds(21);
    assertThat(story.state.between().left()).isEmpty();
    assertThat(story.state.between().paper()).isEmpty();
    story.card(ANNA).pin("1234").known(ANNA);
    assertThat(story.state.screen()).isInstanceOf(Screen.Borrow.class);
  }

  @Test
  void a_power_cut_forgets_it() {
    leftTheAccount(story);
    story.restarted().listed();
    assertThat(story.state.between().left()).isEmpty();
    assertThat(story.state.between().paper()).isEmpty();
    story.card(ANNA).pin("1234").known(ANNA);
    assertThat(story.state.screen()).isInstanceOf(Screen.Borrow.class);
  }

  @Test
  void a_card_that_was_never_let_in_leaves_nothing() {
    story.press(new Key.StartAccount()).card(ANNA).press(new Key.Leave());
    assertThat(story.state.between().left()).isEmpty();
  }

  @Test
  void books_that_lay_on_the_tray_at_the_end_are_its_own_again() {
    story.borrowing(ANNA).tag("E1", BOOK);
    idleEnd();
    assertThat(story.state.leftBehind()).hasSize(1);
    story.borrowing(ANNA).seconds(2);
    assertThat(story.state.leftBehind()).isEmpty();
    assertThat(story.did(Effect.Lend.class)).hasSize(2).allMatch(l -> l.patron().equals(ANNA));
  }

  @Test
  void books_of_an_earlier_visit_stay_nobodys() {
    story.borrowing(BEN).tag("E2", OTHER);
    idleEnd();
    story.borrowing(ANNA).tag("E1", BOOK);
    idleEnd();
    story.effects.clear();
    story.borrowing(ANNA).seconds(10);
    assertThat(story.did(Effect.Lend.class)).isEmpty();
    assertThat(story.state.leftBehind()).hasSize(2);
  }

  @Test
  void books_that_were_put_down_while_the_reader_was_away_stay_nobodys() {
    story.borrowing(ANNA).tag("E1", BOOK);
    idleEnd();
    story.pad(DeviceCondition.CONNECTING).pad(DeviceCondition.READY).tag("E2", OTHER).listed();
    story.effects.clear();
    story.borrowing(ANNA).seconds(10);
    assertThat(story.did(Effect.Lend.class)).isEmpty();
  }

  @Test
  void what_was_lent_and_not_taken_is_not_armed_while_its_person_is_back() {
    story.borrowing(ANNA).tag("E1", BOOK).seconds(2).lent(BOOK, 7);
    story.cleared(7, "E1", TagResult.DONE).released(7);
    story.press(new Key.Confirm()).press(new Key.Confirm());
    assertThat(story.state.untaken()).hasSize(1);
    story.borrowing(ANNA).seconds(2);
    story.tell(
        new FlowEvent.LendAnswered(
            story.sessionNumber(), new LoanOutcome.AlreadyYours(BOOK, TITLE, Optional.empty())));
    story.effects.clear();
    story.seconds(50).press(new Key.Stay()).seconds(50);
    assertThat(story.did(Effect.ArmTag.class)).isEmpty();
    story.press(new Key.Confirm()).seconds(30);
    assertThat(story.did(Effect.ArmTag.class)).isEmpty();
    story.seconds(40);
    assertThat(story.didOnce(Effect.LeftLyingEffect.class).entry()).isEqualTo(7);
    assertThat(story.did(Effect.ArmTag.class)).hasSize(1);
  }

  @Test
  void nothing_is_kept_where_the_site_wants_it_so() {
    Story none = new Story(FlowTests.forgetting());
    leftTheAccount(none);
    assertThat(none.state.between().left()).isEmpty();
    assertThat(none.state.between().paper()).isEmpty();
  }

  private static void leftTheAccount(Story story) {
    story.press(new Key.StartAccount()).card(ANNA).pin("1234").known(ANNA);
    leave(story);
  }

  private static void leave(Story story) {
    story.tell(
        new FlowEvent.LoansAnswered(story.sessionNumber(), new Answer.Accepted<>(List.of())));
    story.press(new Key.Leave());
    assertThat(story.state.session()).isEmpty();
  }

  private void idleEnd() {
    while (story.state.session().isPresent()) {
      story.seconds(1);
    }
  }

  private void assertKeptIsNobody() {
    assertThat(story.state.between().left()).isPresent();
    assertThat(Personal.in(story.state))
        .noneMatch(text -> text.contains(ANNA.value()) || text.contains("1234"))
        .noneMatch(text -> text.contains(TITLE) || text.contains(BOOK.value()));
  }
}
