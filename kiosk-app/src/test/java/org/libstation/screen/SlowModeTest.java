package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.Screen.Hands;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.SpeechMark;
import org.libstation.testkit.Needs;

/// In slow mode one message stands at a time and waits for a key.
class SlowModeTest {
  private static final Access SLOW = Access.silent(1, false, true, false, false);

  private ScreenHost host;

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  @BeforeEach
  void open() throws Exception {
    host = Fx.call(() -> ScreensTest.host(new ArrayList<>()));
  }

  private void show(FlowState state) throws Exception {
    Fx.run(() -> ScreensTest.show(host, state));
  }

  private static FlowState slow(String name) {
    return States.in(States.named(name), Language.EN, SLOW);
  }

  /// Rows and notices that can be seen.
  private List<Node> messages() {
    List<Node> found = new ArrayList<>();
    collect(host, found);
    return found;
  }

  private static void collect(Node node, List<Node> into) {
    if (!node.isVisible()) {
      return;
    }
    Optional<SpeechMark.NodeRole> kind = SpeechMark.kind(node);
    if (kind.filter(k -> k == SpeechMark.NodeRole.ROW || k == SpeechMark.NodeRole.NOTICE)
        .isPresent()) {
      into.add(node);
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
    }
  }

  private void next(FlowState state) throws Exception {
    Fx.call(
        () -> {
          ScreensTest.keys(host).stream()
              .filter(key -> key.getAccessibleText().matches("Next|[0-9]+ more") && key.isVisible())
              .forEach(KeyCap::fire);
          return host;
        });
    show(state);
  }

  private List<Node> leafed(FlowState state) throws Exception {
    open();
    show(state);
    List<Node> all = new ArrayList<>();
    for (int page = 0; page < 8; page++) {
      assertThat(messages()).hasSize(1);
      if (all.contains(messages().getFirst())) {
        break;
      }
      all.addAll(messages());
      next(state);
    }
    return all;
  }

  @Test
  void eachMessageStandsAloneAndNoneIsLost() throws Exception {
    // What is lent, and what is refused; the one to place again is in the hand picture.
    assertThat(leafed(slow("borrow-stack"))).hasSize(2);
    // The system is silent, and what was lent.
    List<Node> silent = leafed(slow("borrow-silent"));
    assertThat(SpeechMark.kind(silent.getFirst())).contains(SpeechMark.NodeRole.NOTICE);
    assertThat(silent).hasSizeGreaterThan(1);
    assertThat(leafed(slow("return-sorted"))).hasSizeGreaterThan(1);
  }

  @Test
  void aPageThatIsReadStaysWhateverComes() throws Exception {
    FlowState state = slow("borrow-stack");
    show(state);
    next(state);
    String read = SpeechMark.about(messages().getFirst());
    assertThat(read).isNotEqualTo("row 0");
    // The system falls silent: a notice more, before what is read.
    BorrowRow[] rows = state.session().orElseThrow().borrows().toArray(BorrowRow[]::new);
    FlowState silent = States.borrowing(States.SILENT, Hands.PLACE_AGAIN, rows);
    show(States.in(silent, Language.EN, SLOW));
    assertThat(SpeechMark.about(messages().getFirst())).isEqualTo(read);
    show(States.later(state, Duration.ofSeconds(3)));
    assertThat(SpeechMark.about(messages().getFirst())).isEqualTo(read);
  }

  @Test
  void aListToLookThingsUpInStaysWhole() throws Exception {
    show(slow("account"));
    assertThat(messages()).hasSizeGreaterThan(2);
  }

  @Tag("full")
  @Test
  void itLiesWell() throws Exception {
    List<String> findings =
        Fx.call(
            () ->
                ScreensTest.checked(
                    new Language[] {Language.EN, Language.ZH_HANT_HK},
                    SLOW,
                    Set.of(
                        "welcome",
                        "idle-news",
                        "idle-drop-full",
                        "borrow-stack",
                        "borrow-silent",
                        "borrow-sets",
                        "return-sorted",
                        "return-long-fine",
                        "return-suspended-silent")));
    assertThat(findings).as(String.join("\n", findings)).isEmpty();
  }
}
