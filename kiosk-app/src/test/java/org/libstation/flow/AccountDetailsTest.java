package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.flow.Story.ANNA;
import static org.libstation.flow.Story.BOOK;
import static org.libstation.flow.Story.OTHER;
import static org.libstation.flow.Story.TITLE;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.circulation.Answer;
import org.libstation.circulation.HoldLine;
import org.libstation.circulation.HoldOutcome;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.Money;
import org.libstation.circulation.Payment;
import org.libstation.circulation.PaymentOutcome;
import org.libstation.circulation.Refusal;
import org.libstation.flow.state.Account;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Details;
import org.libstation.flow.state.Details.HoldWish;
import org.libstation.flow.state.Details.Known;
import org.libstation.flow.state.Details.Paying;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.MyAccount.AccountPart;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.Step;

/// Charges, holds and paying within the account.
class AccountDetailsTest {
  private static final ItemId THIRD = new ItemId("39999000003333");
  private static final Money OWED = Money.of(1050, "HKD");

  private Story story = new Story(FlowTests.paying());

  private void account() {
    story.press(new Key.StartAccount()).card(ANNA).pin("1234").known(ANNA);
    story.tell(
        new FlowEvent.LoansAnswered(story.sessionNumber(), new Answer.Accepted<>(List.of())));
  }

  private void open(Key key) {
    account();
    story.press(key);
    answer();
    story.effects.clear();
  }

  private void answer() {
    story.tell(
        new FlowEvent.AccountAnswered(
            story.sessionNumber(), new Answer.Accepted<>(Story.account(ANNA))));
  }

  private Known known() {
    return (Known) details();
  }

  private Details details() {
    return ((Account.Loaded) story.state.session().orElseThrow().account()).details();
  }

  private void held(HoldOutcome outcome) {
    story.tell(new FlowEvent.HoldAnswered(story.sessionNumber(), outcome));
  }

  private void paid(PaymentOutcome outcome) {
    story.tell(new FlowEvent.PaymentAnswered(story.sessionNumber(), outcome));
  }

  @Test
  void charges_are_asked_for_once_and_only_when_they_are_to_be_seen() {
    account();
    assertThat(story.did(Effect.LoadAccount.class)).isEmpty();

    story.press(new Key.ShowCharges());
    assertThat(story.state.screen()).isEqualTo(new Screen.MyAccount(AccountPart.CHARGES, 0));
    assertThat(details()).isInstanceOf(Details.DetailsLoading.class);
    assertThat(story.state.working()).isTrue();
    answer();
    story.press(new Key.ShowHolds()).press(new Key.ShowLoans()).press(new Key.ShowCharges());

    assertThat(story.didOnce(Effect.LoadAccount.class).patron()).isEqualTo(ANNA);
    assertThat(known().account().charges()).hasSize(1);
    assertThat(known().payable()).contains(OWED);
  }

  @Test
  void a_silent_system_is_said_and_asked_again_at_the_next_press() {
    account();
    story.press(new Key.ShowCharges());
    story.tell(
        new FlowEvent.AccountAnswered(story.sessionNumber(), Answer.NotSent.because("no line")));
    assertThat(details()).isEqualTo(new Details.DetailsNotShown(Code.C31));

    story.press(new Key.ShowHolds());
    assertThat(story.did(Effect.LoadAccount.class)).hasSize(2);
  }

  @Test
  void a_late_answer_of_another_session_changes_nothing() {
    open(new Key.ShowCharges());
    Known before = known();

    story.tell(
        new FlowEvent.AccountAnswered(
            story.sessionNumber() - 1, new Answer.Accepted<>(Story.account(Story.BEN))));
    story.tell(
        new FlowEvent.AccountAnswered(
            story.sessionNumber(), new Answer.Accepted<>(Story.account(Story.BEN))));

    assertThat(known()).isEqualTo(before);
  }

