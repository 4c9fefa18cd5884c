package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.language.TestTexts;
import org.libstation.language.Texts;
import org.libstation.screen.kit.look.LineBreaks;
import org.libstation.testkit.Needs;

/// Of a long delay the days that cost something are drawn, be they in its middle.
class StagedFineTest {
  private static final Texts TEXTS = TestTexts.OURS;

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  @ParameterizedTest
  @CsvSource({"1080, 1920", "1920, 1080"})
  void each_day_of_a_stage_stands_in_the_strip(int width, int height) throws Exception {
    for (Language language : Language.values()) {
      List<String> said =
          Fx.call(
              () -> {
                PanelKind kind = PanelKind.even(width, height);
                ScreenHost host = kind.host(TEXTS);
                FlowState state =
                    States.in(States.named("return-staged"), language, Access.STANDARD);
                kind.show(host, state);
                return Tree.seen(host, Text.class::isInstance).stream()
                    .map(text -> LineBreaks.plain(((Text) text).getText()))
                    .toList();
              });
      assertThat(said).as("%s", language).contains("31", "8", "10.00", "15", "20.00", "24");
    }
  }
}
