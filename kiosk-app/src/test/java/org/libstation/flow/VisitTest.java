package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.flow.Story.ANNA;
import static org.libstation.flow.Story.BEN;
import static org.libstation.flow.Story.BOOK;
import static org.libstation.flow.Story.DUE;
import static org.libstation.flow.Story.TITLE;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.circulation.Answer;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.LoanLine;
import org.libstation.circulation.PatronBlock;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.RenewOutcome;
import org.libstation.device.DeviceHealth;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.Account;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowEvent.TagResult;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Key.ChooseReceipt.ReceiptForm;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.LoanRow;
import org.libstation.flow.state.Overlay;
import org.libstation.flow.state.PadTag.SecurityBit;
import org.libstation.flow.state.Place;
import org.libstation.flow.state.ReceiptContent;
import org.libstation.flow.state.ReceiptLines;
import org.libstation.flow.state.ScannedCode;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.Identify;
import org.libstation.flow.state.Screen.Identify.IdentifyStep;
import org.libstation.flow.state.Sound;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.state.TagReading;
import org.libstation.station.DeviceBridge;
import org.libstation.testkit.Changed;

class VisitTest {
  private final Story story = Story.usual();

  @Test
  void a_card_alone_begins_a_visit_and_its_pin_is_asked_for() {
    story.card(ANNA);
    assertThat(story.state.screen())
        .isEqualTo(new Identify(new IdentifyStep.AskPin(0, Optional.empty())));
    story.press(new Key.Digit(1)).press(new Key.Digit(2)).press(new Key.Erase());
    assertThat(story.state.screen())
        .isEqualTo(new Identify(new IdentifyStep.AskPin(1, Optional.empty())));
    assertThat(story.did(Effect.IdentifyEffect.class)).isEmpty();
    story.press(new Key.Confirm());
    assertThat(story.didOnce(Effect.IdentifyEffect.class).pin().orElseThrow().digits())
        .isEqualTo("1");
    assertThat(story.state.session().orElseThrow().typed().digits()).isEmpty();
  }

  @Test
  void whatever_is_read_before_something_was_chosen_is_told_so_for_a_while() {
    story.scan(BOOK);
    assertThat(said()).contains(Code.B16);
    assertThat(story.didOnce(Effect.Beep.class)).isEqualTo(new Effect.Beep(Sound.NEEDS_HAND));
    story.tell(new FlowEvent.BarcodeRead(Place.PAD, new ScannedCode.BadCheck("1234")));
    assertThat(said()).contains(Code.B14);
    story.tell(new FlowEvent.BarcodeRead(Place.PAD, new ScannedCode.UnknownCode("abcd")));
    assertThat(said()).contains(Code.C25);
    story.seconds(19);
    assertThat(said()).contains(Code.C25);
    story.seconds(1);
    assertThat(said()).isEmpty();
    assertThat(story.state.screen()).isInstanceOf(Screen.Welcome.class);
  }

  @Test
  void a_book_laid_down_before_something_was_chosen_is_seen_and_taken_then() {
    story.tag("A", BOOK);
    assertThat(said()).contains(Code.B16);
    assertThat(story.didOnce(Effect.Beep.class)).isEqualTo(new Effect.Beep(Sound.SEEN));
    story.press(new Key.StartReturn()).seconds(2);
    assertThat(story.didOnce(Effect.Receive.class).item()).isEqualTo(BOOK);
  }

  private Optional<Code> said() {
    return story.state.screen() instanceof Screen.Welcome welcome
        ? welcome.said().map(Screen.Welcome.WelcomeNotice::code)
        : Optional.empty();
  }

  @Test
  void where_no_pin_is_required_the_card_is_enough() {
    Story open = new Story(with(FlowSettings.PinRule.NEVER));
    open.card(ANNA);
    assertThat(open.didOnce(Effect.IdentifyEffect.class).pin()).isEmpty();
    open.identified(new Answer.Accepted<>(Story.look(ANNA, false, Set.of())), List.of());
    assertThat(open.state.screen()).isInstanceOf(Screen.Borrow.class);
  }

  @Test
  void where_a_pin_is_required_for_the_account_only_it_is_asked_for_there() {
    Story story = new Story(with(FlowSettings.PinRule.ACCOUNT));
    story.card(ANNA).identified(Answer.NotSent.because("no line"), List.of());
    assertThat(story.state.screen()).isInstanceOf(Screen.Borrow.class);
    story.press(new Key.StartAccount());
    assertThat(story.state.screen())
        .isEqualTo(new Identify(new IdentifyStep.AskPin(0, Optional.empty())));
    story.pin("1234").known(ANNA);
    assertThat(story.state.screen()).isInstanceOf(Screen.MyAccount.class);
  }

