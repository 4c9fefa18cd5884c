package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.flow.Story.ANNA;
import static org.libstation.flow.Story.BEN;
import static org.libstation.flow.Story.BOOK;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.circulation.Answer;
import org.libstation.circulation.ChargeLine;
import org.libstation.circulation.Money;
import org.libstation.circulation.PartsTaken;
import org.libstation.circulation.PatronAccount;
import org.libstation.circulation.PatronBlock;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.Payment;
import org.libstation.circulation.PaymentOutcome;
import org.libstation.circulation.PaymentRequest;
import org.libstation.circulation.PaymentRequest.Share;
import org.libstation.circulation.PaymentStep;
import org.libstation.flow.state.Account;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Details.Known;
import org.libstation.flow.state.Details.Paying;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.ReceiptContent;
import org.libstation.flow.state.ReceiptLines;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.MyAccount.AccountPart;
import org.libstation.flow.state.Screen.Pay.PayPage;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.ShownCodes;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.state.StationFacts.JournalHealth;
import org.libstation.testkit.Changed;

/// Paying a part, a charge, or for somebody else; at the terminal; and going on afterwards.
class PayTest {
  private static final Money OWED = money(12650);

  private Story story = new Story(FlowTests.paying());

  private static Money money(long minor) {
    return Money.of(minor, "HKD");
  }

  /// Three charges: 10.50, 115.00 and 1.00.
  private static PatronAccount owing(long... charges) {
    List<ChargeLine> lines =
        IntStream.range(0, charges.length)
            .mapToObj(
                at ->
                    new ChargeLine(
                        Optional.of("c" + at),
                        ChargeLine.ChargeReason.OVERDUE,
                        "",
                        Optional.of(money(charges[at])),
                        Optional.empty(),
                        Optional.empty()))
            .toList();
    return new PatronAccount(
        look(Arrays.stream(charges).sum()), lines, List.of(), Set.of(), List.of());
  }

  private static PatronLook look(long owed) {
    Set<PatronBlock> blocks =
        owed > 0
            ? Set.of(PatronBlock.CHARGE_DENIED, PatronBlock.EXCESSIVE_FINES)
            : Set.<PatronBlock>of();
    return Story.look(ANNA, true, blocks).withOwed(Optional.of(money(owed)));
  }

  private void charges(PatronAccount account) {
    story.press(new Key.StartAccount()).card(ANNA).pin("1234").known(ANNA);
    story.tell(
        new FlowEvent.LoansAnswered(story.sessionNumber(), new Answer.Accepted<>(List.of())));
    story.press(new Key.ShowCharges());
    answer(account);
    story.effects.clear();
  }

  private void answer(PatronAccount account) {
    story.tell(
        new FlowEvent.AccountAnswered(story.sessionNumber(), new Answer.Accepted<>(account)));
  }

  private void open() {
    charges(owing(1050, 11500, 100));
  }

  private Known known() {
    return (Known) ((Account.Loaded) story.state.session().orElseThrow().account()).details();
  }

  private PaymentRequest paid() {
    return story.didOnce(Effect.PayEffect.class).wish();
  }

  private void ends(PaymentOutcome outcome) {
    story.tell(new FlowEvent.PaymentAnswered(story.sessionNumber(), outcome));
  }

  private void type(String digits) {
    digits.chars().forEach(digit -> story.press(new Key.Digit(digit - '0')));
  }

  @Test
  void what_is_left_out_is_not_paid_and_the_others_are_by_name() {
    open();
    story.press(new Key.TurnCharge(1));
    assertThat(known().wish().orElseThrow().amount()).isEqualTo(money(1150));
    story.press(new Key.Pay());

    assertThat(paid())
        .isEqualTo(
            new PaymentRequest(
                OWED,
                money(1150),
                List.of(new Share("c0", money(1050)), new Share("c2", money(100)))));
  }

