package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.Language;
import org.libstation.testkit.Needs;

/// What a person must see to stands first, three matters on a page; what does not fit there is
/// counted by the key that turns on.
class OpenMattersTest {
  /// Three of its books are not lent.
  private static final String STATE = "borrow-twenty";

  /// Shorter words are those of keys and counts.
  private static final int LEAST_SENTENCE = 20;

  private static final String NOT_LENT = "Not lent";

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  private static List<String> words(PanelKind kind, int step, String state) throws Exception {
    return Fx.call(
        () -> {
          ScreenHost host = kind.host(ScreensTest.texts);
          List<List<String>> pages = new ArrayList<>();
          new SmallPages(
                  host,
                  States.in(
                      States.named(state),
                      Language.EN,
                      new Access(step, false, false, false, false)),
                  kind)
              .each(
                  page ->
                      pages.add(
                          ScreensTest.texts(page).stream()
                              .filter(LargeTextTest::isSeen)
                              .map(ScreensTest::said)
                              .toList()));
          return pages.getFirst();
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4})
  void three_open_matters_stand_on_the_first_page(int step) throws Exception {
    for (PanelKind kind : PanelKind.DESIGNED) {
      boolean two = kind.equals(PanelKind.FIFTEEN_INCH) && step == Access.MOST_TEXT_STEPS;
      List<String> words = words(kind, step, STATE);
      assertThat(Collections.frequency(words, NOT_LENT))
          .as("%s at step %s: %s", kind.name(), step, words)
          .isEqualTo(two ? 2 : 3);
      assertThat(words.contains("1 more")).as("%s at step %s", kind.name(), step).isEqualTo(two);
    }
  }

  private static final Map<String, String> NOTICE_GOES =
      Map.of(
          "return-suspended-silent", "return-suspended",
          "borrow-unseen", "borrow-stack",
          "holds-refused", "holds");

  /// The same view draws both. On a small panel in larger text notices always have pages.
  @Test
  void a_notice_that_had_pages_is_gone_from_them_when_it_is_gone() throws Exception {
    for (Map.Entry<String, String> pair : NOTICE_GOES.entrySet()) {
      goes(PanelKind.FIFTEEN_INCH, 2, pair.getKey(), pair.getValue());
    }
    goes(PanelKind.UPRIGHT, Access.MOST_TEXT_STEPS, "borrow-unseen", "borrow-stack");
  }

  @Test
  @Tag("full")
  void a_notice_is_gone_from_its_pages_on_every_panel_at_every_size() throws Exception {
    for (Map.Entry<String, String> pair : NOTICE_GOES.entrySet()) {
      for (PanelKind kind : PanelKind.DESIGNED) {
        for (int step = 1; step <= Access.MOST_TEXT_STEPS; step++) {
          goes(kind, step, pair.getKey(), pair.getValue());
        }
      }
    }
  }

  private static void goes(PanelKind kind, int step, String before, String after) throws Exception {
    List<List<String>> pages = Fx.call(afterwards(kind, step, before, after));
    Set<String> left = new HashSet<>(pages.get(1));
    left.retainAll(pages.getFirst());
    pages.get(2).forEach(left::remove);
    left.removeIf(words -> words.length() < LEAST_SENTENCE);
    assertThat(left).as("%s %s at step %d", before, kind.name(), step).isEmpty();
  }

  /// All words of a state, of another one drawn after it, and of that one drawn at once.
  private static Callable<List<List<String>>> afterwards(
      PanelKind kind, int step, String before, String after) {
    return () -> {
      ScreenHost host = kind.host(ScreensTest.texts);
      return List.of(
          all(kind, host, step, before),
          all(kind, host, step, after),
          all(kind, kind.host(ScreensTest.texts), step, after));
    };
  }

  private static List<String> all(PanelKind kind, ScreenHost host, int step, String state) {
    List<String> words = new ArrayList<>();
    new SmallPages(
            host,
            States.in(
                States.named(state), Language.EN, new Access(step, false, false, false, false)),
            kind)
        .each(
            page ->
                ScreensTest.texts(page).stream()
                    .filter(LargeTextTest::isSeen)
                    .map(ScreensTest::said)
                    .forEach(words::add));
    return words;
  }

  @Test
  void what_a_notice_says_of_the_tray_has_the_first_page_in_large_text() throws Exception {
    for (PanelKind kind : PanelKind.DESIGNED) {
      assertThat(words(kind, Access.MOST_TEXT_STEPS, "borrow-unseen"))
          .as(kind.name())
          .contains("The tray does not answer just now.");
      assertThat(
              Fx.call(
                  () ->
                      all(
                          kind,
                          kind.host(ScreensTest.texts),
                          Access.MOST_TEXT_STEPS,
                          "borrow-unseen")))
          .as(kind.name())
          .contains("Code T41");
    }
  }
}