  @Test
  void a_wrong_pin_can_be_typed_again_but_not_for_ever() {
    story.card(ANNA);
    for (int i = 1; i <= 2; i++) {
      story
          .pin("0000")
          .identified(new Answer.Accepted<>(Story.look(ANNA, false, Set.of())), List.of());
      assertThat(story.state.screen())
          .isEqualTo(new Identify(new IdentifyStep.AskPin(0, Optional.of(Code.C12))));
    }
    story
        .pin("0000")
        .identified(new Answer.Accepted<>(Story.look(ANNA, false, Set.of())), List.of());
    assertThat(story.state.screen())
        .isEqualTo(new Identify(new IdentifyStep.Problem(Code.C13, false)));
    assertThat(story.state.session().orElseThrow().card()).isEmpty();
  }

  @Test
  void two_cards_are_one_too_many() {
    story.card(ANNA).card(BEN);
    assertThat(story.state.screen())
        .isEqualTo(new Identify(new IdentifyStep.AskCard(Optional.of(Code.C21))));
    assertThat(story.state.session().orElseThrow().card()).isEmpty();
  }

  @Test
  void two_cards_on_the_pad_are_one_too_many() {
    story.press(new Key.StartBorrow());
    story.tag("C1", new TagReading.CardTag(ANNA), SecurityBit.ARMED);
    story.tag("C2", new TagReading.CardTag(BEN), SecurityBit.ARMED);
    assertThat(story.state.screen())
        .isEqualTo(new Identify(new IdentifyStep.AskCard(Optional.of(Code.C21))));
  }

  @Test
  void an_item_where_a_card_is_expected_says_so_and_so_does_a_card_where_an_item_is_expected() {
    story.press(new Key.StartBorrow()).scan(BOOK);
    assertThat(story.state.screen())
        .isEqualTo(new Identify(new IdentifyStep.AskCard(Optional.of(Code.C24))));
    story.borrowing(ANNA).card(ANNA);
    assertThat(story.state.session().orElseThrow().notice()).contains(Code.B13);
    story.scan(BOOK).card(BEN);
    assertThat(story.state.session().orElseThrow().notice()).contains(Code.C22);
    assertThat(story.state.session().orElseThrow().card().orElseThrow().patron()).isEqualTo(ANNA);
  }

  @ParameterizedTest
  @CsvSource({
    "TOO_MANY_CHARGED, B31",
    "EXCESSIVE_FINES, B33",
    "TOO_MANY_OVERDUE, B34",
    "CHARGE_DENIED, C16"
  })
  void a_card_that_may_not_borrow_may_still_see_its_account(PatronBlock block, Code code) {
    story.card(ANNA).pin("1234");
    story.identified(
        new Answer.Accepted<>(Story.look(ANNA, true, EnumSet.of(PatronBlock.CHARGE_DENIED, block))),
        List.of());
    assertThat(story.state.screen()).isEqualTo(new Identify(new IdentifyStep.Problem(code, true)));
    story.press(new Key.StartAccount());
    assertThat(story.state.screen())
        .isEqualTo(new Screen.MyAccount(Screen.MyAccount.AccountPart.LOANS, 0));
    assertThat(story.did(Effect.LoadLoans.class)).hasSize(1);
  }

  @Test
  void a_book_laid_down_by_a_card_that_may_not_borrow_is_answered_and_can_be_returned() {
    story.card(ANNA).pin("1234");
    story.identified(blocked(PatronBlock.TOO_MANY_OVERDUE), List.of());
    assertThat(story.state.session().orElseThrow().notice()).isEmpty();
    story.tag("E0", BOOK);
    assertThat(story.state.session().orElseThrow().notice()).contains(Code.B34);
    assertThat(story.did(Effect.Lend.class)).isEmpty();
    story.press(new Key.StartReturn());
    assertThat(story.state.screen()).isInstanceOf(Screen.Return.class);
  }

