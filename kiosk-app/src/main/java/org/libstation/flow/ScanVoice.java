package org.libstation.flow;

import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Place;
import org.libstation.flow.state.ScannedCode;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.turn.Turn;

/// Reports to a reader whether its scan was good, so that the reader signals it by its own sound.
final class ScanVoice {
  private ScanVoice() {}

  /// Judges a scan after the step. It counts as good unless the station's own sound says otherwise.
  static void after(Turn turn, FlowEvent event) {
    if (event instanceof FlowEvent.BarcodeRead(Place place, ScannedCode _)) {
      atPad(turn, place);
    } else if (event instanceof FlowEvent.UnmatchedRead(Place place, var _, var _)) {
      atPad(turn, place);
    } else if (event instanceof FlowEvent.CardRead) {
      say(turn, DeviceRole.CARD_READER);
    }
  }

  private static void atPad(Turn turn, Place place) {
    if (place == Place.PAD) {
      say(turn, DeviceRole.SCANNER);
    }
  }

  private static void say(Turn turn, DeviceRole reader) {
    // Other screens expect no scan, or the technician's test scan reports it.
    if (turn.screen instanceof Screen.Visit || turn.screen instanceof Screen.Welcome) {
      turn.effect(new Effect.ScanJudged(reader, !turn.complains()));
    }
  }
}
