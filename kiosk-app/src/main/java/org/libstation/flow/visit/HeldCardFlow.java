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

/// Where the site says that a card stays at its place through the visit (`card-stays`): who takes
/// it is done. It ends as by the key *finish*: what is under way ends first, what is open is asked
/// about. Also, whether a card lies in a reader for cards that can tell.
public final class HeldCardFlow {
  /// A card that is moved is not taken.
  static final Duration MOVED = Duration.ofSeconds(2);

  private HeldCardFlow() {}

  /// The reader for cards says whether one lies there. A reader that does not answer says nothing:
  /// what it is taken to say then was said before.
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

  /// The reader for cards is away: nobody took a card as yet.
  public static void readerLost(Turn turn) {
    turn.between =
        turn.between.withInReader(turn.between.inReader().map(card -> card.withSeen(false)));
    turn.change(open -> open.cardAway(Optional.empty()));
  }

  /// A tag was lifted from the pad.
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

  /// A card was presented.
  ///
  /// @return whether it is the card of this visit, back at its place: the visit goes on
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

  /// Where a card is asked for, or says something else.
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
