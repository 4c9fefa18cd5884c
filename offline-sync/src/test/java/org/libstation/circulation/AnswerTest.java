package org.libstation.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.Refusal.RefusalReason;

class AnswerTest {
  private static final Answer<Integer> NO =
      new Answer.Refused<>(Refusal.of(RefusalReason.NOT_FOR_LOAN));

  @Test
  void what_was_accepted_is_changed() {
    Answer<Integer> yes = new Answer.Accepted<>(7);

    assertThat(yes.map(String::valueOf)).isEqualTo(new Answer.Accepted<>("7"));
    assertThat(yes.then(_ -> NO)).isEqualTo(NO);
  }

  @Test
  void whatever_else_came_stays_as_it_is_and_unknown_is_never_folded() {
    List<Answer<Integer>> others =
        List.of(
            NO,
            Answer.NotSent.because("no line"),
            Answer.Unknown.because("cut off"),
            new Answer.Unknown<>("another's", true));

    for (Answer<Integer> other : others) {
      assertThat(other.map(number -> number + 1)).isEqualTo(other);
      assertThat(other.then(number -> new Answer.Accepted<>(number + 1))).isEqualTo(other);
    }
  }
}