  @Test
  void a_card_that_owes_comes_straight_to_what_is_owed() {
    story.card(ANNA).pin("1234");
    story.identified(blocked(PatronBlock.EXCESSIVE_FINES), List.of());
    story.press(new Key.ShowCharges());
    assertThat(story.state.screen())
        .isEqualTo(new Screen.MyAccount(Screen.MyAccount.AccountPart.CHARGES, 0));
    assertThat(story.did(Effect.LoadLoans.class)).hasSize(1);
    story.tell(
        new FlowEvent.LoansAnswered(
            story.state.session().orElseThrow().number(), new Answer.Accepted<>(List.of())));
    assertThat(story.did(Effect.LoadAccount.class)).hasSize(1);
  }

  @Test
  void a_card_that_is_shown_while_returning_can_borrow_without_being_shown_again() {
    story.press(new Key.StartReturn()).card(ANNA);
    assertThat(story.state.screen()).isInstanceOf(Screen.Return.class);
    assertThat(story.did(Effect.IdentifyEffect.class)).isEmpty();
    story.press(new Key.StartBorrow()).pin("1234");
    assertThat(story.state.session().orElseThrow().card().orElseThrow().patron()).isEqualTo(ANNA);
    assertThat(story.did(Effect.IdentifyEffect.class)).hasSize(1);
  }

  @Test
  void a_card_that_was_shown_while_returning_is_forgotten_with_the_next_book() {
    story.press(new Key.StartReturn()).card(ANNA);
    assertThat(story.state.session().orElseThrow().shownCard()).contains(ANNA);
    story.scan(BOOK);
    assertThat(story.state.session().orElseThrow().shownCard()).isEmpty();
    story.press(new Key.StartBorrow());
    assertThat(story.state.screen())
        .isEqualTo(new Identify(new IdentifyStep.AskCard(Optional.empty())));
  }

  private static Answer<PatronLook> blocked(PatronBlock block) {
    return new Answer.Accepted<>(
        Story.look(ANNA, true, EnumSet.of(PatronBlock.CHARGE_DENIED, block)));
  }

  @ParameterizedTest
  @CsvSource({"CARD_EXPIRED, C15", "CARD_LOST, C14", "OWES_TOO_MUCH, C16"})
  void where_flags_deny_borrowing_a_text_may_say_that_the_card_is_expired_or_lost(
      Refusal.RefusalReason text, Code code) {
    story.card(ANNA).pin("1234");
    story.identified(
        new Answer.Accepted<>(told(EnumSet.of(PatronBlock.CHARGE_DENIED), text)), List.of());
    assertThat(story.state.screen()).isEqualTo(new Identify(new IdentifyStep.Problem(code, true)));
  }

  @ParameterizedTest
  @EnumSource(Refusal.RefusalReason.class)
  void a_text_alone_keeps_nobody_from_borrowing(Refusal.RefusalReason text) {
    story.card(ANNA).pin("1234");
    story.identified(new Answer.Accepted<>(told(Set.of(), text)), List.of());
    assertThat(story.state.screen()).isInstanceOf(Screen.Borrow.class);
  }

  private static PatronLook told(Set<PatronBlock> blocks, Refusal.RefusalReason text) {
    PatronLook look = Story.look(ANNA, true, blocks);
    return Changed.with(look, "reasons", Set.of(text));
  }

  @Test
  void a_card_that_is_lost_is_not_served() {
    story.card(ANNA).pin("1234");
    story.identified(
        new Answer.Accepted<>(Story.look(ANNA, true, Set.of(PatronBlock.CARD_LOST))), List.of());
    assertThat(story.state.screen())
        .isEqualTo(new Identify(new IdentifyStep.Problem(Code.C14, false)));
  }

  @Test
  void without_an_answer_a_person_can_go_on_and_borrow() {
    story.card(ANNA).pin("1234").identified(Answer.NotSent.because("no line"), List.of());
    assertThat(story.state.screen()).isInstanceOf(Screen.Borrow.class);
  }

  @Test
  void loans_are_renewed_one_by_one_or_all_at_once() {
    account();
    story.press(new Key.RenewOne(BOOK));
    assertThat(story.didOnce(Effect.RenewEffect.class).item()).isEqualTo(BOOK);
    story.press(new Key.RenewAll());
    assertThat(story.did(Effect.RenewEffect.class)).hasSize(2);
    DueDate later = DueDate.of(DUE.plusDays(14));
    renewed(new RenewOutcome.Renewed(BOOK, TITLE, later));
    renewed(
        new RenewOutcome.NotRenewed(
            Story.OTHER, Optional.empty(), Refusal.of(Refusal.RefusalReason.NO_MORE_RENEWALS)));
    Account.Loaded loaded = (Account.Loaded) story.state.session().orElseThrow().account();
    assertThat(loaded.loans())
        .extracting(LoanRow::renewing)
        .containsExactly(
            new LoanRow.RenewalState.NotRenewed(Code.N11),
            new LoanRow.RenewalState.RenewalGranted());
    assertThat(loaded.loans().getLast().due()).contains(later);
  }