  @Test
  void a_hold_is_given_up_by_the_second_press_only() {
    open(new Key.ShowHolds());

    story.press(new Key.GiveUpHold(1));
    assertThat(known().holding()).isEqualTo(new HoldWish.Confirming(1));
    story.press(new Key.GiveUpHold(0));
    assertThat(known().holding()).isEqualTo(new HoldWish.Confirming(0));
    assertThat(story.did(Effect.CancelHold.class)).isEmpty();
    story.press(new Key.GiveUpHold(0));
    assertThat(story.didOnce(Effect.CancelHold.class).hold().title()).isEqualTo("Ready one");
    held(new HoldOutcome.GivenUp());

    assertThat(known().holding()).isEqualTo(new HoldWish.HoldGivenUp("Ready one"));
    assertThat(known().account().holds()).extracting(HoldLine::title).containsExactly(TITLE);
    assertThat(story.did(Effect.LoadAccount.class)).hasSize(1);
  }

  @Test
  void a_press_elsewhere_takes_the_question_back() {
    open(new Key.ShowHolds());
    story.press(new Key.GiveUpHold(0)).press(new Key.ShowCharges()).press(new Key.ShowHolds());

    story.press(new Key.GiveUpHold(0));
    assertThat(story.did(Effect.CancelHold.class)).isEmpty();
  }

  @Test
  void a_place_in_the_list_that_is_not_there_is_nothing() {
    open(new Key.ShowHolds());
    story.press(new Key.GiveUpHold(7)).press(new Key.GiveUpHold(7));
    assertThat(story.did(Effect.CancelHold.class)).isEmpty();
  }

  @Test
  void an_item_scanned_at_the_holds_is_reserved_and_at_the_loans_renewed() {
    open(new Key.ShowHolds());
    story.scan(THIRD);
    assertThat(story.didOnce(Effect.PlaceHold.class).item()).isEqualTo(THIRD);
    story.scan(BOOK);
    assertThat(story.did(Effect.PlaceHold.class)).hasSize(1);
    held(new HoldOutcome.Placed(THIRD, "New one", false, OptionalInt.of(3), Optional.empty()));

    assertThat(known().holding()).isEqualTo(new HoldWish.HoldQueued("New one", OptionalInt.of(3)));
    assertThat(known().account().holds()).hasSize(3);
    assertThat(story.did(Effect.RenewEffect.class)).isEmpty();
  }

  @Test
  void an_item_that_is_held_already_asks_when_it_is_scanned_whether_to_give_it_up() {
    open(new Key.ShowHolds());
    story.scan(BOOK);
    assertThat(known().holding()).isEqualTo(new HoldWish.Confirming(1));
    assertThat(story.did(Effect.PlaceHold.class)).isEmpty();
    story.press(new Key.GiveUpHold(1));
    assertThat(story.did(Effect.CancelHold.class)).hasSize(1);
  }