  @Test
  void taken_in_again_it_is_the_whole_sum_without_names() {
    open();
    story.press(new Key.TurnCharge(1)).press(new Key.TurnCharge(1)).press(new Key.Pay());
    assertThat(paid()).isEqualTo(PaymentRequest.all(OWED));
  }

  @Test
  void where_nothing_is_taken_in_nothing_is_paid() {
    open();
    story
        .press(new Key.TurnCharge(0))
        .press(new Key.TurnCharge(1))
        .press(new Key.TurnCharge(2))
        .press(new Key.TurnCharge(7))
        .press(new Key.Pay());
    assertThat(story.did(Effect.PayEffect.class)).isEmpty();
  }

  @Test
  void a_library_that_takes_no_parts_is_paid_all() {
    story = new Story(FlowTests.paying(PartsTaken.NONE));
    open();
    story.press(new Key.TurnCharge(1)).press(new Key.TypeAmount());
    assertThat(story.state.screen()).isEqualTo(new Screen.MyAccount(AccountPart.CHARGES, 0));
    story.press(new Key.Pay());
    assertThat(paid()).isEqualTo(PaymentRequest.all(OWED));
  }

  /// A terminal stands there, and the central system books no payments: nothing is offered, to
  /// nobody's card, and the sum is told all the same.
  @Test
  void where_payments_cannot_be_booked_none_is_offered_and_none_is_asked_for() {
    FlowSettings paying = FlowTests.paying();
    story = new Story(Changed.with(paying, "pays", Changed.with(paying.pays(), "here", false)));
    open();

    assertThat(known().payable()).isEmpty();
    assertThat(known().owed()).contains(OWED);
    assertThat(known().choosable()).isFalse();
    assertThat(known().paying()).isEqualTo(new Paying.NotHere(false));
    story.press(new Key.TurnCharge(1)).press(new Key.TypeAmount()).press(new Key.Pay());
    assertThat(story.state.screen()).isEqualTo(new Screen.MyAccount(AccountPart.CHARGES, 0));
    story.card(BEN);
    assertThat(story.did(Effect.PayEffect.class)).isEmpty();
    assertThat(story.did(Effect.AskOther.class)).isEmpty();
  }

  /// Its status may deny payments only at run time; the desk asks before the terminal does.
  @Test
  void a_library_that_denies_payments_now_is_told_by_a_code_and_not_tried_again() {
    open();
    story.press(new Key.Pay());
    ends(new PaymentOutcome.NotPaid(PaymentOutcome.NonPaymentReason.NOT_BOOKED_HERE));

    assertThat(ShownCodes.of(story.state)).contains(Code.M20);
    assertThat(known().paying().mayTry()).isFalse();
    story.press(new Key.Pay());
    assertThat(story.did(Effect.PayEffect.class)).hasSize(1);
  }

  @Test
  void an_amount_is_typed_and_paid_to_whatever_is_owed() {
    open();
    story.press(new Key.TypeAmount());
    type("02500");
    story.press(new Key.Erase());
    type("0");
    story.press(new Key.Confirm());

    assertThat(paid()).isEqualTo(new PaymentRequest(OWED, money(2500), List.of()));
    assertThat(story.state.screen()).isEqualTo(new Screen.Pay(new PayPage.Terminal()));
  }

  @Test
  void who_erases_where_nothing_is_typed_is_back_at_the_charges() {
    open();
    story.press(new Key.TypeAmount());
    type("2");
    story.press(new Key.Erase());
    assertThat(story.state.screen()).isInstanceOf(Screen.Pay.class);
    story.press(new Key.Erase());
    assertThat(story.state.screen()).isEqualTo(new Screen.MyAccount(AccountPart.CHARGES, 0));
  }

