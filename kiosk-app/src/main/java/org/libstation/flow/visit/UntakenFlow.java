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

/// Watches lent items that still lie on the pad, with their bits cleared, after the visit or a
/// power cut. For a while the person may take them. Then the loan stands, staff get a task, and the
/// tag is armed again so that nobody else carries the item out. The journal keeps this across a
/// restart.
public final class UntakenFlow {
  private UntakenFlow() {}

  /// Keeps lent items that an ending visit leaves on the pad. The others are written down as taken,
  /// all in one.
  public static void remember(Turn turn, List<BorrowRow> rows) {
    List<Long> taken = new ArrayList<>();
    for (BorrowRow row : rows) {
      turn.untaken.replaceAll(left -> belongs(left, row) ? lying(turn, left) : left);
      row.loan()
          .filter(_ -> row.tagged())
          .map(BorrowRow.WrittenLoan::entry)
          .filter(entry -> !remember(turn, row, entry))
          .ifPresent(taken::add);
    }
    tell(turn, taken);
  }

  private static Untaken lying(Turn turn, Untaken left) {
    return left.stage(UntakenStage.LYING, turn.at(), turn.patience(FlowSettings.TAKE_AWAY));
  }

  private static Untaken left(
      Turn turn, long entry, ItemId item, List<String> uids, UntakenStage stage) {
    Duration until = turn.at().plus(turn.patience(FlowSettings.TAKE_AWAY));
    return new Untaken(entry, item, uids, turn.at(), until, stage);
  }

  /// @return whether the item lies on the pad
  private static boolean remember(Turn turn, BorrowRow row, long entry) {
    List<String> lying =
        Pad.mayLie(turn).map(PadTag::uid).filter(row.parts()::containsKey).toList();
    if (!lying.isEmpty()) {
      turn.untaken.removeIf(left -> left.entry() == entry);
      turn.untaken.add(left(turn, entry, row.item().orElseThrow(), lying, UntakenStage.LYING));
    }
    return !lying.isEmpty();
  }

  private static void tell(Turn turn, List<Long> taken) {
    if (!taken.isEmpty()) {
      turn.effect(new Effect.MarkTaken(taken));
    }
  }

  /// Whether the person came back and has the item in a row again.
  private static boolean belongs(Untaken left, BorrowRow row) {
    return left.uids().stream().anyMatch(row.parts()::containsKey);
  }

  /// Takes in what former runs left: an item still lies on the pad, or is gone once the pad has
  /// listed its tags.
  public static void found(Turn turn, List<UntakenLoan> loans) {
    for (UntakenLoan loan : loans) {
      if (turn.untaken.stream().noneMatch(left -> left.entry() == loan.entry())) {
        turn.untaken.add(left(turn, loan.entry(), loan.item(), List.of(), UntakenStage.SOUGHT));
      }
    }
    turn.leftOnPad().forEach(tag -> lies(turn, tag));
    if (turn.padListed) {
      listed(turn);
    }
  }

  /// Notes a tag that already lay on the pad when the reader started.
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

  /// Counts items of former runs as taken if the pad, which has listed its tags, does not see them.
  public static void listed(Turn turn) {
    List<Long> gone =
        turn.untaken.stream()
            .filter(left -> left.stage() == UntakenStage.SOUGHT && left.uids().isEmpty())
            .map(Untaken::entry)
            .toList();
    turn.untaken.removeIf(left -> gone.contains(left.entry()));
    turn.untaken.replaceAll(left -> left.stage() == UntakenStage.SOUGHT ? lying(turn, left) : left);
    tell(turn, gone);
  }

  /// Forgets the item, because it was lent again or returned.
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

  /// Counts an item as taken once its tags are lifted. An item that is being armed waits for the
  /// arming's answer.
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

  /// Ends waits that are over, but not while the pad cannot list its tags. The staff task comes
  /// before the arming, because it is the more important.
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
    turn.untaken.replaceAll(
        left ->
            over.contains(left)
                ? left.stage(UntakenStage.ARMING, turn.at(), FlowSettings.ANSWER_LIMIT)
                : left);
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
      // Taken at the last moment; the staff task stands.
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
