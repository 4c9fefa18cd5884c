package org.libstation.flow.visit;

import java.util.List;
import java.util.Optional;
import org.libstation.circulation.Answer;
import org.libstation.circulation.LoanOutcome;
import org.libstation.circulation.PatronBlock;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.Pin;
import org.libstation.circulation.Refusal.RefusalReason;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.Identify;
import org.libstation.flow.state.Screen.Identify.IdentifyStep;
import org.libstation.flow.state.Screen.MyAccount.AccountPart;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.Session.Purpose;
import org.libstation.flow.state.Session.SessionCard;
import org.libstation.flow.state.Sound;
import org.libstation.flow.turn.Turn;

/// Finds out who the person is: by the card, the PIN if required, and the central system's answer.
public final class IdentifyFlow {
  private IdentifyFlow() {}

  public static void key(Turn turn, IdentifyStep step, Key.OnIdentify key) {
    switch (key) {
      case Key.Digit(int digit) -> type(turn, step, digit);
      case Key.Erase _ -> erase(turn, step);
      case Key.Confirm _ -> confirm(turn, step);
      case Key.Leave _ -> LeaveFlow.leave(turn);
      case Key.StartAccount _ -> {
        if (step instanceof IdentifyStep.Problem(_, boolean possible) && possible) {
          PurposeFlow.go(turn, Purpose.ACCOUNT);
        }
      }
      case Key.ShowCharges _ -> {
        if (step instanceof IdentifyStep.Problem(_, boolean possible) && possible) {
          PurposeFlow.go(turn, Purpose.ACCOUNT);
          if (turn.screen instanceof Screen.MyAccount) {
            turn.show(new Screen.MyAccount(AccountPart.CHARGES, 0));
          }
        }
      }
      case Key.StartReturn _ -> {
        if (!(step instanceof IdentifyStep.Checking)) {
          forgetUnverified(turn);
          PurposeFlow.go(turn, Purpose.RETURN);
        }
      }
    }
  }

  /// Shows why this card may not borrow, after an item was placed or scanned. A person who wanted
  /// to return it finds the key.
  public static void laid(Turn turn, IdentifyStep step) {
    if (step instanceof IdentifyStep.Problem(Code code, boolean possible) && possible) {
      turn.notice(code);
    }
  }

  private static void type(Turn turn, IdentifyStep step, int digit) {
    String typed = turn.session.map(open -> open.typed().digits()).orElse("");
    if (step instanceof IdentifyStep.AskPin(_, var problem)
        && typed.length() < FlowSettings.MOST_PIN_DIGITS) {
      turn.change(open -> open.withTyped(new Pin(typed + digit)));
      turn.show(new Identify(new IdentifyStep.AskPin(typed.length() + 1, problem)));
    }
  }

  private static void erase(Turn turn, IdentifyStep step) {
    String typed = turn.session.map(open -> open.typed().digits()).orElse("");
    if (step instanceof IdentifyStep.AskPin(_, var problem) && !typed.isEmpty()) {
      int left = typed.length() - 1;
      turn.change(open -> open.withTyped(new Pin(typed.substring(0, left))));
      turn.show(new Identify(new IdentifyStep.AskPin(left, problem)));
    }
  }

  private static void confirm(Turn turn, IdentifyStep step) {
    switch (step) {
      case IdentifyStep.AskPin _ -> {
        Optional<Pin> typed =
            turn.session.map(Session::typed).filter(pin -> !pin.digits().isEmpty());
        if (typed.isPresent()) {
          CardAsked.check(turn, typed);
        }
      }
      case IdentifyStep.Problem _ -> LeaveFlow.leave(turn);
      case IdentifyStep.AskCard _, IdentifyStep.Checking _ -> {}
    }
  }

  /// Takes in the central system's answer about the card. Without an answer, the visit goes on.
  public static void identified(Turn turn, FlowEvent.Identified identified) {
    boolean asked = turn.screen instanceof Identify(IdentifyStep.Checking _);
    if (!asked || !turn.isSession(identified.session())) {
      return;
    }
    switch (identified.look()) {
      case Answer.Accepted<PatronLook>(var look) -> known(turn, look, identified.unfinished());
      case Answer.Refused<PatronLook>(var refusal) -> {
        if (refusal.reason() == RefusalReason.WRONG_PIN) {
          wrongPin(turn);
        } else {
          problem(turn, Code.ofCard(refusal.reason()));
        }
      }
      case Answer.NotSent<PatronLook> _, Answer.Unknown<PatronLook> _ ->
          enter(turn, Optional.empty(), identified.unfinished());
    }
  }

  private static void known(Turn turn, PatronLook look, List<LoanOutcome.Lent> unfinished) {
    boolean verified = look.pinRight().orElse(false);
    if (!look.known()) {
      problem(turn, Code.C11);
    } else if (CardAsked.pinNeeded(turn) && !verified) {
      wrongPin(turn);
    } else if (look.blocks().contains(PatronBlock.CARD_LOST)) {
      problem(turn, Code.C14);
    } else {
      enter(turn, Optional.of(look), unfinished);
    }
  }

  private static void wrongPin(Turn turn) {
    int wrong = turn.session.map(Session::wrongPins).orElse(0) + 1;
    turn.change(open -> open.withWrongPins(wrong).withCard(open.card().map(IdentifyFlow::bare)));
    if (wrong >= FlowSettings.PIN_TRIES) {
      problem(turn, Code.C13);
    } else {
      turn.show(new Identify(new IdentifyStep.AskPin(0, Optional.of(Code.C12))));
      turn.beep(Sound.NEEDS_HAND);
    }
  }

  private static SessionCard bare(SessionCard card) {
    return card.withPin(Optional.empty());
  }

  /// Refuses this card. What it began earlier in the visit stays, if the PIN was asked for in
  /// mid-visit.
  private static void problem(Turn turn, Code code) {
    forgetUnverified(turn);
    turn.show(new Identify(new IdentifyStep.Problem(code, false)));
    turn.beep(Sound.NOT_POSSIBLE);
  }

  private static void remember(Turn turn, Optional<PatronLook> look) {
    turn.change(open -> open.withLook(look));
  }

  private static void enter(
      Turn turn, Optional<PatronLook> look, List<LoanOutcome.Lent> unfinished) {
    remember(turn, look);
    turn.beep(Sound.CARD_ACCEPTED);
    CameBackFlow.letIn(turn);
    if (!unfinished.isEmpty()) {
      ResumeFlow.open(turn, unfinished);
    } else {
      turn.session.ifPresent(open -> PurposeFlow.go(turn, open.purpose()));
    }
  }

  /// Forgets the card, unless this visit has rows that belong to it.
  private static void forgetUnverified(Turn turn) {
    if (turn.borrows().isEmpty()) {
      CardAsked.forgetCard(turn);
    } else {
      turn.change(open -> open.withTyped(new Pin("")));
    }
  }
}