  /// Below the least, above the most, above what is owed; and the whole sum is always right.
  @Test
  void an_amount_outside_the_bounds_is_asked_for_again() {
    open();
    for (String digits : List.of("499", "5001", "999999999")) {
      story.press(new Key.TypeAmount());
      type(digits);
      story.press(new Key.Confirm());
      assertThat(story.state.screen())
          .isInstanceOfSatisfying(
              Screen.Pay.class,
              pay -> assertThat(((PayPage.Amount) pay.page()).problem()).contains(Code.M18));
      story.press(new Key.ShowCharges());
    }
    assertThat(story.did(Effect.PayEffect.class)).isEmpty();
    story.press(new Key.TypeAmount());
    type("12650");
    story.press(new Key.Confirm());
    assertThat(paid()).isEqualTo(PaymentRequest.all(OWED));
  }

  @Test
  void what_the_terminal_asks_for_is_shown_and_each_step_is_a_sign_of_life() {
    open();
    story.press(new Key.Pay());
    for (PaymentStep step : PaymentStep.values()) {
      story.seconds(80);
      story.tell(new FlowEvent.PaymentStepped(story.sessionNumber(), step));
      assertThat(((Paying.AtTerminal) known().paying()).step()).contains(step);
    }
    assertThat(story.state.session()).isPresent();
  }

  @Test
  void it_is_stopped_once_and_money_taken_all_the_same_is_told() {
    open();
    story.press(new Key.Pay()).press(new Key.StopPaying()).press(new Key.StopPaying());
    assertThat(story.did(Effect.AbortPayment.class)).hasSize(1);
    ends(new PaymentOutcome.Paid(Payment.ofWhatIsOwed("p", OWED)));
    assertThat(known().paying()).isInstanceOf(Paying.PayingEnded.class);
  }

  /// The terminal waits for nobody: the next person would pay for this one.
  @Test
  void who_leaves_while_the_terminal_waits_stops_it_and_goes_once_it_has_stopped() {
    open();
    story.press(new Key.Pay()).press(new Key.Leave()).press(new Key.Leave());

    assertThat(story.did(Effect.AbortPayment.class)).hasSize(1);
    assertThat(known().paying())
        .isInstanceOfSatisfying(Paying.AtTerminal.class, at -> assertThat(at.stopping()).isTrue());
    ends(new PaymentOutcome.NotPaid(PaymentOutcome.NonPaymentReason.CANCELLED));
    assertThat(story.state.session()).isEmpty();
    // Nobody is left to guess whether it was paid.
    assertThat(ShownCodes.of(story.state)).contains(Code.M12);
  }

  @Test
  void who_left_reads_that_it_is_not_certain_whether_the_money_was_taken() {
    open();
    story.press(new Key.Pay()).press(new Key.Leave());
    ends(
        PaymentOutcome.NotKnown.of(
            Payment.ofWhatIsOwed("p", OWED), PaymentOutcome.DoubtTreatment.ASKED_AGAIN));
    assertThat(ShownCodes.ofPaying(known().paying())).contains(Code.M23);
    // A slip to show to staff, unasked; and once more at the good-bye.
    story.press(new Key.Confirm());
    Effect.Print slip = story.didOnce(Effect.Print.class);
    assertThat(slip.receipt().lines())
        .singleElement()
        .isInstanceOfSatisfying(
            ReceiptContent.ContentLine.InDoubt.class,
            doubt -> {
              assertThat(doubt.asked()).isEqualTo(OWED);
              assertThat(doubt.reference()).contains("p");
              assertThat(doubt.code()).isEqualTo(Code.M23);
            });
    story.tell(new FlowEvent.PrintJobEnded(slip.job(), Optional.empty()));
    assertThat(story.state.session()).isEmpty();
    assertThat(ShownCodes.of(story.state)).containsExactly(Code.M23);
  }

  @Test
  void a_slip_of_a_doubt_that_does_not_come_out_asks_nothing_and_is_told_beside_it() {
    open();
    story.press(new Key.Pay()).press(new Key.Leave());
    ends(
        PaymentOutcome.NotKnown.of(
            Payment.ofWhatIsOwed("p", OWED), PaymentOutcome.DoubtTreatment.WITH_STAFF));
    story.press(new Key.Confirm());
    long job = story.didOnce(Effect.Print.class).job();
    story.tell(
        new FlowEvent.PrintJobEnded(
            job, Optional.of(new FlowEvent.PrintTrouble("", "", false, Optional.empty()))));
    assertThat(story.state.session()).isEmpty();
    assertThat(ShownCodes.of(story.state)).contains(Code.M22, Code.P01);
  }

