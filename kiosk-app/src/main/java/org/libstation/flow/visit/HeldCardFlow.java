package org.libstation.flow.visit;

import java.time.Duration;
import java.util.Optional;
import org.libstation.circulation.PatronId;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.FlowState.CardInReader;
import org.libstation.flow.state.Overlay;
import org.libstation.flow.state.PadTag;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.state.TagReading;
import org.libstation.flow.turn.Turn;

/// Handles a card that stays in its place during the visit, if the site wants that (`card-stays`).
/// Taking it ends the visit like the key *finish*: work under way ends first, and the screen asks
/// about unfinished items. Also keeps whether a card lies in a card reader that can report it.
public final class HeldCardFlow {
  /// A card that is back within this time was moved, not taken.
  static final Duration MOVED = Duration.ofSeconds(2);

  private HeldCardFlow() {}

  /// Takes in whether a card lies in the card reader. Ignored while the reader does not answer,
  /// because the report is then an old one.
  public static void lies(Turn turn, boolean lies) {
    if (turn.station.configured(DeviceRole.CARD_READER)
        && !turn.station.usable(DeviceRole.CARD_READER)) {
      return;
    }
    Optional<CardInReader> before = turn.between.inReader();
    if (lies) {
      CardInReader now = before.orElseGet(() -> lying(turn)).withSeen(true);
      turn.between = turn.between.withInReader(Optional.of(now));
    } else if (before.isPresent()) {
      turn.between = turn.between.withInReader(Optional.empty());
      taken(turn);
    }
  }

  private static CardInReader lying(Turn turn) {
    return new CardInReader(Optional.of(tellAt(turn)), true, false);
  }

  /// Does not count the card as taken, because the card reader failed.
  public static void readerLost(Turn turn) {
    turn.between =
        turn.between.withInReader(turn.between.inReader().map(card -> card.withSeen(false)));
    turn.change(open -> open.cardAway(Optional.empty()));
  }

  public static void lifted(Turn turn, PadTag tag) {
    if (tag.reading() instanceof TagReading.CardTag(PatronId patron) && turn.isOurs(patron)) {
      taken(turn);
    }
  }

  private static void taken(Turn turn) {
    boolean mine = turn.session.flatMap(Session::card).isPresent();
    if (turn.settings.visit().cardStays() && mine && !ending(turn.screen)) {
      turn.change(open -> open.cardAway(Optional.of(turn.at())));
    }
  }

  /// Handles a presented card.
  ///
  /// @return whether it is this visit's card, back in its place; the visit then goes on
  static boolean back(Turn turn, PatronId patron) {
    boolean asking = turn.overlay.orElse(null) instanceof Overlay.ConfirmLeave;
    boolean missed =
        asking
            || turn.session
                .filter(open -> open.cardAway().isPresent() || open.leaving())
                .isPresent();
    if (!turn.settings.visit().cardStays()
        || !missed
        || !turn.isOurs(patron)
        || awaited(turn.screen)) {
      return false;
    }
    turn.change(open -> open.cardAway(Optional.empty()).withLeaving(false));
    if (asking) {
      turn.overlay = Optional.empty();
    }
    return true;
  }

  /// Whether the screen expects a card, or a card has another meaning there.
  private static boolean awaited(Screen screen) {
    return screen instanceof Screen.Identify(Screen.Identify.IdentifyStep.AskCard _)
        || screen instanceof Screen.Identify(Screen.Identify.IdentifyStep.Problem _)
        || ending(screen);
  }

  private static boolean ending(Screen screen) {
    return screen instanceof Screen.ReceiptChoice || screen instanceof Screen.Printing;
  }

  private static Duration tellAt(Turn turn) {
    return turn.at().plus(turn.patience(FlowSettings.TAKE_AWAY));
  }

  public static void tick(Turn turn) {
    boolean forgotten =
        turn.session.isEmpty()
            && turn.between
                .inReader()
                .filter(CardInReader::seen)
                .flatMap(CardInReader::tell)
                .filter(then -> then.compareTo(turn.at()) <= 0)
                .isPresent();
    if (forgotten) {
      turn.staff(Effect.StaffNote.CARD_LEFT, Optional.of(Code.C26));
      turn.between =
          turn.between.withInReader(Optional.of(new CardInReader(Optional.empty(), true, true)));
    }
    boolean gone =
        turn.session
            .flatMap(Session::cardAway)
            .filter(since -> turn.over(since, turn.patience(MOVED)))
            .isPresent();
    if (gone) {
      turn.change(open -> open.cardAway(Optional.empty()));
      if (!ending(turn.screen)) {
        LeaveFlow.leave(turn);
      }
    }
  }
}
