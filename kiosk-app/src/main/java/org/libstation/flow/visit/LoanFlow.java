package org.libstation.flow.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.LoanOutcome;
import org.libstation.circulation.Refusal.RefusalReason;
import org.libstation.circulation.SecurityBitRule;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.BorrowRow.BorrowRowState;
import org.libstation.flow.state.BorrowRow.WrittenLoan;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.PadTag;
import org.libstation.flow.state.PadTag.SecurityBit;
import org.libstation.flow.state.Sound;
import org.libstation.flow.turn.Pad;
import org.libstation.flow.turn.Turn;

/// Completes loans once the desk has answered. The tag is cleared and read back, then *released* is
/// written; only then does the screen say *take it*. A loan that was not released goes to staff.
public final class LoanFlow {
  private LoanFlow() {}

  public static void answered(Turn turn, FlowEvent.LendAnswered answered) {
    LoanOutcome outcome = answered.outcome();
    Optional<BorrowRow> row =
        turn.isSession(answered.session())
            ? Pile.find(turn, outcome.item())
                .filter(asked -> asked.state() instanceof BorrowRowState.Asking)
            : Optional.empty();
    if (row.isEmpty()) {
      nobodyThere(turn, outcome);
      return;
    }
    switch (outcome) {
      case LoanOutcome.Lent lent -> {
        forgetReturn(turn, lent.item());
        WrittenLoan loan = new WrittenLoan(lent.entry(), lent.due(), true);
        lent(turn, row.get().titled(Optional.of(lent.title())), loan, lent.bit());
      }
      case LoanOutcome.ToBeConfirmed open -> {
        forgetReturn(turn, open.item());
        WrittenLoan loan = new WrittenLoan(open.entry(), DueDate.of(open.due()), false);
        lent(turn, row.get().titled(open.title()), loan, SecurityBitRule.MAY_CLEAR);
      }
      case LoanOutcome.AlreadyYours yours -> {
        BorrowRow known = row.get().titled(Optional.of(yours.title()));
        Pile.put(turn, known.withState(new BorrowRowState.AlreadyBorrowed(yours.due())));
        doubtBit(turn, known, SecurityBit.ARMED);
        turn.beep(Sound.LENT);
      }
      case LoanOutcome.NotLent no -> {
        BorrowRow known = row.get().titled(no.title());
        Code code = Code.ofLoan(no.refusal().reason());
        Pile.put(
            turn,
            known.withState(BorrowRowState.BorrowRefused.of(code, no.holdQueue(), no.toStaff())));
        if (stays(no.refusal().reason())) {
          doubtBit(turn, known, SecurityBit.CLEARED);
        }
        turn.beep(Sound.NOT_POSSIBLE);
      }
    }
  }

  /// Forgets earlier returns of an item that is lent again; if it is seen later, that is a new
  /// return.
  private static void forgetReturn(Turn turn, ItemId item) {
    CutReturnFlow.forget(turn, item);
    UntakenFlow.forget(turn, item);
    turn.drops.removeIf(row -> !row.working() && row.item().filter(item::equals).isPresent());
  }

  /// Whether the library's refusal shows that the item is not on loan to anybody.
  private static boolean stays(RefusalReason reason) {
    return switch (reason) {
      case PATRON_BLOCKED,
          OWES_TOO_MUCH,
          HAS_OVERDUES,
          LIMIT_REACHED,
          HELD_FOR_ANOTHER,
          NOT_FOR_LOAN,
          FEE_TO_CONFIRM,
          AGE_LIMIT ->
          true;
      case UNKNOWN_ITEM,
          UNKNOWN_PATRON,
          WRONG_PIN,
          CARD_LOST,
          CARD_EXPIRED,
          ON_LOAN_TO_ANOTHER,
          ALREADY_YOURS,
          NO_MORE_RENEWALS,
          NOT_YOUR_LOAN,
          ALREADY_HELD,
          NO_SUCH_HOLD,
          NOT_WHILE_OFFLINE,
          OFFLINE_LIMIT_REACHED,
          OUT_IN_THIS_JOURNAL,
          OTHER ->
          false;
    };
  }

  /// Tells staff if a tag's security bit contradicts the library. The station does not correct it.
  private static void doubtBit(Turn turn, BorrowRow row, SecurityBit wrong) {
    boolean doubtful =
        row.parts().keySet().stream()
            .flatMap(uid -> Pad.find(turn, uid).stream())
            .anyMatch(tag -> tag.security() == wrong);
    if (doubtful) {
      row.item().ifPresent(item -> turn.matter(Code.T28, item, Optional.empty()));
    }
  }

