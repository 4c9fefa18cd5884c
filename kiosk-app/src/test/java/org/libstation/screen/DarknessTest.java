package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Overlay;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.testkit.Needs;

/// The screen while nobody is there.
class DarknessTest {
  private static final int BLACK = 0xFF000000;

  private final List<FlowEvent> out = new ArrayList<>();
  private Stage stage;
  private ScreenHost host;

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  @BeforeEach
  void open() throws Exception {
    host = Fx.call(() -> ScreensTest.host(out));
    stage =
        Fx.window(
            host.getScene(),
            window -> {
              // Wider than the screens are: with bars at their sides.
              window.setWidth(480);
              window.setHeight(480);
            });
  }

  @AfterEach
  void close() throws Exception {
    Fx.close(stage);
  }

  private static FlowState dark() {
    return States.over(States.named("welcome"), new Overlay.Dark());
  }

  private void show(FlowState state) throws Exception {
    Fx.call(
        () -> {
          host.show(state);
          host.applyCss();
          host.layout();
          return host;
        });
  }

  private long lit() throws Exception {
    WritableImage picture = Fx.call(() -> host.getScene().snapshot(null));
    PixelReader pixels = picture.getPixelReader();
    long lit = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        if (pixels.getArgb(x, y) != BLACK) {
          lit++;
        }
      }
    }
    return lit;
  }

  @Test
  void every_point_of_the_window_is_black_and_none_after_it_was_lit() throws Exception {
    show(States.named("welcome"));
    assertThat(lit()).isPositive();
    show(dark());
    assertThat(lit()).isZero();
    show(States.named("welcome"));
    assertThat(lit()).isPositive();
  }

  @Test
  void a_touch_where_a_key_was_lights_it_and_presses_no_key() throws Exception {
    show(States.named("welcome"));
    Bounds key =
        Fx.call(
            () -> {
              KeyCap borrow =
                  ScreensTest.keys(host).stream()
                      .filter(each -> "借閱".equals(each.getAccessibleText()))
                      .findFirst()
                      .orElseThrow();
              return borrow.localToScreen(borrow.getLayoutBounds());
            });
    show(dark());
    Robot robot = Fx.call(Robot::new);
    Fx.call(
        () -> {
          robot.mouseMove(key.getCenterX(), key.getCenterY());
          robot.mousePress(MouseButton.PRIMARY);
          return robot;
        });
    settle();
    assertThat(out).containsExactly(new FlowEvent.Pressed(new Key.Stay()));
    show(States.named("welcome"));
    Fx.call(
        () -> {
          robot.mouseRelease(MouseButton.PRIMARY);
          return robot;
        });
    settle();
    assertThat(out).hasSize(1);
    // The second touch is for the key.
    Fx.call(
        () -> {
          robot.mouseMove(key.getCenterX() + 2, key.getCenterY());
          robot.mousePress(MouseButton.PRIMARY);
          robot.mouseRelease(MouseButton.PRIMARY);
          return robot;
        });
    settle();
    assertThat(out).endsWith(new FlowEvent.Pressed(new Key.StartBorrow()));
  }

  @Test
  void a_key_of_the_keyboard_lights_it_and_does_nothing_else() throws Exception {
    for (KeyCode code : List.of(KeyCode.ENTER, KeyCode.ESCAPE, KeyCode.TAB, KeyCode.DIGIT5)) {
      out.clear();
      show(dark());
      Robot robot = Fx.call(Robot::new);
      Fx.call(
          () -> {
            robot.keyPress(code);
            robot.keyRelease(code);
            return robot;
          });
      settle();
      assertThat(out).as("%s", code).containsExactly(new FlowEvent.Pressed(new Key.Stay()));
    }
  }

  /// What was put in comes through the event queue, and what lies under the pointer is looked up
  /// anew with each pulse.
  private void settle() throws Exception {
    for (int i = 0; i < 3; i++) {
      CountDownLatch pulse = new CountDownLatch(1);
      Runnable listener = pulse::countDown;
      Fx.call(
          () -> {
            host.getScene().addPostLayoutPulseListener(listener);
            Platform.requestNextPulse();
            return host;
          });
      assertThat(pulse.await(180, TimeUnit.SECONDS)).isTrue();
      Fx.call(
          () -> {
            host.getScene().removePostLayoutPulseListener(listener);
            return host;
          });
    }
  }
}
