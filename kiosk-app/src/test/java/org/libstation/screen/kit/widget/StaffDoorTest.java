package org.libstation.screen.kit.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Key;
import org.libstation.screen.Fx;
import org.libstation.testkit.Needs;

/// The wrench opens when it is held, not when it is tapped.
class StaffDoorTest {
  private static final Duration SHORT = Duration.millis(100);

  @BeforeAll
  static void needsScreens() {
    Needs.screens();
  }

  @Test
  void staff_hold_it_for_five_seconds() {
    assertThat(StaffDoor.HELD).isEqualTo(Duration.seconds(5));
  }

  @Test
  void it_opens_once_when_it_was_held_and_never_when_it_was_let_go_or_slid_off() throws Exception {
    List<String> opened = new CopyOnWriteArrayList<>();
    Fx.call(
        () -> {
          StackPane tapped = area("tapped", opened);
          Fx.mouse(tapped, MouseEvent.MOUSE_PRESSED, 5, 5);
          Fx.mouse(tapped, MouseEvent.MOUSE_RELEASED, 5, 5);
          StackPane slid = area("slid", opened);
          Fx.mouse(slid, MouseEvent.MOUSE_PRESSED, 5, 5);
          Fx.mouse(slid, MouseEvent.MOUSE_DRAGGED, 500, 500);
          StackPane again = area("again", opened);
          Fx.mouse(again, MouseEvent.MOUSE_PRESSED, 5, 5);
          Fx.mouse(again, MouseEvent.MOUSE_RELEASED, 5, 5);
          Fx.mouse(again, MouseEvent.MOUSE_PRESSED, 5, 5);
          Fx.mouse(area("held", opened), MouseEvent.MOUSE_PRESSED, 5, 5);
          return true;
        });
    await().until(() -> opened.contains("held") && opened.contains("again"));
    assertThat(opened).containsExactlyInAnyOrder("held", "again");
  }

  private static StackPane area(String name, List<String> opened) {
    StackPane area = new StackPane();
    StaffDoor door =
        new StaffDoor(
            44,
            SHORT,
            key -> {
              assertThat(key).isEqualTo(new Key.Technician());
              opened.add(name);
            });
    area.getChildren().add(door.within(area));
    area.resize(100, 100);
    return area;
  }
}