  @Test
  void an_item_scanned_at_the_charges_is_nothing() {
    open(new Key.ShowCharges());
    story.scan(OTHER);
    assertThat(story.did(Effect.PlaceHold.class)).isEmpty();
    assertThat(story.did(Effect.RenewEffect.class)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Refusal.RefusalReason.class)
  void a_refused_hold_has_a_code_and_changes_nothing(Refusal.RefusalReason reason) {
    open(new Key.ShowHolds());
    story.scan(THIRD);
    held(new HoldOutcome.NotPlaced(Refusal.of(reason)));

    assertThat(known().holding())
        .isInstanceOfSatisfying(
            HoldWish.NotDone.class, no -> assertThat(no.code().name()).startsWith("H"));
    assertThat(known().account().holds()).hasSize(2);
  }

  @Test
  void the_whole_sum_is_paid_at_the_terminal_once() {
    open(new Key.ShowCharges());
    story.press(new Key.Pay()).press(new Key.Pay());

    assertThat(story.didOnce(Effect.PayEffect.class).sum()).isEqualTo(OWED);
    assertThat(known().paying())
        .isEqualTo(new Paying.AtTerminal(OWED, OWED, false, Optional.empty(), false));
    assertThat(story.state.screen()).isEqualTo(new Screen.Pay(new Screen.Pay.PayPage.Terminal()));
    assertThat(story.state.working()).isTrue();
    paid(new PaymentOutcome.Paid(Payment.ofWhatIsOwed("p", OWED)));

    assertThat(known().payable()).isEmpty();
    assertThat(known().account().charges()).isEmpty();
    story.press(new Key.Pay());
    assertThat(story.did(Effect.PayEffect.class)).hasSize(1);
  }

  @Test
  void without_a_terminal_nothing_can_be_paid() {
    story = Story.usual();
    open(new Key.ShowCharges());
    story.press(new Key.Pay());

    assertThat(known().paying()).isInstanceOf(Paying.NotHere.class);
    assertThat(story.did(Effect.PayEffect.class)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(PaymentOutcome.NonPaymentReason.class)
  void what_was_not_paid_may_be_tried_again_unless_that_cannot_help(
      PaymentOutcome.NonPaymentReason why) {
    open(new Key.ShowCharges());
    story.press(new Key.Pay());
    paid(new PaymentOutcome.NotPaid(why));
    if (known().refreshing()) {
      answer();
    }
    story.press(new Key.Pay());

    assertThat(story.did(Effect.PayEffect.class))
        .hasSize(
            why == PaymentOutcome.NonPaymentReason.EARLIER_PAYMENT_OPEN
                    || why == PaymentOutcome.NonPaymentReason.NOT_BOOKED_HERE
                    || why == PaymentOutcome.NonPaymentReason.GIVEN_BACK
                ? 1
                : 2);
  }

  @Test
  void money_that_may_have_been_taken_is_not_asked_for_again() {
    open(new Key.ShowCharges());
    story.press(new Key.Pay());
    paid(
        PaymentOutcome.NotKnown.of(
            Payment.ofWhatIsOwed("p", OWED), PaymentOutcome.DoubtTreatment.WITH_STAFF));
    story.press(new Key.Pay());
    assertThat(story.did(Effect.PayEffect.class)).hasSize(1);
  }

  private Paying afterNotWritten(StationFacts.JournalHealth journal) {
    open(new Key.ShowCharges());
    story.press(new Key.Pay());
    Effect.PayEffect pay = story.didOnce(Effect.PayEffect.class);
    Step step =
        story.flow.step(story.state, new FlowEvent.NotWritten(pay, journal, Optional.empty()));
    return step.state()
        .session()
        .map(Session::account)
        .map(account -> ((Known) ((Account.Loaded) account).details()).paying())
        .orElseGet(() -> new Paying.NotHere(false));
  }

  @Test
  void a_payment_that_was_not_written_is_in_doubt_where_the_station_stays_open() {
    assertThat(afterNotWritten(StationFacts.JournalHealth.GOOD))
        .isInstanceOfSatisfying(
            Paying.PayingEnded.class,
            ended -> assertThat(ended.outcome()).isInstanceOf(PaymentOutcome.NotKnown.class));
  }

  @Test
  void a_journal_that_fails_while_paying_closes_the_station_and_asks_for_nothing_more() {
    assertThat(afterNotWritten(StationFacts.JournalHealth.FAILING))
        .isInstanceOf(Paying.NotHere.class);
    assertThat(story.did(Effect.PayEffect.class)).hasSize(1);
  }

  @Test
  void the_clock_stands_still_while_the_person_is_at_the_terminal() {
    open(new Key.ShowCharges());
    story.press(new Key.Pay()).seconds(100);
    assertThat(story.state.overlay()).isEmpty();
    assertThat(story.state.session()).isPresent();
  }

  @Test
  void a_list_that_takes_long_says_how_far_it_is() {
    story.press(new Key.StartAccount()).card(ANNA).pin("1234").known(ANNA);
    story.tell(new FlowEvent.LoansReached(story.sessionNumber(), 23, 60));
    assertThat(story.state.session().orElseThrow().account())
        .isEqualTo(new Account.Loading(23, 60));
    story.tell(
        new FlowEvent.LoansAnswered(story.sessionNumber(), new Answer.Accepted<>(List.of())));
    story.tell(new FlowEvent.LoansReached(story.sessionNumber(), 24, 60));
    assertThat(story.state.session().orElseThrow().account()).isInstanceOf(Account.Loaded.class);
  }

  @Test
  void nothing_of_it_stays_after_the_session() {
    open(new Key.ShowHolds());
    story.press(new Key.Leave());
    story.seconds(120);
    assertThat(story.state.session()).isEmpty();
    assertThat(Personal.in(story.state)).noneMatch(text -> text.contains(TITLE));
  }
}