  /// Tells staff of a loan that is not released, because the person has left.
  private static void nobodyThere(Turn turn, LoanOutcome outcome) {
    switch (outcome) {
      case LoanOutcome.Lent lent ->
          turn.effect(new Effect.NotReleasedEffect(lent.entry(), Code.T31));
      case LoanOutcome.ToBeConfirmed open ->
          turn.effect(new Effect.NotReleasedEffect(open.entry(), Code.T31));
      case LoanOutcome.AlreadyYours _, LoanOutcome.NotLent _ -> {}
    }
  }

  private static void lent(Turn turn, BorrowRow row, WrittenLoan loan, SecurityBitRule bit) {
    if (!row.tagged() || bit == SecurityBitRule.KEEP) {
      release(turn, row, loan, row.tagged());
      return;
    }
    List<String> parts = List.copyOf(row.parts().keySet());
    if (Pad.sees(turn, parts)) {
      clear(turn, row, loan, parts, 0, false);
    } else {
      placeAgain(turn, row, loan, turn.padListed ? Code.T11 : Code.T13, parts, 0, false);
    }
  }

  private static void clear(
      Turn turn, BorrowRow row, WrittenLoan loan, List<String> parts, int tries, boolean released) {
    Pile.put(
        turn, row.withState(new BorrowRowState.Clearing(loan, parts, tries, released, turn.at())));
    parts.forEach(uid -> turn.effect(new Effect.ClearTag(loan.entry(), uid)));
  }

  private static void release(Turn turn, BorrowRow row, WrittenLoan loan, boolean unlockByStaff) {
    Pile.put(turn, row.withState(new BorrowRowState.Releasing(loan, unlockByStaff, turn.at())));
    turn.effect(new Effect.MarkReleased(loan.entry()));
  }

  private static void placeAgain(
      Turn turn,
      BorrowRow row,
      WrittenLoan loan,
      Code code,
      List<String> parts,
      int tries,
      boolean released) {
    if (tries >= FlowSettings.PLACE_AGAIN_TRIES) {
      toStaff(turn, row, loan, Code.T14, released);
    } else {
      Pile.put(
          turn, row.withState(new BorrowRowState.PlaceAgain(loan, code, parts, tries, released)));
      turn.beep(Sound.NEEDS_HAND);
    }
  }

  private static void toStaff(
      Turn turn, BorrowRow row, WrittenLoan loan, Code code, boolean released) {
    if (!released) {
      turn.effect(new Effect.NotReleasedEffect(loan.entry(), code));
    }
    Pile.put(turn, row.withState(new BorrowRowState.ToStaff(loan, code)));
    turn.beep(Sound.NOT_POSSIBLE);
  }

  /// Clears the tags that a loan waited for, once all of them lie on the pad again. If a part is
  /// missing, the failure of its own command asks for it.
  static void placedAgain(Turn turn, BorrowRow row, BorrowRowState.PlaceAgain again, String uid) {
    List<String> open = new ArrayList<>(again.uncleared());
    if (open.isEmpty()) {
      open.add(uid);
    }
    if (Pad.sees(turn, open)) {
      clear(turn, row, again.loan(), open, again.tries() + 1, again.released());
    } else {
      Pile.put(turn, row);
    }
  }

  /// Releases an unfinished loan whose item was scanned. Staff must unlock it, because the item may
  /// have a tag that still triggers the gate.
  static void scannedAgain(Turn turn, BorrowRow row, BorrowRowState.PlaceAgain again) {
    if (again.uncleared().isEmpty()) {
      release(turn, row, again.loan(), true);
    } else {
      turn.beep(Sound.NEEDS_HAND);
    }
  }

  /// Clears another tag of an item whose tags are being cleared.
  static void furtherPart(Turn turn, BorrowRow row, BorrowRowState.Clearing clearing, String uid) {
    if (clearing.uncleared().contains(uid)) {
      Pile.put(turn, row);
      return;
    }
    List<String> open = new ArrayList<>(clearing.uncleared());
    open.add(uid);
    Pile.put(turn, row.withState(clearing.withUncleared(open)));
    turn.effect(new Effect.ClearTag(clearing.loan().entry(), uid));
  }

  /// Clears the tag of an item that was lent by its barcode, because the tag would trigger the
  /// gate.
  static void tagOfLentItem(
      Turn turn, BorrowRow row, BorrowRowState.Borrowed borrowed, PadTag tag) {
    if (tag.security() == SecurityBit.ARMED && !borrowed.unlockByStaff()) {
      turn.effect(new Effect.MarkLying(borrowed.loan().entry()));
      clear(turn, row, borrowed.loan(), List.of(tag.uid()), 0, true);
    } else {
      Pile.put(turn, row);
    }
  }