  @Test
  void one_that_could_not_be_written_down_has_no_number_on_its_slip() {
    open();
    story.press(new Key.Pay());
    Effect.PayEffect pay = story.didOnce(Effect.PayEffect.class);
    story.tell(new FlowEvent.NotWritten(pay, JournalHealth.GOOD, Optional.empty()));
    story.press(new Key.Confirm());
    assertThat(story.didOnce(Effect.Print.class).receipt().lines())
        .singleElement()
        .isInstanceOfSatisfying(
            ReceiptContent.ContentLine.InDoubt.class,
            doubt -> assertThat(doubt.reference()).isEmpty());
  }

  @Test
  void a_visit_that_ends_by_itself_stops_the_terminal() {
    open();
    story.press(new Key.Pay()).seconds(3600);
    assertThat(story.state.session()).isEmpty();
    assertThat(story.did(Effect.AbortPayment.class)).hasSize(1);
  }

  @Test
  void while_the_terminal_is_asked_no_key_leads_away_and_no_card_takes_over() {
    open();
    story.press(new Key.Pay()).press(new Key.ShowCharges()).press(new Key.StartBorrow());
    story.card(BEN);
    assertThat(story.state.screen()).isEqualTo(new Screen.Pay(new PayPage.Terminal()));
    assertThat(story.state.session().orElseThrow().card().orElseThrow().patron()).isEqualTo(ANNA);
  }

  @Test
  void after_a_part_the_account_says_what_is_left_and_the_rest_can_be_paid() {
    open();
    story.press(new Key.TurnCharge(1)).press(new Key.Pay());
    ends(new PaymentOutcome.Paid(Payment.ofWhatIsOwed("p", money(1150))));
    assertThat(story.didOnce(Effect.LoadAccount.class).patron()).isEqualTo(ANNA);
    answer(owing(11500));
    assertThat(known().paying())
        .isEqualTo(
            new Paying.PayingEnded(
                new PaymentOutcome.Paid(Payment.ofWhatIsOwed("p", money(1150))),
                Optional.of(money(11500)),
                false));

    story.effects.clear();
    story.press(new Key.ShowCharges()).press(new Key.Pay());
    assertThat(paid()).isEqualTo(PaymentRequest.all(money(11500)));
  }

  /// The block is gone: the book that waits on the tray is asked about.
  @Test
  void borrowing_goes_on_once_the_block_is_gone() {
    story.press(new Key.StartBorrow()).card(ANNA).pin("1234");
    story.identified(new Answer.Accepted<>(look(12650)), List.of());
    story.tag("A", BOOK);
    story.press(new Key.ShowCharges());
    story.tell(
        new FlowEvent.LoansAnswered(story.sessionNumber(), new Answer.Accepted<>(List.of())));
    answer(owing(12650));
    story.press(new Key.Pay());
    ends(new PaymentOutcome.Paid(Payment.ofWhatIsOwed("p", OWED)));
    answer(owing());
    assertThat(story.did(Effect.Lend.class)).isEmpty();

    story.press(new Key.StartBorrow()).listed().seconds(2).listed();
    assertThat(story.state.screen()).isInstanceOf(Screen.Borrow.class);
    assertThat(story.didOnce(Effect.Lend.class).item()).isEqualTo(BOOK);
  }

