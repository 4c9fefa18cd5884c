package org.libstation.flow;

import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Place;
import org.libstation.flow.state.ScannedCode;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.turn.Turn;

/// What a reader is told after a scan was judged, to say with its own voice.
final class ScanVoice {
  private ScanVoice() {}

  /// A scan is good unless the station itself says by a sound that it was not.
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
    // Elsewhere nothing was to be scanned, or the technician's test scan says it.
    if (turn.screen instanceof Screen.Visit || turn.screen instanceof Screen.Welcome) {
      turn.effect(new Effect.ScanJudged(reader, !turn.complains()));
    }
  }
}
