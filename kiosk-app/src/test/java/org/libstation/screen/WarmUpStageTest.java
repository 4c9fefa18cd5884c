package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.EventTime;
import org.libstation.flow.WarmUp;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowState;
import org.libstation.lab.measure.UsualFlow;
import org.libstation.language.TestTexts;
import org.libstation.language.Texts;
import org.libstation.screen.kit.look.Tokens;
import org.libstation.testkit.Needs;

/// A visit is drawn out of sight, only while nobody is there, and leaves nothing.
class WarmUpStageTest {
  private static final Texts TEXTS = TestTexts.OURS;
  private static final EventTime NOW =
      new EventTime(
          OffsetDateTime.parse("2026-11-24T10:00:00+08:00"),
          "boot",
          Duration.ofHours(1),
          Optional.empty(),
          false);
  private static final int FEW = 6;

  private final List<FlowEvent> pressed = new ArrayList<>();
  private boolean nobody = true;

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  @Test
  void each_is_drawn_once_and_nothing_stays() throws Exception {
    Fx.call(
        () -> {
          ScreenHost host = host();
          WarmUpStage stage = stage(host);
          int most = 0;
          int turns = 0;
          while (stage.next()) {
            turns++;
            most = Math.max(most, words(host));
          }
          assertThat(turns).isEqualTo(FEW);
          assertThat(most).isPositive();
          assertThat(words(host)).isZero();
          assertThat(pressed).isEmpty();
          return turns;
        });
  }

  @Test
  void while_somebody_is_there_it_waits() throws Exception {
    Fx.call(
        () -> {
          ScreenHost host = host();
          WarmUpStage stage = stage(host);
          nobody = false;
          assertThat(stage.next()).isTrue();
          assertThat(words(host)).isZero();
          nobody = true;
          assertThat(stage.next()).isTrue();
          assertThat(words(host)).isPositive();
          return host;
        });
  }

  @Test
  void after_a_drawing_that_took_long_it_rests_as_long() {
    assertThat(WarmUpStage.restAfter(javafx.util.Duration.millis(20)))
        .isEqualTo(javafx.util.Duration.millis(200));
    assertThat(WarmUpStage.restAfter(javafx.util.Duration.millis(900)))
        .isEqualTo(javafx.util.Duration.millis(900));
  }

  @Test
  void on_a_machine_that_draws_for_seconds_it_ends_and_nothing_stays() throws Exception {
    Fx.call(
        () -> {
          ScreenHost host = host();
          WarmUpStage stage = stage(host);
          assertThat(stage.next()).isTrue();
          stage.drew(javafx.util.Duration.millis(900));
          assertThat(stage.next()).isTrue();
          stage.drew(javafx.util.Duration.millis(3100));
          assertThat(stage.next()).isFalse();
          assertThat(words(host)).isZero();
          return host;
        });
  }

  private ScreenHost host() {
    return SilentHost.of(TEXTS, pressed::add);
  }

  private WarmUpStage stage(ScreenHost host) {
    List<FlowState> visit = WarmUp.of(UsualFlow.settings(), NOW);
    return new WarmUpStage(host, Tokens.WIDTH, Tokens.HEIGHT, visit.subList(0, FEW), () -> nobody);
  }

  private static int words(Node node) {
    if (node instanceof Text text) {
      return text.getText().isBlank() ? 0 : 1;
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream().mapToInt(WarmUpStageTest::words).sum()
        : 0;
  }
}
