package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.flow.Story.ANNA;
import static org.libstation.flow.Story.BOOK;
import static org.libstation.flow.Story.OTHER;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.HoldOutcome;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.LoanOutcome;
import org.libstation.circulation.Refusal;
import org.libstation.flow.state.BorrowRow.BorrowRowState;
import org.libstation.flow.state.BorrowRow.Reserving;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Screen;

/// *Reserve this*, at the row of a book that others wait for.
class ReserveTest {
  private final Story story = Story.usual();

  @Test
  void a_book_that_others_wait_for_is_held_for_the_person_once_however_often_the_key_is_pressed() {
    refused(BOOK, 2);
    story.press(new Key.ReserveIt(BOOK)).press(new Key.ReserveIt(BOOK));
    assertThat(story.did(Effect.PlaceHold.class)).hasSize(1);
    assertThat(story.state.working()).isTrue();
    answered(new HoldOutcome.Placed(BOOK, "T", false, OptionalInt.of(3), Optional.empty()));
    assertThat(reserving(BOOK)).isEqualTo(new Reserving.ReservationPlaced(OptionalInt.of(3)));
    assertThat(story.state.working()).isFalse();
    story.press(new Key.ReserveIt(BOOK));
    assertThat(story.did(Effect.PlaceHold.class)).hasSize(1);
  }

  @Test
  void a_system_that_does_not_answer_holds_nothing_and_the_row_says_so() {
    refused(BOOK, 2);
    story.press(new Key.ReserveIt(BOOK));
    answered(new HoldOutcome.NotPlaced(Refusal.of(Refusal.RefusalReason.NOT_WHILE_OFFLINE)));
    assertThat(reserving(BOOK)).isEqualTo(new Reserving.NotReserved(Code.H16));
    story.press(new Key.ReserveIt(BOOK));
    answered(new HoldOutcome.HoldNotKnown());
    assertThat(reserving(BOOK)).isEqualTo(new Reserving.NotReserved(Code.H15));
  }

  @Test
  void only_a_book_that_others_wait_for_is_held_and_one_at_a_time() {
    refused(BOOK, 0);
    refused(OTHER, 1);
    story.press(new Key.ReserveIt(BOOK));
    assertThat(story.did(Effect.PlaceHold.class)).isEmpty();
    story.press(new Key.ReserveIt(OTHER));
    assertThat(story.did(Effect.PlaceHold.class)).hasSize(1);
  }

  @Test
  void whoever_leaves_meanwhile_hears_the_answer_first() {
    refused(BOOK, 2);
    story.press(new Key.ReserveIt(BOOK)).press(new Key.Leave());
    assertThat(story.state.screen()).isInstanceOf(Screen.Borrow.class);
    answered(new HoldOutcome.Placed(BOOK, "T", false, OptionalInt.empty(), Optional.empty()));
    assertThat(story.state.session()).isEmpty();
  }

  private void refused(ItemId item, int queue) {
    if (story.state.session().isEmpty()) {
      story.borrowing(ANNA);
    }
    story.scan(item);
    story.tell(
        new FlowEvent.LendAnswered(
            session(),
            new LoanOutcome.NotLent(
                item,
                Optional.of("T"),
                Refusal.of(Refusal.RefusalReason.HELD_FOR_ANOTHER),
                queue,
                false)));
  }

  private void answered(HoldOutcome outcome) {
    story.tell(new FlowEvent.HoldAnswered(session(), outcome));
  }

  private long session() {
    return story.state.session().orElseThrow().number();
  }

  private Reserving reserving(ItemId item) {
    return ((BorrowRowState.BorrowRefused) story.row(item).state()).reserving();
  }
}
