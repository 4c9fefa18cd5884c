package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Language;
import org.libstation.language.TestTexts;
import org.libstation.language.Texts;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.look.Panel;
import org.libstation.screen.kit.picture.BuiltInBrand;
import org.libstation.screen.kit.words.SiteWords;
import org.libstation.screen.kit.words.Voice;
import org.libstation.screen.welcome.WelcomeViewModel;
import org.libstation.screen.welcome.WelcomeViewModel.WelcomeTile;

/// What the start screen invites to.
class WelcomeWordsTest {
  private static final Texts TEXTS = TestTexts.OURS;

  private static WelcomeViewModel shown(String state) {
    WelcomeViewModel model =
        new WelcomeViewModel(
            new Voice(
                TEXTS.in(Language.EN),
                "library",
                "station",
                SiteWords.NONE,
                Duration.ofMinutes(1),
                new BuiltInBrand()),
            Look.of(Language.EN, Access.STANDARD, Panel.UPRIGHT));
    model.show(States.named(state));
    return model;
  }

  /// A card would only be refused there.
  @ParameterizedTest
  @ValueSource(
      strings = {"welcome-setaside", "welcome-missing", "welcome-older", "idle-returns-only"})
  void a_station_that_does_not_lend_asks_for_no_card_and_does_not_say_that_all_is_well(
      String state) {
    WelcomeViewModel model = shown(state);

    assertThat(model.stage.get().lends()).isFalse();
    assertThat(model.facts.get())
        .noneMatch(fact -> fact.text().equals(TEXTS.in(Language.EN).say("fact.well")));
    assertThat(model.tiles.get().stream().filter(WelcomeTile::primary).map(WelcomeTile::key))
        .containsExactly(new Key.StartReturn());
  }

  @ParameterizedTest
  @ValueSource(strings = {"welcome", "idle-news"})
  void one_that_lends_does(String state) {
    WelcomeViewModel model = shown(state);

    assertThat(model.stage.get().lends()).isTrue();
    assertThat(model.facts.get())
        .anyMatch(fact -> fact.text().equals(TEXTS.in(Language.EN).say("fact.well")));
  }
}
