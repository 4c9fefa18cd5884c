package org.libstation.app;

import java.util.Optional;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.libstation.flow.state.DropStanding;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.screen.DropWindow;
import org.libstation.screen.ScreenHost;
import org.libstation.site.SessionFile;
import org.libstation.station.parts.Inbox;

/// Shows the drop's state on its own panel and reports whether that panel is connected. The drop
/// works without it. All calls on the FX thread.
final class DropSide {
  /// No panel of that name is lit. Documented in docs/technician/codes.md.
  static final String NO_PANEL = "DV12";

  private final String panel;
  private final ScreenHost host;
  private final DropWindow window;
  private final Inbox inbox;
  private @Nullable FlowState last;
  private boolean there;

  /// @param panel its name in the site's session file
  /// @param inbox takes reports whether the panel is connected
  DropSide(String panel, ScreenHost host, Inbox inbox) {
    this.panel = panel;
    this.host = host;
    this.window = new DropWindow(host);
    this.inbox = inbox;
  }

  /// Takes the current positions of the panels.
  ///
  /// @param station the station's window
  void placed(Optional<Window> station, Panels now) {
    there = station.isPresent() && now.drop().isPresent();
    if (there) {
      window.cover(station.orElseThrow(), now.drop().orElseThrow());
      draw();
    } else {
      window.hide();
    }
    inbox.answer(
        new FlowEvent.DeviceChanged(
            DeviceLine.plain(
                DeviceRole.DROP_SCREEN,
                SessionFile.DROP_SCREEN,
                there ? DeviceCondition.READY : DeviceCondition.CONNECTING,
                there ? "" : NO_PANEL,
                panel)));
  }

  void show(FlowState state) {
    last = state;
    draw();
  }

  private void draw() {
    if (there && last != null) {
      host.show(DropStanding.onPanel(last));
    }
  }

  /// Hides the window before the toolkit ends, because the toolkit then cannot handle a window
  /// owned by another.
  void end() {
    window.hide();
  }
}