  @Test
  void at_most_four_touches_lead_from_the_start_to_paid() {
    story.card(ANNA).pin("1234");
    story.identified(new Answer.Accepted<>(look(12650)), List.of());
    int touches = 0;
    for (Key key : List.of(new Key.ShowCharges(), new Key.TurnCharge(1), new Key.Pay())) {
      story.press(key);
      touches++;
      if (key instanceof Key.ShowCharges) {
        story.tell(
            new FlowEvent.LoansAnswered(story.sessionNumber(), new Answer.Accepted<>(List.of())));
        answer(owing(1050, 11500, 100));
      }
    }
    assertThat(story.did(Effect.PayEffect.class)).hasSize(1);
    // From the start screen by touch: my account first, and then the same.
    assertThat(touches + 1).isLessThanOrEqualTo(4);
  }

  @Test
  void what_was_paid_stands_on_the_receipt_that_is_asked_about() {
    open();
    story.press(new Key.Pay());
    ends(new PaymentOutcome.PaidToBeBooked(Payment.ofWhatIsOwed("20261130-1", OWED)));
    story.press(new Key.Confirm());

    assertThat(story.state.screen()).isInstanceOf(Screen.ReceiptChoice.class);
    assertThat(
            ReceiptLines.content(
                    story.state,
                    story.state.session().orElseThrow(),
                    true,
                    Story.time(Duration.ofHours(1)).wall())
                .lines())
        .singleElement()
        .isInstanceOfSatisfying(
            ReceiptContent.ContentLine.PaidLine.class,
            paid -> {
              assertThat(paid.sum()).isEqualTo(OWED);
              assertThat(paid.booked()).isFalse();
            });
  }

  @Test
  void what_the_library_has_not_confirmed_is_still_owed_by_the_account() {
    open();
    story.press(new Key.Pay());
    ends(new PaymentOutcome.PaidToBeBooked(Payment.ofWhatIsOwed("20261130-1", OWED)));

    assertThat(known().account().look().owed()).contains(OWED);
    assertThat(known().account().charges()).hasSize(3);
    assertThat(known().paying().mayTry()).isFalse();
    story.effects.clear();
    story.press(new Key.ShowCharges()).press(new Key.Pay());
    assertThat(story.did(Effect.PayEffect.class)).isEmpty();
  }

  @Test
  void a_card_whose_earlier_payment_is_not_confirmed_reads_so_before_it_pays() {
    story.press(new Key.StartAccount()).card(ANNA).pin("1234").known(ANNA);
    story.tell(
        new FlowEvent.LoansAnswered(story.sessionNumber(), new Answer.Accepted<>(List.of())));
    story.press(new Key.ShowCharges());
    story.tell(
        new FlowEvent.AccountAnswered(
            story.sessionNumber(), new Answer.Accepted<>(owing(1050, 11500, 100)), true));
    assertThat(ShownCodes.ofPaying(known().paying())).contains(Code.M16);
    story.effects.clear();
    story.press(new Key.Pay());
    assertThat(story.did(Effect.PayEffect.class)).isEmpty();
  }

  @Test
  void paying_for_another_card_does_not_make_an_unconfirmed_card_payable() {
    story.press(new Key.StartAccount()).card(ANNA).pin("1234").known(ANNA);
    story.tell(
        new FlowEvent.LoansAnswered(story.sessionNumber(), new Answer.Accepted<>(List.of())));
    story.press(new Key.ShowCharges());
    story.tell(
        new FlowEvent.AccountAnswered(
            story.sessionNumber(), new Answer.Accepted<>(owing(1050, 11500, 100)), true));
    story.card(BEN).pin("4321");
    other(bens(700, true));
    story.press(new Key.Pay());
    ends(new PaymentOutcome.Paid(Payment.ofWhatIsOwed("p", money(700))));
    story.press(new Key.ShowCharges());

    assertThat(ShownCodes.ofPaying(known().paying())).contains(Code.M16);
    story.effects.clear();
    story.press(new Key.Pay());
    assertThat(story.did(Effect.PayEffect.class)).isEmpty();
  }

