package org.libstation.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.flow.BorrowRow.State;
import org.libstation.flow.FlowState.Untaken;

/// What was lent and not taken: its person pressed the last key, or walked off, and it lies on the
/// pad with its bit cleared. It is theirs to take for a while; then the loan stands, staff get a
/// line, and the tag is armed again so that nobody else carries it out.
final class UntakenFlow {
  private UntakenFlow() {}

  /// The visit of this row ends.
  static void remember(Turn turn, BorrowRow row) {
    List<String> lying =
        SightFlow.mayLie(turn).map(PadTag::uid).filter(row.parts()::containsKey).toList();
    Duration until = turn.at().plus(turn.patience(turn.settings.takeAway()));
    turn.untaken.replaceAll(
        left -> belongs(left, row) ? new Untaken(left.entry(), left.uids(), until) : left);
    if (released(row.state()) && !lying.isEmpty()) {
      LoanFlow.loanOf(row)
          .ifPresent(loan -> turn.untaken.add(new Untaken(loan.entry(), lying, until)));
    }
  }

  /// Its person came back and has it in a row again.
  private static boolean belongs(Untaken left, BorrowRow row) {
    return left.uids().stream().anyMatch(row.parts()::containsKey);
  }

  private static boolean released(State state) {
    return switch (state) {
      case State.Borrowed _, State.Releasing _ -> true;
      case State.Clearing clearing -> clearing.released();
      case State.PlaceAgain again -> again.released();
      case State.Recognised _,
          State.Asking _,
          State.AlreadyYours _,
          State.Refused _,
          State.ToStaff _,
          State.NotRecognised _,
          State.SetIncomplete _ ->
          false;
    };
  }

  private static PadTag cardLeft(Turn turn, PadTag tag) {
    if (tag.reading() instanceof TagReading.LeftCard(Optional<Duration> tell)
        && tell.filter(then -> then.compareTo(turn.at()) <= 0).isPresent()) {
      turn.staff(Effect.StaffNote.CARD_LEFT, Optional.of(Code.C26));
      return tag.told();
    }
    return tag;
  }

  static void lifted(Turn turn, String uid) {
    turn.untaken.replaceAll(
        left -> {
          List<String> lying = new ArrayList<>(left.uids());
          lying.remove(uid);
          return new Untaken(left.entry(), lying, left.until());
        });
    turn.untaken.removeIf(left -> left.uids().isEmpty());
  }

  /// Waits while the pad cannot say what lies there. The line comes first: it is what counts.
  static void tick(Turn turn) {
    if (!turn.padListed) {
      return;
    }
    turn.pad.replaceAll(tag -> cardLeft(turn, tag));
    List<Untaken> left =
        turn.untaken.stream()
            .filter(each -> each.until().compareTo(turn.at()) <= 0)
            .filter(each -> turn.borrows().stream().noneMatch(row -> belongs(each, row)))
            .toList();
    turn.untaken.removeAll(left);
    for (Untaken each : left) {
      turn.effect(new Effect.LeftLying(each.entry(), Code.T34));
      each.uids().forEach(uid -> turn.effect(new Effect.ArmTag(Place.PAD, each.entry(), uid)));
    }
  }
}
