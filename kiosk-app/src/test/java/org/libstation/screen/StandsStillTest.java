package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Session.Purpose;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.testkit.Needs;

/// Nothing moves under a finger: where keys stand is measured before and after a notice came.
class StandsStillTest {
  private static final List<Point2D> PANELS =
      List.of(new Point2D(1080, 1920), new Point2D(1920, 1080), new Point2D(1024, 768));

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  @Test
  void a_wrong_pin_moves_no_key_and_neither_does_a_system_that_falls_silent() throws Exception {
    FlowState before = pin(Optional.empty());
    FlowState wrong = pin(Optional.of(Code.C12));
    FlowState silent =
        States.of(
            States.SILENT,
            new Screen.Identify(new Screen.Identify.IdentifyStep.AskPin(2, Optional.of(Code.C12))),
            States.session(Purpose.BORROW, false).withWrongPins(2));
    stand(before, wrong, 10);
    stand(wrong, silent, 10);
  }

  @Test
  void neither_does_a_wrong_pin_of_staff() throws Exception {
    FlowState wrong = States.named("technician-pin");
    FlowState before =
        States.of(
            new Screen.TechnicianPin(
                0, false, Optional.empty(), ((Screen.TechnicianPin) wrong.screen()).since()));
    stand(before, wrong, 10);
  }

  @Test
  void what_is_wrong_with_a_number_moves_no_letter() throws Exception {
    FlowState wrong = States.named("entry-isbn");
    Screen.Entry entry = (Screen.Entry) wrong.screen();
    FlowState before =
        States.of(
            wrong.station(),
            new Screen.Entry(entry.typed(), false, Optional.empty()),
            wrong.session().orElseThrow());
    stand(before, wrong, 10);
  }

  /// In larger text on a lying panel a notice that has no room beside the keys has a page of its
  /// own.
  @Test
  void a_notice_moves_no_key_of_a_list() throws Exception {
    for (Point2D panel : PANELS.subList(0, 2)) {
      for (int step : panel.equals(PANELS.getFirst()) ? List.of(1, 2) : List.of(1)) {
        Access access = Access.silent(step, false, false, false, false);
        List<Set<String>> keys =
            Fx.call(
                () -> {
                  ScreenHost host = ScreensTest.host(new ArrayList<>());
                  return List.of(
                      keys(host, panel, States.in(States.named("holds"), Language.EN, access)),
                      keys(
                          host,
                          panel,
                          States.in(States.named("holds-refused"), Language.EN, access)));
                });
        assertThat(keys.getFirst())
            .as("%s, step %d", panel, step)
            .anyMatch(key -> key.startsWith("Cancel reservation"))
            .isEqualTo(keys.getLast());
      }
    }
  }

  private static FlowState pin(Optional<Code> problem) {
    return States.of(
        States.WELL,
        new Screen.Identify(new Screen.Identify.IdentifyStep.AskPin(0, problem)),
        States.session(Purpose.BORROW, false).withWrongPins(problem.isPresent() ? 1 : 0));
  }

  /// @param least so many keys of the keypad are seen
  private static void stand(FlowState before, FlowState after, int least) throws Exception {
    for (Point2D panel : PANELS) {
      for (int step : List.of(1, 4)) {
        Access access = Access.silent(step, false, false, false, false);
        List<Map<String, Bounds>> places =
            Fx.call(
                () -> {
                  ScreenHost host = ScreensTest.host(new ArrayList<>());
                  return List.of(
                      places(host, panel, States.in(before, Language.EN, access)),
                      places(host, panel, States.in(after, Language.EN, access)));
                });
        assertThat(places.getFirst())
            .as("%s, step %d", panel, step)
            .hasSizeGreaterThanOrEqualTo(least)
            .isEqualTo(places.getLast());
      }
    }
  }

  /// Each key that can be pressed, with its place.
  private static Set<String> keys(ScreenHost host, Point2D panel, FlowState state) {
    drawn(host, panel, state);
    Set<String> keys = new TreeSet<>();
    for (KeyCap key : ScreensTest.keys(host)) {
      if (PhysicalKeys.reachable(key)) {
        Bounds at = key.localToScene(key.getLayoutBounds());
        keys.add(
            String.format(
                Locale.ROOT,
                "%s at %.0f, %.0f, %.0f x %.0f",
                key.getAccessibleText(),
                at.getMinX(),
                at.getMinY(),
                at.getWidth(),
                at.getHeight()));
      }
    }
    return keys;
  }

  private static Map<String, Bounds> places(ScreenHost host, Point2D panel, FlowState state) {
    drawn(host, panel, state);
    Map<String, Bounds> places = new TreeMap<>();
    for (KeyCap key : ScreensTest.keys(host)) {
      if (PhysicalKeys.reachable(key) && key.getAccessibleText().length() == 1) {
        places.put(key.getAccessibleText(), key.localToScene(key.getLayoutBounds()));
      }
    }
    return places;
  }

  private static void drawn(ScreenHost host, Point2D panel, FlowState state) {
    Scene scene = host.getScene();
    assertThat(scene).isNotNull();
    host.resize(panel.getX(), panel.getY());
    host.show(state);
    for (int pass = 0; pass < 4; pass++) {
      host.resize(panel.getX(), panel.getY());
      host.applyCss();
      host.layout();
    }
  }
}
