package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
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

/// Returns end as loans do, with the great stamp: the moment that counts. It is dashed as long as
/// the library has not confirmed them.
class EndOfReturnsTest {
  private static final Texts TEXTS = TestTexts.OURS;

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  @ParameterizedTest
  @CsvSource({
    "done-returned-booked, done",
    "done-returned, wait",
    "receipt-returned, wait",
  })
  void the_stamp_says_the_moment_that_counts(String name, String ink) throws Exception {
    for (Language language : Language.values()) {
      for (PanelKind kind : PanelKind.DESIGNED) {
        List<Node> stamped =
            Fx.call(
                () -> {
                  ScreenHost host = kind.host(TEXTS);
                  FlowState state = States.in(States.named(name), language, Access.STANDARD);
                  kind.show(host, state);
                  return Tree.seen(
                      host,
                      node ->
                          node instanceof Text text
                              && LineBreaks.plain(text.getText()).equals("18:44"));
                });
        assertThat(stamped).as("%s %s %s", name, language, kind).hasSize(1);
        assertThat(stamped.getFirst().getStyleClass())
            .as("%s %s %s", name, language, kind)
            .contains("text-" + ink);
      }
    }
  }
}