  @Test
  void without_an_answer_a_renewal_is_asked_for_with_the_item_in_hand() {
    story.press(new Key.StartAccount()).card(ANNA).pin("1234");
    story.identified(Answer.NotSent.because("no line"), List.of());
    story.tell(
        new FlowEvent.LoansAnswered(story.sessionNumber(), Answer.NotSent.because("no line")));
    assertThat(story.state.session().orElseThrow().account())
        .isEqualTo(new Account.NotShown(Code.C31, List.of()));
    story.scan(BOOK);
    assertThat(story.didOnce(Effect.RenewEffect.class).item()).isEqualTo(BOOK);
    renewed(new RenewOutcome.Asked(3, BOOK, story.state.now().wall()));
    story.press(new Key.Confirm()).press(new Key.ChooseReceipt(ReceiptForm.PLAIN));
    assertThat(story.didOnce(Effect.Print.class).receipt().lines())
        .singleElement()
        .isInstanceOf(ReceiptContent.ContentLine.RenewalAsked.class);
  }

  @Test
  void an_idle_person_is_asked_and_then_let_go_and_nothing_personal_remains() {
    account();
    story.press(new Key.SwitchLanguage(Language.EN)).press(new Key.ContrastKey()).seconds(61);
    assertThat(story.state.overlay())
        .hasValueSatisfying(sheet -> assertThat(sheet).isInstanceOf(Overlay.IdleWarning.class));
    story.seconds(30);
    assertThat(story.state.screen()).isEqualTo(Screen.Welcome.untouched());
    assertThat(story.state.language()).isEqualTo(Language.ZH_HANT_HK);
    assertThat(story.state.access()).isEqualTo(Access.STANDARD);
    assertThat(story.did(Effect.EndSessionEffect.class)).hasSize(1);
    assertNothingPersonal();
  }

  @Test
  void the_idle_warning_can_be_answered_at_least_ten_times_but_not_for_ever() {
    story.borrowing(ANNA);
    int answered = 0;
    while (story.state.session().isPresent() && answered < 100) {
      story.seconds(65);
      story.press(new Key.Stay());
      if (story.state.overlay().isEmpty()) {
        answered++;
      } else {
        story.seconds(60);
      }
    }
    assertThat(answered).isBetween(10, 99);
  }

  @Test
  void slow_mode_doubles_the_time() {
    story.borrowing(ANNA).press(new Key.Slow()).seconds(115);
    assertThat(story.state.overlay()).isEmpty();
    story.seconds(10);
    assertThat(story.state.overlay()).isPresent();
    story.seconds(50);
    assertThat(story.state.session()).isPresent();
    story.seconds(10);
    assertThat(story.state.session()).isEmpty();
  }

  @Test
  void the_clock_stands_still_while_the_desk_works_but_not_for_ever() {
    story.borrowing(ANNA).scan(BOOK).seconds(100);
    assertThat(story.state.overlay()).isEmpty();
    story.seconds(100);
    assertThat(story.state.session()).isEmpty();
  }

  @Test
  void dialogs_and_the_receipt_choice_end_by_themselves_too() {
    story.borrowing(ANNA).tag("E1", BOOK).seconds(2).lift("E1").lent(BOOK, 7);
    story.press(new Key.Leave());
    assertThat(story.state.overlay()).contains(new Overlay.ConfirmLeave(1));
    story.seconds(120);
    assertThat(story.state.screen()).isEqualTo(Screen.Welcome.untouched());
    assertThat(story.didOnce(Effect.NotReleasedEffect.class).entry()).isEqualTo(7);
    assertNothingPersonal();
  }

  @Test
  void leaving_with_an_open_matter_asks_and_hands_the_loan_to_staff() {
    story.borrowing(ANNA).tag("E1", BOOK).seconds(2).lift("E1").lent(BOOK, 7);
    story.press(new Key.Leave()).press(new Key.Stay());
    assertThat(story.state.overlay()).isEmpty();
    assertThat(story.did(Effect.NotReleasedEffect.class)).isEmpty();
    story.press(new Key.Leave()).press(new Key.Leave());
    assertThat(story.didOnce(Effect.NotReleasedEffect.class).entry()).isEqualTo(7);
    assertThat(story.state.session()).isEmpty();
  }

