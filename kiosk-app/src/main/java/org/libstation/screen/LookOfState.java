package org.libstation.screen;

import javafx.geometry.Dimension2D;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts;
import org.libstation.screen.drop.DropView;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.look.Panel;
import org.libstation.screen.kit.look.TypingLayout;

/// Computes the look of a state on a panel: its language and the access settings, as far as its
/// screen has room for them. Technicians' screens and the small panel of a book drop have looks of
/// their own.
public final class LookOfState {
  private LookOfState() {}

  /// Returns the look of a state. Under a sheet titles become bars, because the patron may have
  /// left.
  ///
  /// @param stills whether numbered pictures replace animations
  static Look of(FlowState state, Panel panel, boolean stills) {
    Look look =
        isService(state.screen())
            ? Look.technician(state.language()).withPanel(panel)
            : isDropPanel(state.screen().getClass())
                ? Look.drop(state.language(), state.access().contrast())
                : patrons(state, panel, stills);
    return state.overlay().isPresent() ? look.veiled() : look;
  }

  private static boolean isService(Screen screen) {
    return screen instanceof Screen.Technician
        || screen instanceof Screen.Tray
        || screen instanceof Screen.ToDo
        || screen instanceof Screen.Service;
  }

  private static Look patrons(FlowState state, Panel panel, boolean stills) {
    Look look = Look.of(state.language(), access(state, panel), panel).withAloud(aloud(state));
    return stills ? look.still() : look;
  }

  private static Look.AloudLook aloud(FlowState state) {
    return !state.station().usable(StationFacts.DeviceRole.SPEECH)
        ? Look.AloudLook.NOT_HERE
        : state.access().aloud().on() ? Look.AloudLook.ON : Look.AloudLook.OFF;
  }

  /// Half a landscape panel has no room for digits, access bar and a key for staff.
  private static Access access(FlowState state, Panel panel) {
    Access access = state.access();
    TypingLayout layout = Look.of(state.language(), access, panel).layouts().typing();
    if (state.screen() instanceof Screen.Entry) {
      // Half an upright panel has no room for the letters of a number and the bars at the last
      // step.
      return new Access(
          Math.min(layout.entry().step(), access.textStep()),
          access.contrast(),
          access.slow(),
          access.reach(),
          access.titlesHidden(),
          access.aloud());
    }
    return layout.staffWhole() && state.screen() instanceof Screen.TechnicianPin
        ? new Access(
            1, access.contrast(), access.slow(), false, access.titlesHidden(), access.aloud())
        : access;
  }

  /// Whether a screen is drawn for the small panel of a book drop.
  static boolean isDropPanel(Class<? extends Screen> place) {
    return place == Screen.BookDropScreen.class || place == Screen.Emptying.class;
  }

  /// Returns the size of a screen's picture, in px.
  ///
  /// @param panel size for every screen that is not a book drop's
  public static Dimension2D board(Screen screen, Dimension2D panel) {
    return isDropPanel(screen.getClass())
        ? new Dimension2D(DropView.WIDTH, DropView.HEIGHT)
        : panel;
  }
}