  @Test
  void another_card_whose_payment_is_not_confirmed_is_not_paid_for_again() {
    open();
    story.card(BEN).pin("1234");
    story.tell(new FlowEvent.OtherTold(story.sessionNumber(), bens(500, true), true));
    assertThat(ShownCodes.ofPaying(known().paying())).contains(Code.M16);
    story.effects.clear();
    story.press(new Key.Pay());
    assertThat(story.did(Effect.PayEffect.class)).isEmpty();
  }

  // ---- for somebody else

  private void other(Answer<PatronLook> look) {
    story.tell(new FlowEvent.OtherTold(story.sessionNumber(), look));
  }

  private static Answer<PatronLook> bens(long owed, boolean pinRight) {
    return new Answer.Accepted<>(
        Story.look(BEN, pinRight, Set.of()).withOwed(Optional.of(money(owed))));
  }

  @Test
  void another_card_is_paid_for_once_its_pin_was_right() {
    open();
    story.card(BEN);
    assertThat(story.did(Effect.AskOther.class)).isEmpty();
    type("4321");
    story.press(new Key.Confirm());
    assertThat(story.didOnce(Effect.AskOther.class).pin().orElseThrow().digits()).isEqualTo("4321");
    other(bens(700, true));
    story.press(new Key.Pay());

    Effect.PayEffect pay = story.didOnce(Effect.PayEffect.class);
    assertThat(pay.patron()).isEqualTo(BEN);
    assertThat(pay.wish()).isEqualTo(PaymentRequest.all(money(700)));
    ends(new PaymentOutcome.Paid(Payment.ofWhatIsOwed("p", money(700))));
    assertThat(known().payable()).contains(OWED);
    assertThat(story.did(Effect.LoadAccount.class)).isEmpty();
    assertThat(story.state.session().orElseThrow().card().orElseThrow().patron()).isEqualTo(ANNA);
    // The slip says whose it was not.
    assertThat(story.state.session().orElseThrow().paid())
        .singleElement()
        .matches(Session.VisitPayment::others);
  }

