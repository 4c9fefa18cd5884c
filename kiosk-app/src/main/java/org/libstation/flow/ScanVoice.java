package org.libstation.flow;

import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Place;
import org.libstation.flow.state.Scan;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.turn.Turn;

/// What a reader is told after a scan was judged, to say with its own voice.
final class ScanVoice {
  private ScanVoice() {}

  /// A scan is good unless the station itself says by a sound that it was not.
  static void after(Turn turn, FlowEvent event) {
    if (event instanceof FlowEvent.BarcodeRead(Place place, Scan _)) {
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
    switch (turn.screen) {
      case Screen.Welcome _,
          Screen.Identify _,
          Screen.Borrow _,
          Screen.Return _,
          Screen.MyAccount _,
          Screen.Entry _,
          Screen.Resume _ ->
          turn.effect(new Effect.ScanJudged(reader, !turn.complains()));
      // Nothing was to be scanned, or the technician's test scan says it.
      case Screen.ReceiptChoice _,
          Screen.Printing _,
          Screen.Done _,
          Screen.OutOfService _,
          Screen.TechnicianPin _,
          Screen.Technician _,
          Screen.Tray _,
          Screen.ToDo _,
          Screen.BookDrop _,
          Screen.Emptying _,
          Screen.Service _ -> {}
    }
  }
}
