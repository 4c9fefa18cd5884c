package org.libstation.flow.visit;

import java.util.Optional;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.Pin;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.PadTag;
import org.libstation.flow.state.Screen.Identify;
import org.libstation.flow.state.Screen.Identify.IdentifyStep;
import org.libstation.flow.state.Session.Purpose;
import org.libstation.flow.state.Session.SessionCard;
import org.libstation.flow.state.Sound;
import org.libstation.flow.state.TagReading;
import org.libstation.flow.turn.Turn;

/// Asks for a card, and checks it at the central system.
public final class CardAsked {
  private CardAsked() {}

  /// Accepts a card for this visit, then asks for its PIN or checks it. Refuses if another card
  /// lies on the pad.
  static void card(Turn turn, PatronId patron) {
    CameBackFlow.presented(turn, patron);
    if (otherOnPad(turn, patron).isPresent()) {
      askCardAgain(turn, Code.C21);
      return;
    }
    turn.change(
        open ->
            open.withCard(
                    Optional.of(new SessionCard(patron, Optional.empty(), Optional.empty(), 0)))
                .withTyped(new Pin(""))
                .withWrongPins(0));
    turn.beep(Sound.SEEN);
    if (pinNeeded(turn)) {
      turn.show(new Identify(new IdentifyStep.AskPin(0, Optional.empty())));
    } else {
      check(turn, Optional.empty());
    }
  }

  /// Forgets the card and waits for one.
  public static void askCardAgain(Turn turn, Code problem) {
    forgetCard(turn);
    turn.show(new Identify(new IdentifyStep.AskCard(Optional.of(problem))));
    turn.beep(Sound.NEEDS_HAND);
  }

  /// Asks for the PIN of a card that is already known, before its account is shown.
  static void askPin(Turn turn) {
    turn.show(new Identify(new IdentifyStep.AskPin(0, Optional.empty())));
  }

  static boolean pinNeeded(Turn turn) {
    return switch (turn.settings.visit().pin()) {
      case NEVER -> false;
      case ALWAYS -> true;
      case ACCOUNT -> turn.session.filter(open -> open.purpose() == Purpose.ACCOUNT).isPresent();
    };
  }

  static void check(Turn turn, Optional<Pin> pin) {
    turn.change(
        open -> open.withTyped(new Pin("")).withCard(open.card().map(card -> card.withPin(pin))));
    turn.session.ifPresent(
        open ->
            open.card()
                .ifPresent(
                    card ->
                        turn.effect(new Effect.IdentifyEffect(open.number(), card.patron(), pin))));
    turn.show(new Identify(new IdentifyStep.Checking()));
  }

  static void forgetCard(Turn turn) {
    turn.change(open -> open.withCard(Optional.empty()).withTyped(new Pin("")));
  }

  /// Returns another card than this one that lies on the pad; empty if there is none.
  static Optional<PatronId> otherOnPad(Turn turn, PatronId patron) {
    return turn.pad.stream()
        .flatMap(
            tag ->
                tag.reading() instanceof TagReading.CardTag(PatronId lying)
                        && tag.use() != PadTag.Use.FORMER
                    ? Optional.of(lying).stream()
                    : Optional.<PatronId>empty().stream())
        .filter(lying -> !lying.equals(patron))
        .findFirst();
  }
}
