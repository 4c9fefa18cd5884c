package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.Language;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.words.Voice;
import org.libstation.testkit.Needs;
import org.libstation.testkit.Sample;

/// What a person must see to stands first, three matters on a page of every panel; what does not
/// fit there is counted by the key that turns on.
class OpenMattersTest {
  /// Three of its books are not lent.
  private static final String STATE = "borrow-twenty";

  /// Shorter words are those of keys and counts.
  private static final int LEAST_SENTENCE = 20;

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  private static List<String> words(PanelKind kind, int step, String state) throws Exception {
    return first(kind, step, Language.EN, state).words();
  }

  /// The first page.
  ///
  /// @param keys by their words
  private record Page(List<String> words, List<String> keys) {}

  private static Page first(PanelKind kind, int step, Language language, String state)
      throws Exception {
    return Fx.call(
        () -> {
          ScreenHost host = kind.host(ScreensTest.texts);
          List<Page> pages = new ArrayList<>();
          new SmallPages(
                  host,
                  States.in(
                      States.named(state),
                      language,
                      Access.silent(step, false, false, false, false)),
                  kind)
              .each(
                  page ->
                      pages.add(
                          new Page(
                              seen(page),
                              ScreensTest.keys(page).stream()
                                  .filter(LargeTextTest::isSeen)
                                  .map(KeyCap::getAccessibleText)
                                  .toList())));
          return pages.getFirst();
        });
  }

  private static List<String> seen(Node page) {
    return ScreensTest.texts(page).stream()
        .filter(LargeTextTest::isSeen)
        .map(ScreensTest::said)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void three_open_matters_stand_on_the_first_page(int step) throws Exception {
    for (PanelKind kind : PanelKind.DESIGNED) {
      three(kind, step, Language.EN);
    }
  }

  @Test
  @Tag("full")
  void three_open_matters_stand_on_the_first_page_of_every_panel() throws Exception {
    List<PanelKind> all = new ArrayList<>(PanelKind.DESIGNED);
    all.addAll(PanelKind.OTHERS);
    for (PanelKind kind : all) {
      for (Language language : Language.values()) {
        for (int step : Sample.third(List.of(1, 2, 3, Access.MOST_TEXT_STEPS))) {
          three(kind, step, language);
        }
      }
    }
  }

  private static void three(PanelKind kind, int step, Language language) throws Exception {
    List<String> words = first(kind, step, language, STATE).words();
    Voice voice = FirstThingTest.voice(language);
    assertThat(Collections.frequency(words, voice.say("stamp.refused")))
        .as("%s in %s at step %s: %s", kind.name(), language, step, words)
        .isEqualTo(3);
    assertThat(words)
        .as("%s in %s at step %s", kind.name(), language, step)
        .doesNotContain(voice.count("page.more", 1));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void why_each_is_not_lent_and_its_key_stand_on_the_first_page(Language language)
      throws Exception {
    Voice voice = FirstThingTest.voice(language);
    for (PanelKind kind : PanelKind.DESIGNED) {
      for (int step : List.of(1, 2)) {
        Page page = first(kind, step, language, STATE);
        String at = "%s in %s at step %s: %s".formatted(kind.name(), language, step, page);
        assertThat(Collections.frequency(page.words(), voice.say("code.B21.what")))
            .as(at)
            .isEqualTo(3);
        assertThat(page.keys())
            .as(at)
            .filteredOn(key -> key.startsWith(voice.say("row.reserve")))
            .hasSize(3);
      }
    }
  }

  /// In larger text it stands there too, or the list of what is left out says that it waits; then a
  /// page behind says it of each.
  @ParameterizedTest
  @EnumSource(Language.class)
  void in_large_text_why_waits_only_where_the_list_says_so_and_is_said_of_each(Language language)
      throws Exception {
    String why = FirstThingTest.voice(language).say("code.B21.what");
    for (PanelKind kind : PanelKind.DESIGNED) {
      for (int step : List.of(3, Access.MOST_TEXT_STEPS)) {
        String at = "%s in %s at step %s".formatted(kind.name(), language, step);
        boolean later = LeftOut.whyLater(kind, step);
        assertThat(Collections.frequency(first(kind, step, language, STATE).words(), why))
            .as(at)
            .isEqualTo(later ? 0 : 3);
        List<String> all =
            Fx.call(() -> all(kind, kind.host(ScreensTest.texts), step, language, STATE));
        assertThat(Collections.frequency(all, why)).as(at).isEqualTo(later ? 3 : 6);
      }
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
    return all(kind, host, step, Language.EN, state);
  }

  private static List<String> all(
      PanelKind kind, ScreenHost host, int step, Language language, String state) {
    List<String> words = new ArrayList<>();
    new SmallPages(
            host,
            States.in(
                States.named(state), language, Access.silent(step, false, false, false, false)),
            kind)
        .each(page -> words.addAll(seen(page)));
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
