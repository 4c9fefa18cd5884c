package org.libstation.flow.visit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.UntakenLoan;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowEvent.TagResult;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.FlowState.Untaken;
import org.libstation.flow.state.FlowState.Untaken.UntakenStage;
import org.libstation.flow.state.PadTag;
import org.libstation.flow.state.Place;
import org.libstation.flow.state.TagReading;
import org.libstation.flow.turn.Pad;
import org.libstation.flow.turn.Turn;

/// What was lent and not taken: its person pressed the last key, or walked off, or the power went,
/// and it lies on the pad with its bit cleared. It is theirs to take for a while; then the loan
/// stands, staff get a line, and the tag is armed again so that nobody else carries it out. The
/// journal knows what lies there, so a restart goes on with it.
public final class UntakenFlow {
  private UntakenFlow() {}

  /// The visit of these rows ends. What its person took is written down as taken, as one.
  public static void remember(Turn turn, List<BorrowRow> rows) {
    List<Long> taken = new ArrayList<>();
    Duration until = until(turn);
    for (BorrowRow row : rows) {
      turn.untaken.replaceAll(
          left -> belongs(left, row) ? left.stage(UntakenStage.LYING, until) : left);
      row.loan()
          .filter(_ -> row.tagged())
          .map(BorrowRow.WrittenLoan::entry)
          .filter(entry -> !remember(turn, row, entry, until))
          .ifPresent(taken::add);
    }
    tell(turn, taken);
  }

  private static Duration until(Turn turn) {
    return turn.at().plus(turn.patience(FlowSettings.TAKE_AWAY));
  }

  /// @return whether it lies there
  private static boolean remember(Turn turn, BorrowRow row, long entry, Duration until) {
    List<String> lying =
        Pad.mayLie(turn).map(PadTag::uid).filter(row.parts()::containsKey).toList();
    if (!lying.isEmpty()) {
      turn.untaken.removeIf(left -> left.entry() == entry);
      turn.untaken.add(
          new Untaken(entry, row.item().orElseThrow(), lying, until, UntakenStage.LYING));
    }
    return !lying.isEmpty();
  }

  private static void tell(Turn turn, List<Long> taken) {
    if (!taken.isEmpty()) {
      turn.effect(new Effect.MarkTaken(taken));
    }
  }

  /// Its person came back and has it in a row again.
  private static boolean belongs(Untaken left, BorrowRow row) {
    return left.uids().stream().anyMatch(row.parts()::containsKey);
  }

  /// What former runs left: it lies there, or it is gone once the pad has said what lies there.
  public static void found(Turn turn, List<UntakenLoan> loans) {
    for (UntakenLoan loan : loans) {
      if (turn.untaken.stream().noneMatch(left -> left.entry() == loan.entry())) {
        turn.untaken.add(
            new Untaken(loan.entry(), loan.item(), List.of(), until(turn), UntakenStage.SOUGHT));
      }
    }
    turn.leftOnPad().forEach(tag -> lies(turn, tag));
    if (turn.padListed) {
      listed(turn);
    }
  }

  /// A tag that lay on the pad when the reader came.
  public static void lies(Turn turn, PadTag tag) {
    turn.untaken.replaceAll(
        left -> {
          boolean sought = left.stage() == UntakenStage.SOUGHT && tag.carries(left.item());
          if (!sought || left.uids().contains(tag.uid())) {
            return left;
          }
          List<String> lying = new ArrayList<>(left.uids());
          lying.add(tag.uid());
          return left.withUids(lying);
        });
  }

  /// The pad has said what lies there.
  public static void listed(Turn turn) {
    List<Long> gone =
        turn.untaken.stream()
            .filter(left -> left.stage() == UntakenStage.SOUGHT && left.uids().isEmpty())
            .map(Untaken::entry)
            .toList();
    turn.untaken.removeIf(left -> gone.contains(left.entry()));
    Duration until = until(turn);
    turn.untaken.replaceAll(
        left -> left.stage() == UntakenStage.SOUGHT ? left.stage(UntakenStage.LYING, until) : left);
    tell(turn, gone);
  }

