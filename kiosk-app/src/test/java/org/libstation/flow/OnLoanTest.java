package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.flow.Story.ANNA;
import static org.libstation.flow.Story.BOOK;
import static org.libstation.flow.Story.DUE;
import static org.libstation.flow.Story.OTHER;
import static org.libstation.flow.Story.TITLE;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.Answer;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.LoanOutcome;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.SecurityBitRule;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowEvent.TagResult;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Key.ChooseReceipt.ReceiptForm;

/// How many items a patron has on loan after a visit, as far as the central system told it.
class OnLoanTest {
  private final Story story = Story.usual();

  @Test
  void the_loans_of_the_visit_are_added_to_what_the_central_system_told() {
    story.borrowing(ANNA);
    lend("E1", 7);
    story.press(new Key.Confirm()).press(new Key.ChooseReceipt(ReceiptForm.PLAIN));
    assertThat(story.didOnce(Effect.Print.class).receipt().onLoan()).hasValue(2);
  }

  @Test
  void there_is_no_number_where_the_central_system_told_none() {
    look(Story.look(ANNA, true, Set.of()).withChargedCount(OptionalInt.empty()));
    lend("E1", 7);
    assertThat(onLoan()).isEmpty();
  }

  @Test
  void there_is_no_number_while_a_loan_is_still_to_be_confirmed() {
    story.borrowing(ANNA).tag("E1", BOOK).seconds(2);
    story
        .tell(
            new FlowEvent.LendAnswered(
                story.sessionNumber(),
                new LoanOutcome.ToBeConfirmed(7, BOOK, Optional.of(TITLE), DUE)))
        .cleared(7, "E1", TagResult.DONE)
        .released(7);
    assertThat(onLoan()).isEmpty();
  }

  @Test
  void there_is_no_number_after_a_return_because_the_item_may_be_anybodys() {
    story.borrowing(ANNA);
    lend("E1", 7);
    story.press(new Key.StartReturn()).scan(OTHER).seconds(2);
    story.tell(new FlowEvent.ReceivedWritten(story.didOnce(Effect.Receive.class).row(), 8));
    assertThat(story.onlyReturn().counted()).isTrue();
    assertThat(onLoan()).isEmpty();
  }

  @Test
  void a_later_answer_of_the_central_system_counts_the_loans_before_it() {
    story.borrowing(ANNA);
    lend("E1", 7);
    story.press(new Key.StartAccount());
    story.tell(
        new FlowEvent.LoansAnswered(story.sessionNumber(), new Answer.Accepted<>(List.of())));
    story.press(new Key.ShowCharges());
    story.tell(
        new FlowEvent.AccountAnswered(
            story.sessionNumber(), new Answer.Accepted<>(Story.account(ANNA))));
    assertThat(onLoan()).hasValue(1);
  }

  /// A loan that a power cut left was confirmed before the card was presented again.
  @Test
  void a_loan_that_is_finished_in_a_later_visit_is_counted_once() {
    story
        .card(ANNA)
        .pin("1234")
        .identified(
            new Answer.Accepted<>(Story.look(ANNA, true, Set.of())),
            List.of(
                new LoanOutcome.Lent(7, BOOK, TITLE, DueDate.of(DUE), SecurityBitRule.MAY_CLEAR)));
    assertThat(onLoan()).hasValue(1);
  }

  private void lend(String tag, long entry) {
    story.tag(tag, BOOK).seconds(2).lent(BOOK, entry);
    story.cleared(entry, tag, TagResult.DONE).released(entry);
  }

  private void look(PatronLook look) {
    story.card(ANNA).pin("1234").identified(new Answer.Accepted<>(look), List.of());
  }

  private OptionalInt onLoan() {
    return story.state.session().orElseThrow().onLoan();
  }
}
