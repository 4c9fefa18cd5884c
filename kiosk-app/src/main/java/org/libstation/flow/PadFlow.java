package org.libstation.flow;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.libstation.circulation.ItemId;
import org.libstation.flow.staff.TrayFlow;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.PadTag;
import org.libstation.flow.state.PadTag.Use;
import org.libstation.flow.state.Scan;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.Identify;
import org.libstation.flow.state.Screen.Identify.Step;
import org.libstation.flow.state.TagReading;
import org.libstation.flow.turn.Turn;
import org.libstation.flow.visit.AccountFlow;
import org.libstation.flow.visit.BorrowFlow;
import org.libstation.flow.visit.CardFlow;
import org.libstation.flow.visit.CutReturnFlow;
import org.libstation.flow.visit.EntryFlow;
import org.libstation.flow.visit.HeldCardFlow;
import org.libstation.flow.visit.IdentifyFlow;
import org.libstation.flow.visit.ResumeFlow;
import org.libstation.flow.visit.ReturnFlow;
import org.libstation.flow.visit.UntakenFlow;
import org.libstation.flow.visit.WelcomeFlow;

/// What lies on the pad, and what the scanner beside it reads.
public final class PadFlow {
  /// More tags than this are not followed (no pad reads so many at once).
  static final int MOST_TAGS = 64;

  private PadFlow() {}

  static void arrive(Turn turn, FlowEvent.TagArrived tag) {
    Optional<PadTag> lying = find(turn, tag.uid());
    if (lying.isPresent()
        || SightFlow.named(turn, tag)
        || SightFlow.mayLie(turn).count() >= MOST_TAGS) {
      return;
    }
    PadTag fresh = new PadTag(tag.uid(), tag.reading(), tag.security(), Use.FRESH);
    if (!turn.padListed) {
      // It lay there when the reader came: nobody knows who laid it down, so nobody is lent it.
      turn.pad.add(fresh.left(turn.at().plus(turn.settings.takeAway())));
      CutReturnFlow.arm(turn, fresh);
      UntakenFlow.lies(turn, fresh);
      ResumeFlow.claim(turn);
      return;
    }
    ClockFlow.touch(turn);
    turn.pad.add(fresh);
    if (tag.reading() instanceof TagReading.Card card) {
      use(turn, tag.uid(), Use.TAKEN);
      CardFlow.present(turn, card.patron(), Code.C23);
      if (turn.session.isEmpty()) {
        Duration tell = turn.at().plus(turn.settings.takeAway());
        turn.pad.replaceAll(each -> each.uid().equals(tag.uid()) ? each.left(tell) : each);
      }
      return;
    }
    switch (turn.screen) {
      case Screen.Borrow _, Screen.Resume _ -> BorrowFlow.takeFresh(turn);
      case Screen.Return _ -> ReturnFlow.takeFresh(turn);
      case Screen.MyAccount account -> {
        if (tag.reading() instanceof TagReading.Item item) {
          AccountFlow.inHand(turn, account, item.item());
        }
      }
      case Screen.Entry entry -> {
        if (tag.reading() instanceof TagReading.Item item) {
          EntryFlow.take(turn, entry, new Scan.Item(item.item()));
        }
      }
      case Screen.Tray tray -> TrayFlow.arrived(turn, tray, fresh);
      case Screen.Welcome _ -> {
        if (tag.reading() instanceof TagReading.Item) {
          WelcomeFlow.laid(turn);
        }
      }
      case Screen.Identify _,
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

  static void leave(Turn turn, String uid) {
    Optional<PadTag> lifted =
        SightFlow.mayLie(turn).filter(tag -> tag.uid().equals(uid)).findFirst();
    if (lifted.isPresent()) {
      turn.pad.remove(lifted.get());
      turn.outOfSight.remove(lifted.get());
      ClockFlow.touch(turn);
      HeldCardFlow.lifted(turn, lifted.get());
      BorrowFlow.lifted(turn, uid);
      UntakenFlow.lifted(turn, uid);
      TrayFlow.lifted(turn, uid);
    }
  }

  static void barcode(Turn turn, Scan scan) {
    if (scan instanceof Scan.Card card) {
      CardFlow.present(turn, card.patron(), Code.R13);
      return;
    }
    switch (turn.screen) {
      case Screen.Borrow _, Screen.Resume _ -> BorrowFlow.scanned(turn, scan);
      case Screen.Return _ -> ReturnFlow.scanned(turn, scan);
      case Screen.MyAccount account -> {
        if (scan instanceof Scan.Item item) {
          AccountFlow.inHand(turn, account, item.item());
        }
      }
      case Screen.Entry entry -> EntryFlow.take(turn, entry, scan);
      case Identify identify -> {
        if (identify.step() instanceof Step.AskCard) {
          Code problem = scan instanceof Scan.Item ? Code.C24 : Code.C25;
          IdentifyFlow.askCardAgain(turn, problem);
        }
      }
      case Screen.Welcome _ -> WelcomeFlow.scanned(turn, scan);
      case Screen.ReceiptChoice _,
          Screen.Printing _,
          Screen.Done _,
          Screen.OutOfService _,
          Screen.TechnicianPin _,
          Screen.Technician _,
          Screen.Tray _,
          Screen.ToDo _,
          Screen.BookDrop _,
          Screen.Emptying _,
          Screen.Service _ -> {}
    }
  }

  /// A tag that is seen now.
  public static Optional<PadTag> find(Turn turn, String uid) {
    return turn.pad.stream().filter(tag -> tag.uid().equals(uid)).findFirst();
  }

  public static void use(Turn turn, String uid, Use use) {
    change(turn, uid, tag -> tag.used(use));
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

  public static Code codeOf(TagReading unfit) {
    return switch (unfit) {
      case TagReading.Blank _ -> Code.T23;
      case TagReading.Foreign _ -> Code.T21;
      case TagReading.Damaged _ -> Code.T22;
      case TagReading.Item _, TagReading.Card _, TagReading.LeftCard _ -> Code.B13;
    };
  }
}
