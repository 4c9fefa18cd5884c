package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.flow.Story.ANNA;
import static org.libstation.flow.Story.BEN;
import static org.libstation.flow.Story.BOOK;
import static org.libstation.flow.Story.DUE;
import static org.libstation.flow.Story.OTHER;
import static org.libstation.flow.Story.TITLE;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.circulation.Answer;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.LoanLine;
import org.libstation.circulation.LoanOutcome;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.SecurityBitRule;
import org.libstation.flow.state.Account;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowEvent.TagResult;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Key.ChooseReceipt.ReceiptForm;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.PadTag.SecurityBit;
import org.libstation.flow.state.ReceiptContent;
import org.libstation.flow.state.ReceiptLines;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.After;
import org.libstation.flow.state.Screen.Identify;
import org.libstation.flow.state.Screen.Identify.IdentifyStep;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.TagReading;

/// A parent with several cards: a session and a receipt each.
class NextCardTest {
  private static final ItemId THIRD = new ItemId("39999000003333");

  private final Story story = Story.usual();

  @Test
  void a_key_finishes_the_first_card_and_asks_for_the_next() {
    lend(ANNA, "E1", BOOK, 7);
    story.press(new Key.SwitchLanguage(Language.EN)).press(new Key.NextCard());
    assertThat(choice().after()).isEqualTo(new After.AnotherCard(Optional.empty()));
    story.press(new Key.ChooseReceipt(ReceiptForm.NONE));
    assertThat(story.state.screen())
        .isEqualTo(new Identify(new IdentifyStep.AskCard(Optional.empty())));
    assertThat(story.state.session().orElseThrow().borrows()).isEmpty();
    assertThat(story.state.language()).isEqualTo(Language.EN);
    assertNothingOf(ANNA);
  }

  @Test
  void presenting_another_card_does_so_too() {
    lend(ANNA, "E1", BOOK, 7);
    story.card(BEN);
    assertThat(choice().after()).isEqualTo(new After.AnotherCard(Optional.of(BEN)));
    story.press(new Key.Confirm());
    assertThat(story.state.screen())
        .isEqualTo(new Identify(new IdentifyStep.AskPin(0, Optional.empty())));
    assertThat(story.state.session().flatMap(Session::card).orElseThrow().patron()).isEqualTo(BEN);
    assertNothingOf(ANNA);
  }

  @Test
  void where_nothing_was_done_there_is_no_receipt_to_ask_about() {
    story.borrowing(ANNA).card(BEN);
    assertThat(story.state.screen())
        .isEqualTo(new Identify(new IdentifyStep.AskPin(0, Optional.empty())));
    assertNothingOf(ANNA);
  }

