package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.language.TestTexts;
import org.libstation.language.Texts;
import org.libstation.testkit.Needs;

/// A title may be shortened, what the station says never.
class WholeWordsTest {
  private static final Texts TEXTS = TestTexts.OURS;

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  @Test
  void what_is_lent_and_confirmed_later_is_said_to_its_end() throws Exception {
    for (Language language : Language.values()) {
      for (PanelKind kind : PanelKind.DESIGNED) {
        List<String> said =
            Fx.call(
                () -> {
                  ScreenHost host = kind.host(TEXTS);
                  FlowState state =
                      States.in(States.named("borrow-silent"), language, Access.STANDARD);
                  kind.show(host, state);
                  return Tree.seen(host, Text.class::isInstance).stream()
                      .map(text -> ((Text) text).getText())
                      .toList();
                });
        assertThat(said).as("%s %s", language, kind).noneMatch(text -> text.endsWith("…"));
      }
    }
  }
}