  @Test
  void leaving_waits_for_what_is_under_way() {
    story.borrowing(ANNA).scan(BOOK).press(new Key.Confirm());
    assertThat(story.state.session().orElseThrow().leaving()).isTrue();
    story.lent(BOOK, 7);
    assertThat(story.state.screen()).isInstanceOf(Screen.Borrow.class);
    story.released(7);
    assertThat(story.state.screen()).isInstanceOf(Screen.ReceiptChoice.class);
  }

  @ParameterizedTest
  @EnumSource(ReceiptForm.class)
  void a_receipt_shows_titles_only_when_they_were_asked_for(ReceiptForm wish) {
    lentOne();
    story.press(new Key.Confirm()).press(new Key.ChooseReceipt(wish));
    switch (wish) {
      case NONE -> assertThat(story.did(Effect.Print.class)).isEmpty();
      case PLAIN ->
          assertThat(story.didOnce(Effect.Print.class).toString())
              .contains("1111")
              .doesNotContain(TITLE)
              .doesNotContain(BOOK.value());
      case WITH_TITLES -> assertThat(story.didOnce(Effect.Print.class).toString()).contains(TITLE);
    }
    assertThat(story.did(Effect.Print.class).toString()).doesNotContain(ANNA.value());
  }

  @Test
  void a_receipt_that_does_not_come_out_is_told_and_the_phone_is_what_is_left() {
    lentOne();
    story.press(new Key.Confirm()).press(new Key.ChooseReceipt(ReceiptForm.PLAIN));
    long job = story.didOnce(Effect.Print.class).job();
    story.tell(
        new FlowEvent.PrintJobEnded(
            job,
            Optional.of(new FlowEvent.PrintTrouble("DP32", "paper out", true, Optional.empty()))));
    assertThat(choice().problem()).contains(Code.P02);
    story.press(new Key.ChooseReceipt(ReceiptForm.PLAIN));
    assertThat(story.did(Effect.Print.class)).hasSize(1);
    story.press(new Key.Confirm());
    assertThat(story.state.screen())
        .isInstanceOfSatisfying(
            Screen.Done.class,
            done -> assertThat(done.summary().problems()).containsExactly(Code.P02));
    assertNothingPersonal();
  }

  @ParameterizedTest
  @CsvSource({
    "NEEDS_HAND,DP32,P03",
    "NEEDS_HAND,DP16,P04",
    "CONNECTING,DP10,P04",
    "NEEDS_HAND,DP1E,",
    "NEEDS_HAND,DP20,P04",
    "NEEDS_HAND,DP22,P04",
    "NEEDS_HAND,DP27,",
    "READY,'',"
  })
  void a_receipt_that_cannot_be_printed_is_not_offered_but_told(
      DeviceCondition condition, String trouble, @Nullable Code told) {
    DeviceHealth health =
        switch (condition) {
          case READY -> new DeviceHealth.Ready(Instant.EPOCH, List.of(), Instant.EPOCH);
          case NEEDS_HAND -> new DeviceHealth.NeedsHand(Instant.EPOCH, trouble, "");
          case CONNECTING -> new DeviceHealth.Connecting(Instant.EPOCH, 1, trouble, "");
        };
    lentOne();
    tellPrinter(health);
    story.press(new Key.Confirm());
    assertThat(choice().problem()).isEqualTo(Optional.ofNullable(told));
    story.press(new Key.ChooseReceipt(ReceiptForm.PLAIN));
    assertThat(story.did(Effect.Print.class)).hasSize(told == null ? 1 : 0);
  }

  @Test
  void paper_that_ends_while_the_receipt_is_asked_about_is_told_before_it_is_wished_for() {
    lentOne();
    story.press(new Key.Confirm());
    assertThat(choice().problem()).isEmpty();
    tellPrinter(new DeviceHealth.NeedsHand(Instant.EPOCH, "DP32", "paper out"));
    assertThat(choice().problem()).contains(Code.P03);
    tellPrinter(new DeviceHealth.Ready(Instant.EPOCH, List.of(), Instant.EPOCH));
    assertThat(choice().problem()).as("a new roll is in").isEmpty();
    story.press(new Key.ChooseReceipt(ReceiptForm.PLAIN));
    assertThat(story.did(Effect.Print.class)).hasSize(1);
  }

