package org.libstation.flow;

import org.libstation.flow.state.Key;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Sound;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.turn.Turn;
import org.libstation.flow.visit.WelcomeFlow;

/// Turns reading aloud on and off, by a key of the screen or keypad or by plugging in a headphone.
final class AloudFlow {
  private AloudFlow() {}

  /// Handles a key for reading aloud. Refuses with a sound if no speech is usable or on staff's
  /// pages.
  static void key(Turn turn, Key.Speaking key) {
    if (!turn.station.usable(DeviceRole.SPEECH) || turn.screen instanceof Screen.Staff) {
      turn.beep(Sound.NOT_POSSIBLE);
      return;
    }
    boolean was = turn.access.aloud().on();
    turn.access =
        switch (key) {
          case Key.ReadAloud _ -> turn.access.aloud(!was);
          case Key.SayAgain _, Key.SayReceipt _ -> turn.access.aloud(true);
          case Key.Louder _ -> turn.access.aloud(true).louder(was ? 1 : 0);
          case Key.Softer _ -> turn.access.aloud(true).louder(was ? -1 : 0);
        };
  }

  /// Plugging in turns reading on. Unplugging turns it off, so that private text is not read to the
  /// room.
  static void headphone(Turn turn, boolean in) {
    if (!turn.station.usable(DeviceRole.SPEECH) || turn.screen instanceof Screen.Staff) {
      return;
    }
    if (turn.overlay.isEmpty()) {
      turn.change(open -> open.touched(turn.at()));
    }
    turn.access = turn.access.aloud(in);
    WelcomeFlow.touched(turn);
  }
}
