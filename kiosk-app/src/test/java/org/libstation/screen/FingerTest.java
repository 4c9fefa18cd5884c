package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Overlay;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Session;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.testkit.Needs;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// What a finger pressed while the screen was drawn anew under it.
class FingerTest {
  private static final PseudoClass ARMED = PseudoClass.getPseudoClass("armed");

  private final FxRobot finger = new FxRobot();
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
    // The toolkit's headless screen has 1000 rows.
    stage = Fx.window(host.getScene(), window -> window.setHeight(960));
  }

  @AfterEach
  void close() throws Exception {
    Fx.close(stage);
  }

  @Test
  void a_digit_counts_though_the_one_before_it_is_drawn_meanwhile() throws Exception {
    show(pin(1));
    down("8");
    show(pin(2));
    up();
    assertThat(out).containsExactly(new FlowEvent.Pressed(new Key.Digit(8)));
  }

  @Test
  void what_was_drawn_anew_with_the_same_meaning_in_the_same_place_is_pressed() throws Exception {
    FlowState idle = States.named("borrow-idle");
    show(idle);
    KeyCap before = down("我還在，繼續");
    show(States.over(idle, new Overlay.ConfirmLeave(2)));
    show(States.over(idle, new Overlay.IdleWarning(5, 9)));
    assertThat(Fx.call(() -> key("我還在，繼續"))).as("drawn anew").isNotSameAs(before);
    up();
    assertThat(out).containsExactly(new FlowEvent.Pressed(new Key.Stay()));
  }

  @Test
  void who_is_done_while_one_more_is_lent_is_done() throws Exception {
    FlowState four = States.named("borrow-done");
    Session visit = four.session().orElseThrow();
    show(StateBuilder.like(four).during(visit.withBorrows(visit.borrows().subList(0, 2))).build());
    KeyCap before = down("完成");
    show(four);
    assertThat(Fx.call(() -> key("完成"))).as("drawn anew").isNotSameAs(before);
    up();
    assertThat(out).containsExactly(new FlowEvent.Pressed(new Key.Confirm()));
  }

  @Test
  void a_key_is_where_it_will_be_seen_before_the_frame_that_shows_it() throws Exception {
    show(States.named("welcome"));
    FlowState lent = States.named("borrow-done");
    List<String> asked =
        Fx.call(
            () -> {
              host.show(lent);
              return host.keyPlaces();
            });
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(asked).isEqualTo(Fx.call(host::keyPlaces));
  }

  @Test
  void what_went_from_under_a_finger_is_not_pressed_nor_what_came_in_its_place() throws Exception {
    show(States.named("borrow-done"));
    down("完成");
    show(States.named("receipt-choice"));
    up();
    assertThat(out).isEmpty();
  }

  /// To the flow both keys say *confirm*.
  @Test
  void a_sheet_that_came_under_a_finger_is_not_confirmed_by_it() throws Exception {
    FlowState four = States.named("borrow-done");
    show(four);
    down("完成");
    show(States.over(four, new Overlay.ConfirmLeave(2)));
    finger.moveTo(Fx.call(() -> middle(key("是，離開"))));
    up();
    assertThat(out).isEmpty();
  }

  @Test
  void a_finger_that_slid_off_while_it_was_drawn_anew_presses_nothing() throws Exception {
    show(pin(1));
    down("8");
    show(pin(2));
    finger.moveBy(0, 300);
    up();
    assertThat(out).isEmpty();
    down("8");
    up();
    assertThat(out).containsExactly(new FlowEvent.Pressed(new Key.Digit(8)));
  }

  private static FlowState pin(int digits) {
    return StateBuilder.like(States.named("identify-pin"))
        .showing(
            new Screen.Identify(new Screen.Identify.IdentifyStep.AskPin(digits, Optional.empty())))
        .build();
  }

  private void show(FlowState state) throws Exception {
    Fx.run(
        () -> {
          host.show(state);
          host.applyCss();
          host.layout();
        });
    // A finger comes down and goes up on what it sees: on what was drawn.
    Fx.frames();
  }

  private KeyCap key(String begins) {
    return ScreensTest.keys(host).stream()
        .filter(PhysicalKeys::reachable)
        .filter(key -> key.getAccessibleText().startsWith(begins))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no key " + begins));
  }

  /// Where it is seen.
  private KeyCap down(String begins) throws Exception {
    KeyCap key = Fx.call(() -> key(begins));
    finger.moveTo(Fx.call(() -> middle(key)));
    finger.press(MouseButton.PRIMARY);
    assertThat(key.getPseudoClassStates()).as("pressed").contains(ARMED);
    return key;
  }

  private static Point2D middle(KeyCap key) {
    Bounds place = key.localToScreen(key.getLayoutBounds());
    return new Point2D(place.getCenterX(), place.getCenterY());
  }

  private void up() {
    finger.release(MouseButton.PRIMARY);
  }
}