  public static void cleared(Turn turn, FlowEvent.TagCleared cleared) {
    if (cleared.result() == FlowEvent.TagResult.DONE) {
      Pad.secured(turn, cleared.uid(), SecurityBit.CLEARED);
    }
    Optional<BorrowRow> found =
        Pile.first(
            turn,
            row ->
                row.state() instanceof BorrowRowState.Clearing clearing
                    && clearing.loan().entry() == cleared.entry()
                    && clearing.uncleared().contains(cleared.uid()));
    if (found.isEmpty() || !(found.get().state() instanceof BorrowRowState.Clearing clearing)) {
      return;
    }
    BorrowRow row = found.get();
    switch (cleared.result()) {
      case DONE -> {
        List<String> open = new ArrayList<>(clearing.uncleared());
        open.remove(cleared.uid());
        onePartCleared(turn, row, clearing, open);
      }
      case GONE -> failed(turn, row, clearing, Code.T11);
      case FAILED -> failed(turn, row, clearing, Code.T12);
      case NO_READER -> failed(turn, row, clearing, Code.T13);
    }
  }

  private static void onePartCleared(
      Turn turn, BorrowRow row, BorrowRowState.Clearing clearing, List<String> open) {
    if (!open.isEmpty()) {
      Pile.put(turn, row.withState(clearing.withUncleared(open)));
    } else if (clearing.released()) {
      Pile.put(turn, row.withState(new BorrowRowState.Borrowed(clearing.loan(), false)));
    } else {
      release(turn, row, clearing.loan(), false);
    }
  }

  private static void failed(
      Turn turn, BorrowRow row, BorrowRowState.Clearing clearing, Code code) {
    placeAgain(
        turn,
        row,
        clearing.loan(),
        code,
        clearing.uncleared(),
        clearing.tries(),
        clearing.released());
  }

  /// Tells the person to take the item, because *released* is on disk.
  public static void released(Turn turn, long entry) {
    Pile.first(
            turn,
            row -> row.state() instanceof BorrowRowState.Releasing r && r.loan().entry() == entry)
        .ifPresent(
            row -> {
              if (row.state() instanceof BorrowRowState.Releasing releasing) {
                Pile.put(
                    turn,
                    row.withState(
                        new BorrowRowState.Borrowed(releasing.loan(), releasing.unlockByStaff())));
                turn.beep(Sound.LENT);
              }
            });
  }

  /// Hands the loan to staff, because *released* could not be written.
  public static void releaseNotWritten(Turn turn, long entry) {
    Pile.first(
            turn,
            row -> row.state() instanceof BorrowRowState.Releasing r && r.loan().entry() == entry)
        .ifPresent(
            row ->
                row.loan()
                    .ifPresent(
                        loan ->
                            Pile.put(
                                turn, row.withState(new BorrowRowState.ToStaff(loan, Code.B54)))));
  }

  /// Refuses the loan, because the journal could not be written.
  public static void notLent(Turn turn, Effect.Lend lend) {
    ItemId item = lend.item();
    if (turn.isSession(lend.session())) {
      Pile.find(turn, item)
          .filter(row -> row.state() instanceof BorrowRowState.Asking)
          .ifPresent(
              row -> {
                Pile.put(turn, row.withState(BorrowRowState.BorrowRefused.of(Code.B52, 0, false)));
                turn.beep(Sound.NOT_POSSIBLE);
              });
    }
  }

  public static void tick(Turn turn) {
    for (BorrowRow row : turn.borrows()) {
      if (row.state() instanceof BorrowRowState.Clearing clearing
          && turn.over(clearing.since(), FlowSettings.ANSWER_LIMIT)) {
        failed(turn, row, clearing, Code.T13);
      }
    }
  }

  /// Hands loans to staff that still wait for the person's hand.
  static void closeOpen(Turn turn, Code why) {
    for (BorrowRow row : turn.borrows()) {
      if (row.state() instanceof BorrowRowState.PlaceAgain again) {
        toStaff(turn, row, again.loan(), why, again.released());
      }
    }
  }

  /// Ends a row with its session. A loan that was not released goes to staff.
  public static void abandon(Turn turn, BorrowRow row, Code why) {
    boolean unreleased =
        switch (row.state()) {
          case BorrowRowState.Clearing clearing -> !clearing.released();
          case BorrowRowState.PlaceAgain again -> !again.released();
          case BorrowRowState.AtWork _,
              BorrowRowState.OnLoan _,
              BorrowRowState.AlreadyBorrowed _,
              BorrowRowState.BorrowRefused _,
              BorrowRowState.NotRecognised _,
              BorrowRowState.SetIncomplete _ ->
              false;
        };
    if (unreleased) {
      Code code = row.unfinished() ? Code.T32 : why;
      row.loan().ifPresent(loan -> turn.effect(new Effect.NotReleasedEffect(loan.entry(), code)));
    }
  }
}