  /// It is lent anew or handed over: what was before does not count any more.
  public static void forget(Turn turn, ItemId item) {
    turn.untaken.removeIf(left -> left.item().equals(item));
  }

  private static PadTag cardLeft(Turn turn, PadTag tag) {
    if (tag.reading() instanceof TagReading.LeftCard(Optional<Duration> tell)
        && tell.filter(then -> then.compareTo(turn.at()) <= 0).isPresent()) {
      turn.staff(Effect.StaffNote.CARD_LEFT, Optional.of(Code.C26));
      return tag.told();
    }
    return tag;
  }

  /// What is being armed is not taken by this: its answer tells.
  public static void lifted(Turn turn, String uid) {
    turn.untaken.replaceAll(
        left ->
            left.stage() == UntakenStage.ARMING
                ? left
                : left.withUids(left.uids().stream().filter(other -> !other.equals(uid)).toList()));
    List<Untaken> taken =
        turn.untaken.stream()
            .filter(left -> left.stage() == UntakenStage.LYING && left.uids().isEmpty())
            .toList();
    turn.untaken.removeAll(taken);
    tell(turn, taken.stream().map(Untaken::entry).toList());
  }

  /// Waits while the pad cannot say what lies there. The line comes first: it is what counts.
  public static void tick(Turn turn) {
    armedTooLate(turn);
    if (!turn.padListed) {
      return;
    }
    turn.pad.replaceAll(tag -> cardLeft(turn, tag));
    List<Untaken> over =
        turn.untaken.stream()
            .filter(
                each ->
                    each.stage() == UntakenStage.LYING && each.until().compareTo(turn.at()) <= 0)
            .filter(each -> turn.borrows().stream().noneMatch(row -> belongs(each, row)))
            .toList();
    for (Untaken each : over) {
      turn.effect(new Effect.LeftLyingEffect(each.entry(), Code.T34));
      each.uids().forEach(uid -> turn.effect(new Effect.ArmTag(Place.PAD, each.entry(), uid)));
    }
    Duration limit = turn.at().plus(FlowSettings.ANSWER_LIMIT);
    turn.untaken.replaceAll(
        left -> over.contains(left) ? left.stage(UntakenStage.ARMING, limit) : left);
  }

  private static void armedTooLate(Turn turn) {
    List<Untaken> late =
        turn.untaken.stream()
            .filter(
                each ->
                    each.stage() == UntakenStage.ARMING && each.until().compareTo(turn.at()) <= 0)
            .toList();
    late.forEach(each -> turn.effect(new Effect.NotSecuredEffect(each.entry(), Code.T45)));
    turn.untaken.removeAll(late);
  }

  /// A tag was armed, or was not.
  public static void armed(Turn turn, FlowEvent.TagArmed armed) {
    turn.untaken.stream()
        .filter(left -> left.entry() == armed.entry() && left.stage() == UntakenStage.ARMING)
        .filter(left -> left.uids().contains(armed.uid()))
        .findFirst()
        .ifPresent(left -> armed(turn, left, armed.uid(), armed.result()));
  }

  private static void armed(Turn turn, Untaken left, String uid, TagResult result) {
    turn.untaken.remove(left);
    List<String> open = left.uids().stream().filter(other -> !other.equals(uid)).toList();
    switch (result) {
      case DONE -> goOn(turn, left.withUids(open), new Effect.MarkArmed(left.entry()));
      // Taken at the last moment: the line about it stands.
      case GONE -> goOn(turn, left.withUids(open), new Effect.MarkTaken(List.of(left.entry())));
      case FAILED, NO_READER -> turn.effect(new Effect.NotSecuredEffect(left.entry(), Code.T45));
    }
  }

  private static void goOn(Turn turn, Untaken left, Effect last) {
    if (left.uids().isEmpty()) {
      turn.effect(last);
    } else {
      turn.untaken.add(left);
    }
  }
}
