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

/// Handles readers that do not answer. No loan, return, renewal or proof relies on what such a
/// reader saw earlier, in whatever order failure, key press and recovery come.
///
/// While a reader does not answer, its list is empty: its tags go *out of sight*. They come back,
/// with their owner, only when the reader has listed again what lies there. A failure is known only
/// after several unanswered questions. Therefore the station acts on tags seen earlier only after a
/// fresh list, requested at that moment. A tag reader that answers but cannot list what lies there
/// (it needs a hand) is treated the same. A barcode is read at one moment and lies nowhere, so it
/// counts whatever the pad does.
public final class SilentReaderFlow {
  private SilentReaderFlow() {}

  /// Handles a device that is no longer ready.
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

  /// Takes in that the pad's reader has listed everything. Earlier tags that were not reported as
  /// lifted count as present.
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

  /// Continues with a tag where it was; nobody has to lift it.
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
