package org.libstation.flow;

import java.util.List;
import java.util.Optional;
import org.libstation.flow.drop.DropPassage;
import org.libstation.flow.staff.TrayFlow;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.PadTag;
import org.libstation.flow.state.PadTag.Use;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.turn.Pad;
import org.libstation.flow.turn.Turn;
import org.libstation.flow.visit.BorrowFlow;
import org.libstation.flow.visit.CameBackFlow;
import org.libstation.flow.visit.CutReturnFlow;
import org.libstation.flow.visit.HeldCardFlow;
import org.libstation.flow.visit.ResumeFlow;
import org.libstation.flow.visit.ReturnFlow;

/// What a reader that does not answer saw before is no sighting: nothing is lent, returned, renewed
/// or proved by it, whatever the order of failure, press and recovery.
///
/// So the list of what a reader sees is empty while it does not answer: what it had seen goes *out
/// of sight* and comes back only when the reader has said anew what lies there, with whose it was.
/// And that a reader is silent is known only after it was asked some times in vain: so what it saw
/// before is not acted on before it has listed anew what lies there, asked for at that moment. A
/// reader of tags that answers and does not say what lies there (it needs a hand) sees as little. A
/// barcode is read at a moment and lies nowhere: it counts whatever the pad does.
public final class SilentReaderFlow {
  private SilentReaderFlow() {}

  /// The state of a device changed.
  static void device(Turn turn, DeviceLine changed) {
    if (changed.condition() == DeviceCondition.READY) {
      return;
    }
    switch (changed.role()) {
      case PAD -> padLost(turn);
      case DROP_READER -> DropPassage.readerLost(turn);
      case CARD_READER -> HeldCardFlow.readerLost(turn);
      case DROP -> {
        if (changed.condition() == DeviceCondition.CONNECTING) {
          DropPassage.eye(turn, false);
        }
      }
      case SCANNER, DROP_SCANNER, DROP_SCREEN, PAYMENT, PRINTER, SPEECH -> {}
    }
  }

  private static void padLost(Turn turn) {
    turn.padListed = false;
    turn.lookAsked = Optional.empty();
    turn.outOfSight.addAll(turn.pad);
    turn.pad.clear();
    CameBackFlow.padLost(turn);
    TrayFlow.outOfSight(turn);
    if (turn.screen instanceof Screen.Return && Pad.waits(turn)) {
      Pad.tell(turn);
    }
    turn.change(open -> open.cardAway(Optional.empty()));
  }

  /// The pad's reader has said all that lies there: what it did not say has left is there.
  static void padListed(Turn turn) {
    List<PadTag> again = List.copyOf(turn.outOfSight);
    turn.padListed = true;
    turn.lookAsked = Optional.empty();
    turn.outOfSight.clear();
    turn.pad.addAll(0, again);
    again.forEach(tag -> seenAgain(turn, tag));
    turn.change(open -> open.withNotice(open.notice().filter(told -> told != Code.T41)));
    afterList(turn);
  }

  /// It goes on where it was: nobody has to lift it.
  static void seenAgain(Turn turn, PadTag tag) {
    BorrowFlow.seenAgain(turn, tag);
    ReturnFlow.seenAgain(turn, tag);
    if (tag.use() == Use.FORMER) {
      CutReturnFlow.arm(turn, tag);
    }
  }

  private static void afterList(Turn turn) {
    BorrowFlow.listed(turn);
    switch (turn.screen) {
      case Screen.Borrow _ -> BorrowFlow.takeFresh(turn);
      case Screen.Return _ -> ReturnFlow.takeFresh(turn);
      case Screen.Resume _ -> ResumeFlow.claim(turn);
      case Screen.Tray _ -> TrayFlow.open(turn);
      case Screen.Idle _, Screen.Visit _, Screen.Leaving _, Screen.Staff _, Screen.Drop _ -> {}
    }
  }
}
