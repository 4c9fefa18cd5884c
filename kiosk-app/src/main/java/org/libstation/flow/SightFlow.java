package org.libstation.flow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.libstation.flow.PadTag.Use;
import org.libstation.flow.StationFacts.Condition;
import org.libstation.flow.StationFacts.DeviceLine;
import org.libstation.flow.StationFacts.DeviceRole;

/// What a reader that does not answer saw before is no sighting: nothing is lent, returned, renewed
/// or proved by it, whatever the order of failure, press and recovery.
///
/// So the list of what a reader sees is empty while it does not answer: what it had seen goes *out
/// of sight* and comes back only when the reader has said anew what lies there, with whose it was.
/// And that a reader is silent is known only after it was asked some times in vain: so what it saw
/// before is not acted on before it has listed anew what lies there, asked for at that moment. A
/// reader of tags that answers and does not say what lies there (it needs a hand) sees as little. A
/// barcode is read at a moment and lies nowhere: it counts whatever the pad does.
final class SightFlow {
  /// A reader that is there and has not looked within this time is not waited for.
  static final Duration LOOK = Duration.ofSeconds(5);

  private SightFlow() {}

  /// The state of a device changed.
  static void device(Turn turn, DeviceLine changed) {
    if (changed.condition() == Condition.READY) {
      return;
    }
    switch (changed.role()) {
      case PAD -> padLost(turn);
      case DROP_READER -> DropPassage.readerLost(turn);
      case CARD_READER -> HeldCardFlow.readerLost(turn);
      case DROP -> {
        if (changed.condition() == Condition.CONNECTING) {
          DropPassage.eye(turn, false);
        }
      }
      case SCANNER, DROP_SCANNER, PRINTER, SPEECH -> {}
    }
  }

  private static void padLost(Turn turn) {
    turn.padListed = false;
    turn.lookAsked = Optional.empty();
    turn.outOfSight.addAll(turn.pad);
    turn.pad.clear();
    CameBackFlow.padLost(turn);
    TrayFlow.outOfSight(turn);
    if (turn.screen instanceof Screen.Return && waits(turn)) {
      tell(turn);
    }
    turn.change(open -> open.cardAway(Optional.empty()));
  }

  /// The pad's reader has said all that lies there: what it did not say has left is there.
  static void padListed(Turn turn) {
    List<PadTag> again = List.copyOf(turn.outOfSight);
    turn.padListed = true;
    turn.lookAsked = Optional.empty();
    turn.outOfSight.clear();
    turn.pad.addAll(0, again);
    again.forEach(tag -> seenAgain(turn, tag));
    turn.change(open -> open.noticing(open.notice().filter(told -> told != Code.T41)));
    afterList(turn);
  }

  /// A tag out of sight that is named before the list is complete.
  ///
  /// @return whether it is the one that was known; a tag that says otherwise by now is a new one
  static boolean named(Turn turn, FlowEvent.TagArrived tag) {
    Optional<PadTag> known =
        turn.outOfSight.stream().filter(old -> old.uid().equals(tag.uid())).findFirst();
    if (known.isEmpty()) {
      return false;
    }
    boolean same = known.get().use() == Use.FORMER || known.get().reading().equals(tag.reading());
    if (!same) {
      PadFlow.leave(turn, tag.uid());
      return false;
    }
    turn.outOfSight.remove(known.get());
    PadTag again = new PadTag(tag.uid(), known.get().reading(), tag.security(), known.get().use());
    turn.pad.add(again);
    seenAgain(turn, again);
    return true;
  }

  /// It goes on where it was: nobody has to lift it.
  private static void seenAgain(Turn turn, PadTag tag) {
    BorrowFlow.seenAgain(turn, tag);
    ReturnFlow.seenAgain(turn, tag);
    if (tag.use() == Use.FORMER) {
      CutReturnFlow.arm(turn, tag);
    }
  }

  private static boolean waits(Turn turn) {
    return mayLie(turn).anyMatch(tag -> tag.use() == Use.FRESH);
  }

  /// A key was pressed, and something that lies there, seen before, is to be acted on.
  static void confirm(Turn turn) {
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
  static boolean looksTooLong(Turn turn) {
    if (turn.lookAsked.isEmpty()) {
      look(turn);
    }
    return turn.lookAsked.filter(since -> turn.over(since, LOOK)).isPresent();
  }

  private static void afterList(Turn turn) {
    BorrowFlow.listed(turn);
    switch (turn.screen) {
      case Screen.Borrow _ -> BorrowFlow.takeFresh(turn);
      case Screen.Return _ -> ReturnFlow.takeFresh(turn);
      case Screen.Resume _ -> ResumeFlow.claim(turn);
      case Screen.Tray _ -> TrayFlow.open(turn);
      case Screen.Welcome _,
          Screen.Identify _,
          Screen.MyAccount _,
          Screen.Entry _,
          Screen.ReceiptChoice _,
          Screen.Printing _,
          Screen.Done _,
          Screen.OutOfService _,
          Screen.TechnicianPin _,
          Screen.Technician _,
          Screen.ToDo _,
          Screen.BookDrop _,
          Screen.Emptying _,
          Screen.Service _ -> {}
    }
  }

  /// A screen to which things are laid down opens while the pad cannot say what lies there.
  static void tell(Turn turn) {
    if (!turn.padListed && turn.station.configured(DeviceRole.PAD)) {
      turn.notice(Code.T41);
    }
  }

  /// Whether all these tags are seen now.
  static boolean sees(Turn turn, Iterable<String> uids) {
    for (String uid : uids) {
      if (PadFlow.find(turn, uid).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /// What lies on the pad, or may lie there still. Never a reason to do anything for a person.
  static Stream<PadTag> mayLie(Turn turn) {
    return Stream.concat(turn.pad.stream(), turn.outOfSight.stream());
  }
}
