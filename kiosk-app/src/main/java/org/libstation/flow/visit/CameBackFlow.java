package org.libstation.flow.visit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.PatronId;
import org.libstation.flow.state.FlowState.EndedVisit;
import org.libstation.flow.state.PadTag;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Session.Purpose;
import org.libstation.flow.state.TagReading;
import org.libstation.flow.turn.Pad;
import org.libstation.flow.turn.Turn;

/// Continues a visit if the same card is presented again within seconds after its end, by a key or
/// for lack of a touch. Its data are loaded again; none were kept. The PIN is asked for again,
/// because the card does not prove who holds it.
public final class CameBackFlow {
  private CameBackFlow() {}

  /// Keeps what is needed to recognise the ending visit. A visit without a card, or with a card
  /// that was not accepted, leaves nothing.
  public static void remember(Turn turn) {
    boolean letIn = !(turn.screen instanceof Screen.Identify);
    Duration until = turn.at().plus(turn.patience(turn.settings.visit().comeBack()));
    boolean alone = turn.pad.stream().noneMatch(tag -> tag.use() == PadTag.Use.FORMER);
    turn.between =
        turn.between.withLeft(
            turn.session
                .filter(_ -> letIn && !turn.settings.visit().comeBack().isZero())
                .flatMap(
                    open ->
                        open.card()
                            .map(
                                card ->
                                    new EndedVisit(
                                        turn.digest(card.patron()),
                                        open.purpose(),
                                        alone && turn.padListed,
                                        until))));
  }

  /// Returns the former purpose of a card that was here just now, otherwise borrowing. A former
  /// return becomes borrowing too, because a return needs no card.
  static Purpose purpose(Turn turn, PatronId patron) {
    return turn.between
        .left()
        .filter(left -> isSame(turn, left, patron))
        .map(EndedVisit::purpose)
        .filter(purpose -> purpose != Purpose.RETURN)
        .orElse(Purpose.BORROW);
  }

  /// Handles a presented card. Another card makes the station forget the former visit; the same
  /// card gets the time to type a PIN.
  static void presented(Turn turn, PatronId patron) {
    Duration typing = turn.patience(turn.settings.visit().idle());
    turn.between =
        turn.between.withLeft(
            turn.between
                .left()
                .filter(left -> isSame(turn, left, patron))
                .map(left -> left.withUntil(turn.at().plus(typing))));
  }

  /// Gives an accepted card the items that it left on the pad; they are handled as new.
  static void letIn(Turn turn) {
    Optional<EndedVisit> left = turn.between.left();
    turn.between = turn.between.withLeft(Optional.empty());
    boolean borrowing = turn.session.filter(open -> open.purpose() == Purpose.BORROW).isPresent();
    if (left.filter(EndedVisit::pad).isEmpty() || !borrowing || !turn.padListed) {
      return;
    }
    for (PadTag tag : List.copyOf(turn.pad)) {
      if (tag.use() == PadTag.Use.FORMER && tag.reading() instanceof TagReading.ItemTag) {
        Pad.use(turn, tag.uid(), PadTag.Use.FRESH);
      }
    }
  }

  /// Forgets who owns what lies on the pad, because its reader failed.
  public static void padLost(Turn turn) {
    turn.between =
        turn.between.withLeft(
            turn.between
                .left()
                .map(left -> new EndedVisit(left.digest(), left.purpose(), false, left.until())));
  }

  public static void tick(Turn turn) {
    turn.between =
        turn.between.withLeft(
            turn.between.left().filter(left -> left.until().compareTo(turn.at()) > 0));
  }

  private static boolean isSame(Turn turn, EndedVisit left, PatronId patron) {
    return left.until().compareTo(turn.at()) > 0 && left.digest().equals(turn.digest(patron));
  }
}
