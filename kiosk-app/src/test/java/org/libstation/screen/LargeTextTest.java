package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.flow.Access;
import org.libstation.flow.FlowEvent;
import org.libstation.flow.FlowState;
import org.libstation.flow.Key;
import org.libstation.flow.Language;
import org.libstation.screen.common.KeyCap;
import org.libstation.testkit.Needs;

/// In large text and in reach mode nothing is lost that the usual screen can do or says.
class LargeTextTest {
  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  @ParameterizedTest
  @CsvSource({"1, true", "2, true", "3, false", "4, false", "4, true"})
  void one_loan_can_be_renewed_titles_hidden_and_the_sum_shown(int step, boolean reach)
      throws Exception {
    List<Key> keys = pressed("account", step, reach);
    assertThat(keys)
        .hasAtLeastOneElementOfType(Key.RenewOne.class)
        .hasAtLeastOneElementOfType(Key.HideTitles.class)
        // Showing the sum is the screen's own affair: the flow hears a sign of life.
        .hasAtLeastOneElementOfType(Key.Stay.class);
  }

  @ParameterizedTest
  @CsvSource({"1, true", "3, false", "4, false"})
  void one_reservation_can_be_given_up(int step, boolean reach) throws Exception {
    assertThat(pressed("holds", step, reach)).hasAtLeastOneElementOfType(Key.GiveUpHold.class);
  }

  @ParameterizedTest
  @CsvSource({"1, true", "3, false", "4, false"})
  void the_question_how_many_can_be_passed_over(int step, boolean reach) throws Exception {
    assertThat(pressed("borrow-ask", step, reach)).hasAtLeastOneElementOfType(Key.AsSeen.class);
  }

  @Test
  void what_is_overdue_stands_first_where_one_row_is_seen() throws Exception {
    assertThat(read("account", 4)).anyMatch(text -> text.contains("overdue"));
  }

  @Test
  void the_end_says_the_date_and_what_was_not_lent() throws Exception {
    assertThat(read("receipt-choice", 4))
        .anyMatch(text -> text.contains("8 December 2026"))
        .anyMatch(text -> text.contains("not lent"));
  }

  @ParameterizedTest
  @CsvSource({"return-sorted, 4", "return-suspended, 1"})
  void a_letter_has_the_name_of_its_place_beside_it(String name, int step) throws Exception {
    assertThat(read(name, step)).anyMatch(text -> text.contains("Green trolley"));
  }

  @Test
  void there_is_no_key_where_there_is_no_page() throws Exception {
    List<String> keys =
        Fx.call(
            () ->
                seen(shown("account", 4, false, new ArrayList<>())).stream()
                    .map(KeyCap::getAccessibleText)
                    .toList());
    assertThat(keys).contains("Next").doesNotContain("Back");
  }

  /// What the keys that can be seen mean.
  private static List<Key> pressed(String name, int step, boolean reach) throws Exception {
    List<FlowEvent> out = new ArrayList<>();
    Fx.call(
        () -> {
          ScreenHost host = shown(name, step, reach, out);
          List<KeyCap> keys = seen(host);
          keys.forEach(KeyCap::fire);
          return keys.size();
        });
    return out.stream()
        .filter(FlowEvent.Pressed.class::isInstance)
        .map(event -> ((FlowEvent.Pressed) event).key())
        .toList();
  }

  private static List<String> read(String name, int step) throws Exception {
    return Fx.call(
        () ->
            ScreensTest.texts(shown(name, step, false, new ArrayList<>())).stream()
                .filter(LargeTextTest::isSeen)
                .map(Text::getText)
                .toList());
  }

  private static ScreenHost shown(String name, int step, boolean reach, List<FlowEvent> out) {
    ScreenHost host = ScreensTest.host(out);
    FlowState state =
        States.in(States.named(name), Language.EN, new Access(step, false, false, reach, false));
    ScreensTest.show(host, state);
    return host;
  }

  private static List<KeyCap> seen(Node root) {
    return ScreensTest.keys(root).stream().filter(LargeTextTest::isSeen).toList();
  }

  static boolean isSeen(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }
}
