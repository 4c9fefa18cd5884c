package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.flow.Story.ANNA;
import static org.libstation.flow.Story.BOOK;
import static org.libstation.flow.Story.OTHER;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.Answer;
import org.libstation.circulation.Money;
import org.libstation.circulation.SecurityBitRule;
import org.libstation.flow.state.Account;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Details;
import org.libstation.flow.state.Details.Paying;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowEvent.TagResult;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Key.ChooseReceipt.ReceiptForm;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.Screen;

/// The door of the cabinet ends a visit.
class DoorTest {
  private Story story = Story.usual();

  private void door(boolean open) {
    story.tell(new FlowEvent.DropChanged(true, true, open));
  }

  private Screen.Done done() {
    assertThat(story.state.screen()).isInstanceOf(Screen.Done.class);
    return (Screen.Done) story.state.screen();
  }

  private void assertNothingPersonal() {
    assertThat(story.state.session()).isEmpty();
    assertThat(Personal.in(story.state)).doesNotContain(ANNA.value(), Story.TITLE, "1234");
  }

  private void lentOne() {
    story.borrowing(ANNA).tag("A", BOOK).seconds(2).lent(BOOK, 7);
    story.cleared(7, "A", TagResult.DONE).released(7);
  }

  @Test
  void whoever_opens_the_door_finds_no_visit_on_the_screen() {
    lentOne();
    door(true);
    assertThat(done().summary().borrowed()).isEqualTo(1);
    assertThat(done().summary().problems()).containsExactly(Code.K54);
    assertNothingPersonal();
    assertThat(story.didOnce(Effect.EndSessionEffect.class).patron()).isEqualTo(ANNA);
    assertThat(story.did(Effect.LogStaff.class))
        .contains(
            new Effect.LogStaff(
                Effect.StaffNote.DOOR_OPENED, Optional.of(Code.K54), Optional.empty()));
  }

  @Test
  void what_it_says_stands_long_enough_to_be_read_and_then_goes() {
    lentOne();
    door(true);
    story.seconds(30);
    assertThat(done().summary().problems()).containsExactly(Code.K54);
    story.seconds(31);
    assertThat(story.state.screen()).isEqualTo(Screen.Welcome.untouched());
  }

  @Test
  void a_loan_that_is_not_released_is_with_staff() {
    story.borrowing(ANNA).tag("A", BOOK).seconds(2).lent(BOOK, 7);
    door(true);
    assertThat(story.didOnce(Effect.NotReleasedEffect.class))
        .isEqualTo(new Effect.NotReleasedEffect(7, Code.T31));
    assertThat(done().summary().notBorrowed()).isEqualTo(1);
    story.cleared(7, "A", TagResult.DONE);
    assertThat(story.did(Effect.MarkReleased.class)).isEmpty();
    assertNothingPersonal();
  }

  @Test
  void a_loan_that_is_answered_after_it_is_with_staff() {
    story.borrowing(ANNA).tag("A", BOOK).seconds(2);
    Effect.Lend asked = story.didOnce(Effect.Lend.class);
    door(true);
    assertThat(done().summary().notBorrowed()).isEqualTo(1);
    story.tell(
        new FlowEvent.LendAnswered(
            asked.session(),
            new org.libstation.circulation.LoanOutcome.Lent(
                7,
                BOOK,
                Story.TITLE,
                org.libstation.circulation.DueDate.of(Story.DUE),
                SecurityBitRule.MAY_CLEAR)));
    assertThat(story.didOnce(Effect.NotReleasedEffect.class))
        .isEqualTo(new Effect.NotReleasedEffect(7, Code.T31));
    assertThat(story.did(Effect.ClearTag.class)).isEmpty();
    assertNothingPersonal();
  }

  @Test
  void a_return_under_way_is_settled_without_the_person() {
    story.press(new Key.StartReturn()).tag("B", OTHER).seconds(2);
    long row = story.onlyReturn().number();
    door(true);
    assertThat(story.state.session()).isEmpty();
    assertThat(story.state.drops()).singleElement().extracting(ReturnRow::number).isEqualTo(row);
  }

  @Test
  void money_that_was_being_paid_is_in_doubt_and_not_paid_twice() {
    story = new Story(FlowTests.paying());
    story.borrowing(ANNA).press(new Key.StartAccount());
    story.tell(
        new FlowEvent.LoansAnswered(story.sessionNumber(), new Answer.Accepted<>(List.of())));
    story.press(new Key.ShowCharges());
    story.tell(
        new FlowEvent.AccountAnswered(
            story.sessionNumber(), new Answer.Accepted<>(Story.account(ANNA))));
    story.press(new Key.Pay());
    assertThat(
            ((Details.Known)
                    ((Account.Loaded) story.state.session().orElseThrow().account()).details())
                .paying())
        .isEqualTo(
            new Paying.AtTerminal(
                Money.of(1050, "HKD"), Money.of(1050, "HKD"), false, Optional.empty(), false));
    door(true);
    assertThat(done().summary().problems()).containsExactly(Code.K54, Code.M23);
    assertThat(story.did(Effect.AbortPayment.class)).hasSize(1);
    assertNothingPersonal();
  }

  @Test
  void a_receipt_under_way_is_withdrawn() {
    lentOne();
    story.press(new Key.Confirm()).press(new Key.ChooseReceipt(ReceiptForm.PLAIN));
    long job = story.didOnce(Effect.Print.class).job();
    door(true);
    assertThat(story.didOnce(Effect.WithdrawPrint.class).job()).isEqualTo(job);
    assertThat(done().summary().problems()).containsExactly(Code.K54, Code.P02);
    assertNothingPersonal();
  }

  @Test
  void a_door_that_stands_open_ends_no_visit_that_begins() {
    door(true);
    assertThat(story.state.screen()).isEqualTo(Screen.Welcome.untouched());
    lentOne();
    // Another input of the module changes.
    story.tell(new FlowEvent.DropChanged(false, true, true));
    assertThat(story.state.screen()).isInstanceOf(Screen.Borrow.class);
    door(false);
    assertThat(story.state.screen()).isInstanceOf(Screen.Borrow.class);
  }

  @Test
  void the_same_card_goes_on_after_it() {
    lentOne();
    door(true);
    story.card(ANNA).pin("1234").known(ANNA);
    assertThat(story.state.screen()).isInstanceOf(Screen.Borrow.class);
  }
}
