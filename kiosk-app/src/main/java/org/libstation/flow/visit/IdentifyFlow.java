package org.libstation.flow.visit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.libstation.circulation.LoanOutcome;
import org.libstation.circulation.PatronBlock;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.Pin;
import org.libstation.circulation.Refusal.Reason;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowEvent.CardAnswer;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Screen.Identify;
import org.libstation.flow.state.Screen.Identify.Step;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.Session.Card;
import org.libstation.flow.state.Session.Purpose;
import org.libstation.flow.state.Sound;
import org.libstation.flow.turn.Turn;

/// Who is it? Card, then PIN where one is required, then the central system's word.
public final class IdentifyFlow {
  private IdentifyFlow() {}

  static void card(Turn turn, PatronId patron) {
    CameBackFlow.presented(turn, patron);
    if (CardFlow.otherOnPad(turn, patron).isPresent()) {
      askCardAgain(turn, Code.C21);
      return;
    }
    turn.change(
        open ->
            open.withCard(Optional.of(new Card(patron, Optional.empty(), Optional.empty())))
                .withTyped(new Pin(""))
                .withWrongPins(0));
    turn.beep(Sound.SEEN);
    if (pinNeeded(turn)) {
      turn.show(new Identify(new Step.AskPin(0, Optional.empty())));
    } else {
      check(turn, Optional.empty());
    }
  }

  /// Forgets the card and waits for one.
  public static void askCardAgain(Turn turn, Code problem) {
    forgetCard(turn);
    turn.show(new Identify(new Step.AskCard(Optional.of(problem))));
    turn.beep(Sound.NEEDS_HAND);
  }

  /// The PIN of a card that is known already, before its account is shown.
  static void askPin(Turn turn) {
    turn.show(new Identify(new Step.AskPin(0, Optional.empty())));
  }

  static boolean pinNeeded(Turn turn) {
    return switch (turn.settings.pin()) {
      case NEVER -> false;
      case ALWAYS -> true;
      case ACCOUNT -> turn.session.filter(open -> open.purpose() == Purpose.ACCOUNT).isPresent();
    };
  }

  public static void key(Turn turn, Step step, Key key) {
    switch (key) {
      case Key.Digit(int digit) -> type(turn, step, digit);
      case Key.Letter _ -> {}
      case Key.Erase _ -> erase(turn, step);
      case Key.Confirm _ -> confirm(turn, step);
      case Key.Leave _ -> VisitFlow.leave(turn);
      case Key.StartAccount _ -> {
        if (step instanceof Step.Problem(_, boolean possible) && possible) {
          VisitFlow.go(turn, Purpose.ACCOUNT);
        }
      }
      case Key.StartReturn _ -> {
        if (!(step instanceof Step.Checking)) {
          forgetUnverified(turn);
          VisitFlow.go(turn, Purpose.RETURN);
        }
      }
      case Key.StartBorrow _,
          Key.Looks _,
          Key.Stay _,
          Key.Ending _,
          Key.Counting _,
          Key.Renewing _,
          Key.Paging _,
          Key.Accounting _,
          Key.Service _ -> {}
    }
  }

  private static void type(Turn turn, Step step, int digit) {
    String typed = turn.session.map(open -> open.typed().digits()).orElse("");
    if (step instanceof Step.AskPin && typed.length() < turn.settings.mostPinDigits()) {
      turn.change(open -> open.withTyped(new Pin(typed + digit)));
      turn.show(new Identify(new Step.AskPin(typed.length() + 1, Optional.empty())));
    }
  }

  private static void erase(Turn turn, Step step) {
    String typed = turn.session.map(open -> open.typed().digits()).orElse("");
    if (step instanceof Step.AskPin && !typed.isEmpty()) {
      int left = typed.length() - 1;
      turn.change(open -> open.withTyped(new Pin(typed.substring(0, left))));
      turn.show(new Identify(new Step.AskPin(left, Optional.empty())));
    }
  }

  private static void confirm(Turn turn, Step step) {
    switch (step) {
      case Step.AskPin _ -> {
        Optional<Pin> typed =
            turn.session.map(Session::typed).filter(pin -> !pin.digits().isEmpty());
        if (typed.isPresent()) {
          check(turn, typed);
        }
      }
      case Step.Problem _ -> VisitFlow.leave(turn);
      case Step.AskCard _, Step.Checking _ -> {}
    }
  }

