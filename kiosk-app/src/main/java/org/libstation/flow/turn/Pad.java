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

/// Answers which tags on the pad are seen, whose they are, and what their security bits are.
public final class Pad {
  /// How long the flow waits for a new look by a reader that is connected.
  public static final Duration LOOK = Duration.ofSeconds(5);

  private Pad() {}

  /// Returns the tag with this identifier, if it is seen now.
  public static Optional<PadTag> find(Turn turn, String uid) {
    return turn.pad.stream().filter(tag -> tag.uid().equals(uid)).findFirst();
  }

  public static void use(Turn turn, String uid, Use use) {
    change(turn, uid, tag -> tag.withUse(use));
  }

  /// Keeps a tag's security bit that a command read or wrote, even if the tag is out of sight by
  /// now.
  public static void secured(Turn turn, String uid, PadTag.SecurityBit bit) {
    change(turn, uid, tag -> new PadTag(uid, tag.reading(), bit, tag.use()));
  }

  private static void change(Turn turn, String uid, UnaryOperator<PadTag> change) {
    UnaryOperator<PadTag> one = tag -> tag.uid().equals(uid) ? change.apply(tag) : tag;
    turn.pad.replaceAll(one);
    turn.outOfSight.replaceAll(one);
  }

  /// Whether an earlier visit left this item on the pad.
  public static boolean leftBehind(Turn turn, ItemId item) {
    return turn.state().leftBehind().stream().anyMatch(tag -> tag.carries(item));
  }

  /// Shows code T41 if the pad cannot report what lies on it. Called when a screen opens on which
  /// items are placed.
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

  /// Returns the tags that lie on the pad or may still lie there. This is never sufficient to act
  /// for a person.
  public static Stream<PadTag> mayLie(Turn turn) {
    return Stream.concat(turn.pad.stream(), turn.outOfSight.stream());
  }

  /// Whether a tag may lie there that no row has taken yet.
  public static boolean waits(Turn turn) {
    return mayLie(turn).anyMatch(tag -> tag.use() == Use.FRESH);
  }

  /// Asks the reader for a new look after a key press, if a tag waits to be acted on.
  public static void confirm(Turn turn) {
    if (waits(turn)) {
      look(turn);
    }
  }

  private static void look(Turn turn) {
    turn.effect(new Effect.LookAnew());
    turn.lookAsked = turn.lookAsked.or(() -> Optional.of(turn.at()));
  }

  /// Asks the reader for a new look, unless one is pending.
  ///
  /// @return whether the look has been pending for too long
  public static boolean looksTooLong(Turn turn) {
    if (turn.lookAsked.isEmpty()) {
      look(turn);
    }
    return turn.lookAsked.filter(since -> turn.over(since, LOOK)).isPresent();
  }
}