  @Test
  void a_wrong_pin_of_another_card_tells_nothing_and_three_end_it() {
    open();
    story.card(BEN);
    for (int i = 0; i < 3; i++) {
      assertThat(story.state.screen())
          .isInstanceOfSatisfying(
              Screen.Pay.class,
              pay -> assertThat(pay.page()).isInstanceOf(PayPage.OthersPin.class));
      type("9");
      story.press(new Key.Confirm());
      other(bens(700, false));
    }
    assertThat(known().paying()).isEqualTo(new Paying.OtherNot(Code.C13));
    story.press(new Key.Pay());
    assertThat(story.did(Effect.PayEffect.class)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void what_cannot_be_paid_for_says_why(Code code) {
    Optional<Answer<PatronLook>> look =
        switch (code) {
          case C31 -> Optional.of(Answer.NotSent.because("no line"));
          case M17 -> Optional.of(bens(0, true));
          case M15 ->
              Optional.of(
                  new Answer.Accepted<>(
                      Story.look(BEN, true, Set.of()).withOwed(Optional.empty())));
          default -> Optional.empty();
        };
    look.ifPresent(
        answer -> {
          open();
          story.card(BEN);
          type("4321");
          story.press(new Key.Confirm());
          other(answer);
          assertThat(known().paying()).isEqualTo(new Paying.OtherNot(code));
        });
  }

  private void terminal(DeviceCondition condition) {
    story.tell(
        new FlowEvent.DeviceChanged(
            DeviceLine.plain(DeviceRole.PAYMENT, "payment", condition, "G82", "no way")));
  }

  @ParameterizedTest
  @EnumSource(
      value = DeviceCondition.class,
      names = {"CONNECTING", "NEEDS_HAND"})
  void nothing_is_offered_while_the_terminal_is_known_to_be_away_and_the_desk_is_named(
      DeviceCondition condition) {
    terminal(condition);
    open();

    assertThat(known().paying()).isEqualTo(new Paying.NotHere(true));
    assertThat(ShownCodes.of(story.state)).contains(Code.M14);
    story.press(new Key.Pay()).press(new Key.TypeAmount()).press(new Key.TurnCharge(1));
    assertThat(known().wish().orElseThrow().amount()).isEqualTo(OWED);
    assertThat(story.state.screen()).isEqualTo(new Screen.MyAccount(AccountPart.CHARGES, 0));
    assertThat(story.did(Effect.PayEffect.class)).isEmpty();
  }

  @Test
  void a_terminal_that_is_back_is_offered_to_who_stands_there() {
    terminal(DeviceCondition.CONNECTING);
    open();
    assertThat(known().paying()).isEqualTo(new Paying.NotHere(true));

    terminal(DeviceCondition.READY);

    assertThat(known().paying()).isEqualTo(new Paying.PayingNotBegun());
    story.press(new Key.Pay());
    assertThat(paid().amount()).isEqualTo(OWED);
  }

  @Test
  void a_terminal_that_goes_while_the_charges_are_read_is_not_offered_any_more() {
    open();

    terminal(DeviceCondition.CONNECTING);

    assertThat(known().paying()).isEqualTo(new Paying.NotHere(true));
    assertThat(story.did(Effect.PayEffect.class)).isEmpty();
  }

  @Test
  void what_became_of_a_payment_stays_to_be_read_when_the_terminal_is_away() {
    open();
    story.press(new Key.Pay());
    story.effects.clear();
    terminal(DeviceCondition.CONNECTING);
    assertThat(known().paying()).isInstanceOf(Paying.AtTerminal.class);
    ends(new PaymentOutcome.NotPaid(PaymentOutcome.NonPaymentReason.TERMINAL_NOT_READY));
    assertThat(known().paying()).isInstanceOf(Paying.PayingEnded.class);

    story.press(new Key.Pay());
    assertThat(story.did(Effect.PayEffect.class)).isEmpty();
    assertThat(known().paying()).isEqualTo(new Paying.NotHere(true));
    assertThat(story.state.screen()).isEqualTo(new Screen.MyAccount(AccountPart.CHARGES, 0));

    terminal(DeviceCondition.READY);
    story.press(new Key.Pay());
    assertThat(paid().amount()).isEqualTo(OWED);
  }

  @Test
  void for_another_card_nothing_is_asked_while_the_terminal_is_away() {
    open();
    story.card(BEN);
    type("4321");
    story.press(new Key.Confirm());
    other(bens(700, true));
    terminal(DeviceCondition.CONNECTING);

    story.press(new Key.Pay());

    assertThat(story.did(Effect.PayEffect.class)).isEmpty();
    assertThat(known().paying()).isEqualTo(new Paying.OtherNot(Code.M14));
    story.press(new Key.ShowCharges());
    assertThat(known().paying()).isEqualTo(new Paying.NotHere(true));
  }

  @Test
  void staff_read_once_that_it_is_away_and_that_it_is_back() {
    terminal(DeviceCondition.READY);
    terminal(DeviceCondition.CONNECTING);
    terminal(DeviceCondition.CONNECTING);
    terminal(DeviceCondition.READY);

    assertThat(story.did(Effect.LogStaff.class))
        .containsExactly(
            new Effect.LogStaff(
                Effect.StaffNote.TERMINAL_AWAY, Optional.of(Code.M14), Optional.empty()),
            new Effect.LogStaff(
                Effect.StaffNote.TERMINAL_BACK, Optional.empty(), Optional.empty()));
  }

  @Test
  void back_at_the_charges_the_other_card_is_forgotten() {
    open();
    story.card(BEN);
    type("4321");
    story.press(new Key.Confirm());
    other(bens(700, true));
    story.press(new Key.ShowCharges());
    assertThat(Personal.in(story.state)).noneMatch(text -> text.contains(BEN.value()));
    story.press(new Key.Pay());
    assertThat(story.didOnce(Effect.PayEffect.class).patron()).isEqualTo(ANNA);
  }
}