  private static void check(Turn turn, Optional<Pin> pin) {
    turn.change(
        open ->
            open.withTyped(new Pin(""))
                .withCard(open.card().map(card -> new Card(card.patron(), pin, card.look()))));
    turn.session.ifPresent(
        open ->
            open.card()
                .ifPresent(
                    card -> turn.effect(new Effect.Identify(open.number(), card.patron(), pin))));
    turn.show(new Identify(new Step.Checking()));
  }

  public static void identified(Turn turn, FlowEvent.Identified identified) {
    boolean asked = turn.screen instanceof Identify(Step.Checking _);
    if (!asked || !turn.isSession(identified.session())) {
      return;
    }
    switch (identified.answer()) {
      case CardAnswer.Known known -> known(turn, known.look(), known.unfinished());
      case CardAnswer.Refused refused -> {
        if (refused.refusal().reason() == Reason.WRONG_PIN) {
          wrongPin(turn);
        } else {
          problem(turn, Code.ofCard(refused.refusal().reason()));
        }
      }
      case CardAnswer.Silent silent -> enter(turn, Optional.empty(), silent.unfinished());
    }
  }

  private static void known(Turn turn, PatronLook look, List<LoanOutcome.Lent> unfinished) {
    boolean verified = look.pinRight().orElse(false);
    if (!look.known()) {
      problem(turn, Code.C11);
    } else if (pinNeeded(turn) && !verified) {
      wrongPin(turn);
    } else if (look.blocks().contains(PatronBlock.CARD_LOST)) {
      problem(turn, Code.C14);
    } else {
      enter(turn, Optional.of(look), unfinished);
    }
  }

  /// Why a known card may not borrow.
  ///
  /// @param blocks the flags that count today
  /// @param told what the central system's texts say of it
  static Code block(Set<PatronBlock> blocks, Set<Reason> told) {
    if (told.contains(Reason.CARD_LOST)) {
      return Code.C14;
    }
    if (told.contains(Reason.CARD_EXPIRED)) {
      return Code.C15;
    }
    if (blocks.contains(PatronBlock.TOO_MANY_CHARGED)) {
      return Code.B31;
    }
    if (blocks.contains(PatronBlock.EXCESSIVE_FINES)
        || blocks.contains(PatronBlock.EXCESSIVE_FEES)) {
      return Code.B33;
    }
    if (blocks.contains(PatronBlock.TOO_MANY_OVERDUE)
        || blocks.contains(PatronBlock.RECALL_OVERDUE)) {
      return Code.B34;
    }
    return Code.C16;
  }

  private static void wrongPin(Turn turn) {
    int wrong = turn.session.map(Session::wrongPins).orElse(0) + 1;
    turn.change(open -> open.withWrongPins(wrong).withCard(open.card().map(IdentifyFlow::bare)));
    if (wrong >= turn.settings.pinTries()) {
      problem(turn, Code.C13);
    } else {
      turn.show(new Identify(new Step.AskPin(0, Optional.of(Code.C12))));
      turn.beep(Sound.NEEDS_HAND);
    }
  }

  private static Card bare(Card card) {
    return new Card(card.patron(), Optional.empty(), card.look());
  }

  /// This card is not served; what it had begun before (a PIN asked in mid-visit) stays.
  private static void problem(Turn turn, Code code) {
    forgetUnverified(turn);
    turn.show(new Identify(new Step.Problem(code, false)));
    turn.beep(Sound.NOT_POSSIBLE);
  }

  private static void remember(Turn turn, Optional<PatronLook> look) {
    turn.change(
        open -> open.withCard(open.card().map(card -> new Card(card.patron(), card.pin(), look))));
  }

  private static void enter(
      Turn turn, Optional<PatronLook> look, List<LoanOutcome.Lent> unfinished) {
    remember(turn, look);
    turn.beep(Sound.CARD_ACCEPTED);
    CameBackFlow.letIn(turn);
    if (!unfinished.isEmpty()) {
      ResumeFlow.open(turn, unfinished);
    } else {
      turn.session.ifPresent(open -> VisitFlow.go(turn, open.purpose()));
    }
  }

  private static void forgetCard(Turn turn) {
    turn.change(open -> open.withCard(Optional.empty()).withTyped(new Pin("")));
  }

  /// A card that has rows of this visit is kept: they belong to it.
  private static void forgetUnverified(Turn turn) {
    if (turn.borrows().isEmpty()) {
      forgetCard(turn);
    } else {
      turn.change(open -> open.withTyped(new Pin("")));
    }
  }
}
