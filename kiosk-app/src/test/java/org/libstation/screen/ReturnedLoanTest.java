package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.circulation.WasOnLoan;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.Screen.Hands;
import org.libstation.language.TestTexts;
import org.libstation.screen.kit.look.LineBreaks;
import org.libstation.testkit.Needs;

/// What the screen says of the loan of a returned item. Where nobody told whether there was one, it
/// says nothing of it.
class ReturnedLoanTest {
  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  @ParameterizedTest
  @CsvSource({
    "YES, Booked in at the library",
    "NOT_KNOWN, Booked in at the library",
    "NO, It was not on loan; taken in"
  })
  void the_screen_says(WasOnLoan wasOnLoan, String words) throws Exception {
    FlowState state =
        States.in(
            States.returning(
                States.WELL,
                Hands.PLACE_ITEMS,
                States.returned(
                    1,
                    new ReturnRow.ReturnRowState.Settled(
                        false, false, wasOnLoan, Optional.empty()))),
            Language.EN,
            Access.STANDARD);
    List<String> said =
        Fx.call(
            () -> {
              PanelKind kind = PanelKind.DESIGNED.getFirst();
              ScreenHost host = kind.host(TestTexts.OURS);
              kind.show(host, state);
              return Tree.seen(host, Text.class::isInstance).stream()
                  .map(node -> LineBreaks.plain(((Text) node).getText()))
                  .toList();
            });
    assertThat(said.stream().collect(Collectors.joining("\n")))
        .contains(words)
        .satisfies(
            all -> {
              if (wasOnLoan != WasOnLoan.NO) {
                assertThat(all).doesNotContain("on loan");
              }
            });
  }
}
