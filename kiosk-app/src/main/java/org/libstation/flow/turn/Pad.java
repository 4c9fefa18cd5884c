package org.libstation.flow.turn;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.libstation.circulation.ItemId;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.PadTag;
import org.libstation.flow.state.PadTag.Use;
import org.libstation.flow.state.StationFacts.DeviceRole;

/// The tags on the pad: which of them are seen, whose they are, and what is known of their bits.
public final class Pad {
  /// A reader that is there and has not looked within this time is not waited for.
  public static final Duration LOOK = Duration.ofSeconds(5);

  private Pad() {}

  /// A tag that is seen now.
  public static Optional<PadTag> find(Turn turn, String uid) {
    return turn.pad.stream().filter(tag -> tag.uid().equals(uid)).findFirst();
  }

  public static void use(Turn turn, String uid, Use use) {
    change(turn, uid, tag -> tag.withUse(use));
  }

  /// A command read or wrote its bit: true of the tag, wherever it is by now.
  public static void secured(Turn turn, String uid, PadTag.SecurityBit bit) {
    change(turn, uid, tag -> new PadTag(uid, tag.reading(), bit, tag.use()));
  }

  private static void change(Turn turn, String uid, UnaryOperator<PadTag> change) {
    UnaryOperator<PadTag> one = tag -> tag.uid().equals(uid) ? change.apply(tag) : tag;
    turn.pad.replaceAll(one);
    turn.outOfSight.replaceAll(one);
  }

  /// Whether this item was left here by the former visit.
  public static boolean leftBehind(Turn turn, ItemId item) {
    return turn.state().leftBehind().stream().anyMatch(tag -> tag.carries(item));
  }

  /// A screen to which things are laid down opens while the pad cannot say what lies there.
  public static void tell(Turn turn) {
    if (!turn.padListed && turn.station.configured(DeviceRole.PAD)) {
      turn.notice(Code.T41);
    }
  }

  /// Whether all these tags are seen now.
  public static boolean sees(Turn turn, Iterable<String> uids) {
    for (String uid : uids) {
      if (find(turn, uid).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /// What lies on the pad, or may lie there still. Never a reason to do anything for a person.
  public static Stream<PadTag> mayLie(Turn turn) {
    return Stream.concat(turn.pad.stream(), turn.outOfSight.stream());
  }

  /// Whether something lies there that nobody has taken yet.
  public static boolean waits(Turn turn) {
    return mayLie(turn).anyMatch(tag -> tag.use() == Use.FRESH);
  }

  /// A key was pressed, and something that lies there, seen before, is to be acted on.
  public static void confirm(Turn turn) {
    if (waits(turn)) {
      look(turn);
    }
  }

  private static void look(Turn turn) {
    turn.effect(new Effect.LookAnew());
    turn.lookAsked = turn.lookAsked.or(() -> Optional.of(turn.at()));
  }

  /// Asks for a look, unless one is owed already.
  ///
  /// @return whether one is owed for too long
  public static boolean looksTooLong(Turn turn) {
    if (turn.lookAsked.isEmpty()) {
      look(turn);
    }
    return turn.lookAsked.filter(since -> turn.over(since, LOOK)).isPresent();
  }
}
