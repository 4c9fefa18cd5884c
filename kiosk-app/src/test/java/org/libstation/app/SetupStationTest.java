package org.libstation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.PortBoard;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.ServicePage;
import org.libstation.flow.state.SetupBoard;
import org.libstation.flow.state.SetupBoard.View;

/// A technician before a whole station, its devices on pseudo-terminals: finds them, changes a
/// setting, goes back.
@Tag("full")
@Timeout(600)
class SetupStationTest {
  @TempDir Path directory;

  private static boolean at(FlowState state, Class<? extends View> view) {
    return state.screen() instanceof Screen.Service(ServicePage.Setup(SetupBoard board), var _)
        && board.sheet().isPresent()
        && view.isInstance(board.view());
  }

  private static PortBoard ports(FlowState state) {
    return state.screen() instanceof Screen.Service(ServicePage.Setup(SetupBoard board), var _)
            && board.view() instanceof View.PortsView ports
        ? ports.board()
        : PortBoard.EMPTY;
  }

  @Test
  void the_devices_are_found_where_they_are_and_answer_again_and_a_setting_is_changed()
      throws Exception {
    try (StationRig station = StationRig.off(directory)) {
      station.start();
      Path file = station.site.resolve("station.yaml");
      String before = Files.readString(file);
      station.technician();
      station.press(new Key.OpenSetup());
      station.see("the groups", state -> at(state, View.Groups.class));

      station.press(new Key.FindPorts());
      station.see("all ports", state -> !ports(state).running());
      PortBoard found = ports(station.state());
      assertThat(found.reopened().orElseThrow().all()).as("all devices answer again").isTrue();
      assertThat(found.lines().stream().map(PortBoard.PortLine::model))
          .contains("feig", "escpos", "modbusbin");
      station.press(new Key.Leave());

      station.press(new Key.ChooseGroup("screen"));
      station.press(new Key.ChooseField("screen.hand"));
      station.press(new Key.ChooseValue("left"));
      station.press(new Key.ShowChanges());
      station.see("the difference", state -> at(state, View.SetupDifferenceView.class));
      assertThat(Files.readString(file)).isEqualTo(before);
      station.press(new Key.WriteSettings());
      station.see("it is written", state -> at(state, View.Groups.class));
      assertThat(Files.readString(file)).isEqualTo(before.replace("hand: right", "hand: left"));
      station.press(new Key.PutBackSettings());
      station.see("it is back", state -> at(state, View.Groups.class));
      assertThat(Files.readString(file)).isEqualTo(before);
      station.press(new Key.Leave());
      station.line("screen technician");
    }
  }
}