  @Test
  void what_is_under_way_or_open_for_the_first_card_comes_first() {
    story.borrowing(ANNA).tag("E1", BOOK).seconds(2);
    story.card(BEN);
    assertThat(story.state.session().orElseThrow().notice()).contains(Code.C22);
    story.lift("E1").lent(BOOK, 7).press(new Key.NextCard());
    assertThat(story.state.session().orElseThrow().notice()).contains(Code.C22);
    assertThat(story.state.screen()).isInstanceOf(Screen.Borrow.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = ReceiptForm.class,
      names = {"PLAIN", "WITH_TITLES"})
  void paper_is_chosen_once_and_each_card_gets_its_own_with_its_own_end(ReceiptForm wish) {
    lend(ANNA, "E1", BOOK, 7);
    story.press(new Key.NextCard()).press(new Key.ChooseReceipt(wish));
    ReceiptContent first = printed();
    assertThat(first.whose()).contains("1234");
    assertThat(first.toString()).contains("1111").doesNotContain("2222");
    story.lift("E1");
    lend(BEN, "E2", OTHER, 8);
    story.press(new Key.Confirm());
    ReceiptContent second = printed();
    assertThat(second.whose()).contains("5678");
    assertThat(second.toString()).contains("2222").doesNotContain("1111").doesNotContain("1234");
    assertThat(second.toString().contains(TITLE)).isEqualTo(wish == ReceiptForm.WITH_TITLES);
    assertThat(story.state.screen()).isInstanceOf(Screen.Done.class);
    story.lift("E2").seconds(9);
    assertThat(story.state.between().paper()).isEmpty();
    assertNothingOf(ANNA);
    assertNothingOf(BEN);
  }

  @Test
  void the_only_card_of_a_visit_is_not_on_its_receipt() {
    lend(ANNA, "E1", BOOK, 7);
    story.press(new Key.Confirm()).press(new Key.ChooseReceipt(ReceiptForm.PLAIN));
    assertThat(printed().whose()).isEmpty();
  }

  @Test
  void a_receipt_for_a_phone_is_each_cards_own_and_the_next_card_goes_on() {
    lend(ANNA, "E1", BOOK, 7);
    story.press(new Key.NextCard()).card(BEN);
    assertThat(story.state.screen())
        .isEqualTo(new Identify(new IdentifyStep.AskPin(0, Optional.empty())));
    story.pin("1234").known(BEN).scan(OTHER).lent(OTHER, 8).released(8).press(new Key.Confirm());
    String receipt =
        ReceiptLines.content(story.state, story.state.session().orElseThrow(), true, choice().at())
            .toString();
    assertThat(receipt).contains("2222").doesNotContain("1111");
  }

  @Test
  void the_next_card_can_come_from_the_good_bye_and_waits_no_longer_than_anybody() {
    lend(ANNA, "E1", BOOK, 7);
    story.press(new Key.Confirm()).press(new Key.Confirm()).press(new Key.NextCard());
    assertThat(story.state.screen())
        .isEqualTo(new Identify(new IdentifyStep.AskCard(Optional.empty())));
    story.seconds(91);
    assertThat(story.state.screen()).isEqualTo(Screen.Welcome.untouched());
    assertNothingOf(ANNA);
  }

  @Test
  void an_item_of_the_first_card_that_lies_there_is_not_lent_to_the_second() {
    lend(ANNA, "E1", BOOK, 7);
    story.press(new Key.NextCard()).press(new Key.Confirm()).borrowing(BEN);
    story.effects.clear();
    story.tag("E2", OTHER).seconds(10);
    assertThat(story.didOnce(Effect.Lend.class).item()).isEqualTo(OTHER);
    assertThat(story.state.leftBehind()).hasSize(1);
  }

  /// The mix-up is planted: answers of the first card's session come when the second one's is open.
  @Test
  void a_late_answer_for_the_first_card_never_becomes_the_seconds() {
    story.press(new Key.StartAccount()).card(ANNA).pin("1234").known(ANNA);
    long first = story.sessionNumber();
    story.tell(new FlowEvent.LoansAnswered(first, new Answer.Accepted<>(List.of())));
    story.card(BEN).pin("1234").known(BEN);
    assertThat(story.state.session().orElseThrow().account()).isInstanceOf(Account.Loading.class);
    story.tell(
        new FlowEvent.LoansAnswered(
            first,
            new Answer.Accepted<>(
                List.of(new LoanLine(THIRD, TITLE, Optional.of(DueDate.of(DUE)), false)))));
    story.tell(new FlowEvent.AccountAnswered(first, new Answer.Accepted<>(Story.account(ANNA))));
    assertThat(story.state.session().orElseThrow().account()).isInstanceOf(Account.Loading.class);
    story.tell(
        new FlowEvent.LoansAnswered(story.sessionNumber(), new Answer.Accepted<>(List.of())));
    story.press(new Key.StartBorrow()).scan(BOOK);
    story.tell(
        new FlowEvent.LendAnswered(
            first,
            new LoanOutcome.Lent(7, BOOK, TITLE, DueDate.of(DUE), SecurityBitRule.MAY_CLEAR)));
    assertThat(story.didOnce(Effect.NotReleasedEffect.class).entry()).isEqualTo(7);
    assertThat(story.onlyRow().state()).isInstanceOf(BorrowRow.BorrowRowState.Asking.class);
    assertNothingOf(ANNA);
    assertThat(Personal.in(story.state)).noneMatch(text -> text.contains(TITLE));
  }

  @Test
  void a_card_that_waits_behind_a_receipt_is_gone_when_nobody_answers() {
    lend(ANNA, "E1", BOOK, 7);
    story.card(BEN).press(new Key.Leave());
    assertThat(story.state.screen()).isInstanceOf(Screen.Done.class);
    assertNothingOf(ANNA);
    assertNothingOf(BEN);
  }

  private void lend(PatronId patron, String uid, ItemId item, long entry) {
    if (story.state.screen() instanceof Identify(IdentifyStep.AskPin _)) {
      story.pin("1234").known(patron);
    } else {
      story.borrowing(patron);
    }
    story.tag(uid, new TagReading.ItemTag(item, 1, 1), SecurityBit.ARMED).seconds(2);
    story.lent(item, entry).cleared(entry, uid, TagResult.DONE).released(entry);
  }

  /// The receipt that is printed now; it comes out well.
  private ReceiptContent printed() {
    Effect.Print print = story.did(Effect.Print.class).getLast();
    story.tell(new FlowEvent.PrintJobEnded(print.job(), Optional.empty()));
    return print.receipt();
  }

  private Screen.ReceiptChoice choice() {
    return (Screen.ReceiptChoice) story.state.screen();
  }

  private void assertNothingOf(PatronId patron) {
    assertThat(Personal.in(story.state)).noneMatch(text -> text.contains(patron.value()));
  }
}
