package org.libstation.flow.visit;

import java.util.Optional;
import org.libstation.circulation.PatronId;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.ScannedCode;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.Identify.IdentifyStep;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.Sound;
import org.libstation.flow.turn.Turn;

/// Handles a card that was presented to any reader.
public final class CardFlow {
  private CardFlow() {}

  /// @param onReturn code to show while returning, where no card is needed
  public static void present(Turn turn, PatronId patron, Code onReturn) {
    if (HeldCardFlow.back(turn, patron)) {
      return;
    }
    switch (turn.screen) {
      case Screen.Welcome _ -> begin(turn, patron);
      case Screen.Done _ -> {
        turn.show(Screen.Welcome.untouched());
        begin(turn, patron);
      }
      case Screen.Identify identify -> identify(turn, identify.step(), patron);
      case Screen.Entry entry -> EntryFlow.take(turn, entry, new ScannedCode.Card(patron));
      case Screen.Resume _ -> turn.notice(turn.isOurs(patron) ? Code.B13 : Code.C22);
      case Screen.ReceiptChoice choice -> ReceiptFlow.card(turn, choice, patron);
      case Screen.Return _ -> {
        if (turn.session.flatMap(Session::card).isPresent()) {
          during(turn, patron);
        } else {
          turn.notice(onReturn);
          // No card is needed; the screen offers to borrow with it.
          turn.change(open -> open.withShownCard(Optional.of(patron)));
        }
      }
      case Screen.Visit _ -> during(turn, patron);
      case Screen.Leaving _ -> turn.notice(Code.C22);
      case Screen.Idle _, Screen.Staff _, Screen.Drop _ -> turn.beep(Sound.NOT_POSSIBLE);
    }
  }

  /// Shows that the object held before the card reader is not a card.
  ///
  /// @param item whether it is an item
  public static void none(Turn turn, boolean item) {
    if (turn.screen instanceof Screen.Identify(IdentifyStep.AskCard _)) {
      CardAsked.askCardAgain(turn, item ? Code.C24 : Code.C25);
    }
  }

  /// Shows why the number of a presented card could not be read.
  public static void refused(Turn turn, Code why) {
    switch (turn.screen) {
      case Screen.Identify(IdentifyStep.AskCard _), Screen.Identify(IdentifyStep.Problem _) ->
          CardAsked.askCardAgain(turn, why);
      case Screen.Welcome _ -> turn.say(why);
      default -> {}
    }
  }

  private static void begin(Turn turn, PatronId patron) {
    VisitStart.start(turn, CameBackFlow.purpose(turn, patron));
    if (turn.screen instanceof Screen.Identify) {
      CardAsked.card(turn, patron);
    }
  }

  private static void identify(Turn turn, IdentifyStep step, PatronId patron) {
    boolean same = turn.isOurs(patron);
    switch (step) {
      case IdentifyStep.AskCard _, IdentifyStep.Problem _ -> {
        if (same || turn.borrows().isEmpty()) {
          CardAsked.card(turn, patron);
        } else {
          turn.notice(Code.C22);
        }
      }
      case IdentifyStep.AskPin _ -> {
        if (!same && turn.borrows().isEmpty()) {
          CardAsked.askCardAgain(turn, Code.C21);
        }
      }
      case IdentifyStep.Checking _ -> {
        if (!same) {
          turn.notice(Code.C22);
        }
      }
    }
  }

  private static void during(Turn turn, PatronId patron) {
    if (turn.isOurs(patron)) {
      turn.notice(Code.B13);
    } else if (PayFlow.isPaying(turn)) {
      PayFlow.other(turn, patron);
    } else {
      LeaveFlow.nextCard(turn, Optional.of(patron));
    }
  }
}
