package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.Overlay;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts;
import org.libstation.lab.measure.UsualFlow;

class WarmUpTest {
  private static final List<Class<? extends Screen>> WHOLE =
      List.of(
          Screen.Welcome.class,
          Screen.Identify.class,
          Screen.Borrow.class,
          Screen.Return.class,
          Screen.ReceiptChoice.class,
          Screen.Done.class);

  private final List<FlowState> states =
      WarmUp.of(UsualFlow.settings(), Story.time(Duration.ofHours(1)));

  @Test
  void a_whole_visit_is_shown_in_each_language() {
    for (Language language : Language.values()) {
      Set<Class<? extends Screen>> shown =
          states.stream()
              .filter(state -> state.language() == language)
              .map(state -> state.screen().getClass())
              .collect(Collectors.toSet());
      assertThat(shown).as(language.tag()).containsAll(WHOLE);
    }
  }

  @Test
  void items_are_borrowed_in_each_language() {
    for (Language language : Language.values()) {
      assertThat(states)
          .anyMatch(
              state ->
                  state.language() == language
                      && state.session().isPresent()
                      && state.session().get().borrows().stream()
                              .filter(
                                  row -> row.state() instanceof BorrowRow.BorrowRowState.Borrowed)
                              .count()
                          == 3);
    }
  }

  /// Who does not know how to begin asks first.
  @Test
  void help_is_shown_in_each_language() {
    for (Language language : Language.values()) {
      assertThat(states)
          .anyMatch(
              state ->
                  state.language() == language
                      && state.overlay().filter(Overlay.Help.class::isInstance).isPresent());
    }
  }

  @Test
  void a_drop_alone_has_nothing_to_warmUp() {
    FlowSettings drop = FlowTests.role(StationFacts.StationRole.BOOK_DROP);
    assertThat(WarmUp.of(drop, Story.time(Duration.ZERO))).isEmpty();
  }
}