  @Test
  void what_became_of_a_print_stays_told_when_the_printer_changes() {
    lentOne();
    story.press(new Key.Confirm()).press(new Key.ChooseReceipt(ReceiptForm.PLAIN));
    long job = story.didOnce(Effect.Print.class).job();
    story.tell(
        new FlowEvent.PrintJobEnded(
            job,
            Optional.of(new FlowEvent.PrintTrouble("DP32", "paper out", true, Optional.empty()))));
    tellPrinter(new DeviceHealth.NeedsHand(Instant.EPOCH, "DP32", "paper out"));
    tellPrinter(new DeviceHealth.Ready(Instant.EPOCH, List.of(), Instant.EPOCH));
    assertThat(choice().problem()).contains(Code.P02);
  }

  private void tellPrinter(DeviceHealth health) {
    story.tell(
        new FlowEvent.DeviceChanged(
            DeviceBridge.line(DeviceRole.PRINTER, DeviceRole.PRINTER.name(), health)));
  }

  @Test
  void a_receipt_of_which_nothing_came_out_is_told_so() {
    lentOne();
    story.press(new Key.Confirm()).press(new Key.ChooseReceipt(ReceiptForm.PLAIN));
    long job = story.didOnce(Effect.Print.class).job();
    story.tell(
        new FlowEvent.PrintJobEnded(
            job,
            Optional.of(new FlowEvent.PrintTrouble("DP32", "paper out", false, Optional.empty()))));
    assertThat(choice().problem()).contains(Code.P01);
  }

  @Test
  void a_printer_that_never_answers_is_not_waited_for_for_ever_and_the_receipt_withdrawn() {
    lentOne();
    story.press(new Key.Confirm()).press(new Key.ChooseReceipt(ReceiptForm.PLAIN)).seconds(46);
    long job = story.didOnce(Effect.Print.class).job();
    assertThat(story.didOnce(Effect.WithdrawPrint.class).job()).isEqualTo(job);
    assertThat(choice().problem()).contains(Code.P02);
    story.seconds(91);
    assertThat(story.state.screen()).isInstanceOf(Screen.Done.class);
    assertNothingPersonal();
    // The book still lies there.
    story.seconds(61);
    assertThat(story.state.screen()).isEqualTo(Screen.Welcome.untouched());
  }

  @Test
  void without_a_printer_the_receipt_is_for_a_phone_and_titles_are_a_wish() {
    Story bare = Story.without(DeviceRole.PRINTER);
    bare.borrowing(ANNA).scan(BOOK).lent(BOOK, 7).released(7).press(new Key.Confirm());
    assertThat(bare.state.screen())
        .isInstanceOfSatisfying(
            Screen.ReceiptChoice.class,
            choice -> {
              assertThat(choice.problem()).isEmpty();
              assertThat(choice.titles()).isFalse();
            });
    assertThat(receipt(bare)).contains("1111").doesNotContain(TITLE);
    bare.seconds(20).press(new Key.ReceiptTitles());
    assertThat(receipt(bare)).contains(TITLE).doesNotContain(ANNA.value());
    bare.press(new Key.ChooseReceipt(ReceiptForm.PLAIN));
    assertThat(bare.did(Effect.Print.class)).isEmpty();
    bare.seconds(90);
    assertThat(bare.state.screen()).isInstanceOf(Screen.Done.class);
    assertThat(bare.state.session()).isEmpty();
    assertThat(Personal.in(bare.state)).noneMatch(text -> text.contains(TITLE));
  }

  @Test
  void whoever_looks_for_a_phone_is_asked_before_the_receipt_goes_and_can_stay() {
    lentOne();
    story.press(new Key.Confirm()).seconds(59);
    assertThat(story.state.overlay()).isEmpty();
    story.seconds(1);
    assertThat(story.state.overlay()).contains(new Overlay.IdleWarning(30, 20));
    assertThat(story.did(Effect.Beep.class)).contains(new Effect.Beep(Sound.TIME_SHORT));
    story.seconds(29).press(new Key.Stay());
    assertThat(story.state.screen()).isInstanceOf(Screen.ReceiptChoice.class);
    story.seconds(59);
    assertThat(story.state.overlay()).isEmpty();
    story.seconds(2).press(new Key.Leave());
    assertThat(story.state.screen()).isInstanceOf(Screen.Done.class);
    assertNothingPersonal();
  }

