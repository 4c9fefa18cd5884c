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

/// A visit ended, by a key or because nobody touched anything, and the same card is presented again
/// within seconds: it goes on where it was. What it did is loaded anew; nothing of it was kept. Its
/// PIN is asked for again: the card alone shows that it is the card, not who holds it.
public final class CameBackFlow {
  private CameBackFlow() {}

  /// Keeps of the visit that ends what it takes to know it again. A visit without a card, or whose
  /// card was not let in, leaves nothing.
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

  /// What the card came for when it was here just now; borrowing otherwise. A return needs no card.
  static Purpose purpose(Turn turn, PatronId patron) {
    return turn.between
        .left()
        .filter(left -> isSame(turn, left, patron))
        .map(EndedVisit::purpose)
        .filter(purpose -> purpose != Purpose.RETURN)
        .orElse(Purpose.BORROW);
  }

  /// A card was presented. Any other forgets the visit; the same has the time it takes to type a
  /// PIN.
  static void presented(Turn turn, PatronId patron) {
    Duration typing = turn.patience(turn.settings.visit().idle());
    turn.between =
        turn.between.withLeft(
            turn.between
                .left()
                .filter(left -> isSame(turn, left, patron))
                .map(left -> left.withUntil(turn.at().plus(typing))));
  }

  /// The card was let in: what it had left on the pad is its own again, and is asked about anew.
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

  /// The pad's reader was away: nobody knows whose what lies there now is.
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
