package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.Language;
import org.libstation.screen.kit.look.Tokens;
import org.libstation.testkit.Needs;

/// What is put on the screen while it is laid out is dressed at once: the toolkit looks at styles
/// before it lays out, and what came later once stood there bare until something else changed.
class FirstPulseTest {
  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"welcome", "idle-news", "account", "borrow-twenty", "return-sorted", "to-do"})
  void a_screen_is_dressed_after_its_first_pulse(String name) throws Exception {
    List<String> first = new ArrayList<>();
    List<String> later = new ArrayList<>();
    Fx.call(
        () -> {
          ScreenHost host = ScreensTest.host(new ArrayList<>());
          host.resize(Tokens.WIDTH, Tokens.HEIGHT);
          host.show(States.in(States.named(name), Language.ZH_HANT_HK, Access.STANDARD));
          pulse(host);
          dress(host, first);
          pulse(host);
          pulse(host);
          dress(host, later);
          return later.size();
        });
    assertThat(first).containsExactlyElementsOf(later);
  }

  private static void pulse(ScreenHost host) {
    host.applyCss();
    host.layout();
  }

  /// What each node that is seen wears, from the root on.
  private static void dress(Node node, List<String> worn) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Text text) {
      worn.add(text.getText() + " " + text.getFill() + " " + text.getFont());
    } else if (node instanceof SVGPath path) {
      worn.add(path.getContent() + " " + path.getStroke() + " " + path.getFill());
    } else if (node instanceof Region region) {
      worn.add(
          node.getStyleClass()
              + " "
              + (region.getBackground() != null)
              + " "
              + (region.getBorder() != null)
              + " "
              + region.getPadding());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> dress(child, worn));
    }
  }
}