  @Test
  void another_card_at_the_receipt_is_told_that_this_visit_comes_first() {
    lentOne();
    story.press(new Key.Confirm()).card(BEN);
    assertThat(story.state.screen()).isInstanceOf(Screen.ReceiptChoice.class);
    assertThat(story.state.session().orElseThrow().notice()).contains(Code.C22);
  }

  @Test
  void the_moment_on_a_receipt_stands_still_while_a_phone_looks_at_it() {
    lentOne();
    story.press(new Key.Confirm());
    Screen before = story.state.screen();
    String written = receipt(story);
    story.seconds(30);
    assertThat(story.state.screen()).isEqualTo(before);
    assertThat(receipt(story)).isEqualTo(written);
  }

  @Test
  void a_number_of_the_journal_finds_the_visit_again() {
    lentOne();
    assertThat(ReceiptLines.quote(story.state.session().orElseThrow())).hasValue(7);
  }

  private static String receipt(Story story) {
    Screen.ReceiptChoice choice = (Screen.ReceiptChoice) story.state.screen();
    return ReceiptLines.content(
            story.state, story.state.session().orElseThrow(), choice.titles(), choice.at())
        .toString();
  }

  private Screen.ReceiptChoice choice() {
    return (Screen.ReceiptChoice) story.state.screen();
  }

  @Test
  void switching_the_language_keeps_the_task() {
    story.borrowing(ANNA).scan(BOOK);
    Screen before = story.state.screen();
    for (Language language : Language.values()) {
      story.press(new Key.SwitchLanguage(language));
      assertThat(story.state.language()).isEqualTo(language);
      assertThat(story.state.screen()).isEqualTo(before);
      assertThat(story.onlyRow().item()).contains(BOOK);
    }
  }

  @Test
  void loans_are_listed_overdue_first_then_as_they_fall_due_and_a_renewal_moves_none() {
    story.press(new Key.StartAccount()).card(ANNA).pin("1234").known(ANNA);
    ItemId late = new ItemId("39999000007777");
    ItemId third = new ItemId("39999000008888");
    story.tell(
        new FlowEvent.LoansAnswered(
            story.sessionNumber(),
            new Answer.Accepted<>(
                List.of(
                    new LoanLine(Story.OTHER, "Without a day", Optional.empty(), false),
                    new LoanLine(late, "Late", Optional.of(DueDate.of(DUE.plusDays(9))), true),
                    new LoanLine(
                        third, "Next week", Optional.of(DueDate.of(DUE.plusDays(7))), false),
                    new LoanLine(BOOK, TITLE, Optional.of(DueDate.of(DUE)), false)))));
    assertThat(listed()).containsExactly(late, BOOK, third, Story.OTHER);

    story.press(new Key.RenewOne(late));
    renewed(new RenewOutcome.Renewed(late, "Late", DueDate.of(DUE.plusDays(30))));
    assertThat(listed()).containsExactly(late, BOOK, third, Story.OTHER);
  }

  private List<ItemId> listed() {
    return story.state.session().orElseThrow().account().rows().stream()
        .map(row -> row.item())
        .toList();
  }

  private void lentOne() {
    story.borrowing(ANNA).tag("E1", BOOK).seconds(2).lent(BOOK, 7);
    story.cleared(7, "E1", TagResult.DONE).released(7);
  }

  private void account() {
    story.press(new Key.StartAccount()).card(ANNA).pin("1234").known(ANNA);
    story.tell(
        new FlowEvent.LoansAnswered(
            story.sessionNumber(),
            new Answer.Accepted<>(
                List.of(
                    new LoanLine(BOOK, TITLE, Optional.of(DueDate.of(DUE)), false),
                    new LoanLine(Story.OTHER, "Another", Optional.empty(), true)))));
  }

  private void renewed(RenewOutcome outcome) {
    story.tell(new FlowEvent.RenewAnswered(story.sessionNumber(), outcome));
  }

  private void assertNothingPersonal() {
    assertThat(story.state.session()).isEmpty();
    assertThat(Personal.in(story.state))
        .doesNotContain(ANNA.value())
        .doesNotContain("1234")
        .noneMatch(text -> text.contains(TITLE));
  }

  private static FlowSettings with(FlowSettings.PinRule rule) {
    return FlowTests.settings(rule);
  }
}
