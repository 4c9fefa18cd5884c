package org.libstation.flow;

import java.time.Duration;
import java.util.Optional;
import org.libstation.flow.staff.TrayFlow;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.PadTag;
import org.libstation.flow.state.PadTag.Use;
import org.libstation.flow.state.ScannedCode;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.Identify;
import org.libstation.flow.state.Screen.Identify.IdentifyStep;
import org.libstation.flow.state.TagReading;
import org.libstation.flow.turn.Pad;
import org.libstation.flow.turn.Turn;
import org.libstation.flow.visit.AccountFlow;
import org.libstation.flow.visit.BorrowFlow;
import org.libstation.flow.visit.CardAsked;
import org.libstation.flow.visit.CardFlow;
import org.libstation.flow.visit.CutReturnFlow;
import org.libstation.flow.visit.EntryFlow;
import org.libstation.flow.visit.HeldCardFlow;
import org.libstation.flow.visit.IdentifyFlow;
import org.libstation.flow.visit.ResumeFlow;
import org.libstation.flow.visit.ReturnFlow;
import org.libstation.flow.visit.UntakenFlow;
import org.libstation.flow.visit.WelcomeFlow;

/// Handles tags on the pad and what the scanner beside it reads.
public final class PadFlow {
  /// Most tags that are followed; no pad reads so many at once.
  static final int MOST_TAGS = 64;

  private PadFlow() {}

  /// Takes in a tag that the pad reports, and passes it to the flow of the present screen. Ignores
  /// a known tag, and any beyond [#MOST_TAGS].
  static void arrive(Turn turn, FlowEvent.TagArrived tag) {
    Optional<PadTag> lying = Pad.find(turn, tag.uid());
    if (lying.isPresent() || named(turn, tag) || Pad.mayLie(turn).count() >= MOST_TAGS) {
      return;
    }
    PadTag fresh = new PadTag(tag.uid(), tag.reading(), tag.security(), Use.FRESH);
    if (!turn.padListed) {
      // The tag lay there before the reader answered. It is unknown who placed it, so it is not
      // lent.
      turn.pad.add(fresh.left(turn.at().plus(FlowSettings.TAKE_AWAY)));
      CutReturnFlow.arm(turn, fresh);
      UntakenFlow.lies(turn, fresh);
      ResumeFlow.claim(turn);
      return;
    }
    turn.touch();
    turn.pad.add(fresh);
    if (tag.reading() instanceof TagReading.CardTag card) {
      Pad.use(turn, tag.uid(), Use.TAKEN);
      CardFlow.present(turn, card.patron(), Code.C23);
      if (turn.session.isEmpty()) {
        Duration tell = turn.at().plus(FlowSettings.TAKE_AWAY);
        turn.pad.replaceAll(each -> each.uid().equals(tag.uid()) ? each.left(tell) : each);
      }
      return;
    }
    switch (turn.screen) {
      case Screen.Borrow _, Screen.Resume _ -> BorrowFlow.takeFresh(turn);
      case Screen.Return _ -> ReturnFlow.arrived(turn, fresh);
      case Screen.MyAccount account -> {
        if (tag.reading() instanceof TagReading.ItemTag item) {
          AccountFlow.inHand(turn, account, item.item());
        }
      }
      case Screen.Entry entry -> {
        if (tag.reading() instanceof TagReading.ItemTag item) {
          EntryFlow.take(turn, entry, new ScannedCode.ItemCode(item.item()));
        }
      }
      case Identify(IdentifyStep step) -> {
        if (tag.reading() instanceof TagReading.ItemTag) {
          IdentifyFlow.laid(turn, step);
        }
      }
      case Screen.Tray tray -> TrayFlow.arrived(turn, tray, fresh);
      case Screen.Welcome _ -> {
        if (tag.reading() instanceof TagReading.ItemTag) {
          WelcomeFlow.laid(turn);
        }
      }
      case Screen.Visit _, Screen.Leaving _, Screen.Idle _, Screen.Staff _, Screen.Drop _ -> {}
    }
  }

  /// Takes back a tag that was out of sight and is reported before the list is complete.
  ///
  /// @return whether the tag is the one known before; a tag with other content by now counts as new
  private static boolean named(Turn turn, FlowEvent.TagArrived tag) {
    Optional<PadTag> known =
        turn.outOfSight.stream().filter(old -> old.uid().equals(tag.uid())).findFirst();
    if (known.isEmpty()) {
      return false;
    }
    boolean same = known.get().use() == Use.FORMER || known.get().reading().equals(tag.reading());
    if (!same) {
      leave(turn, tag.uid());
      return false;
    }
    turn.outOfSight.remove(known.get());
    PadTag again = new PadTag(tag.uid(), known.get().reading(), tag.security(), known.get().use());
    turn.pad.add(again);
    SilentReaderFlow.seenAgain(turn, again);
    return true;
  }

  /// Removes a tag that was lifted off the pad.
  static void leave(Turn turn, String uid) {
    Optional<PadTag> lifted = Pad.mayLie(turn).filter(tag -> tag.uid().equals(uid)).findFirst();
    if (lifted.isPresent()) {
      turn.pad.remove(lifted.get());
      turn.outOfSight.remove(lifted.get());
      turn.touch();
      HeldCardFlow.lifted(turn, lifted.get());
      BorrowFlow.lifted(turn, uid);
      UntakenFlow.lifted(turn, uid);
      TrayFlow.lifted(turn, uid);
    }
  }

  static void barcode(Turn turn, ScannedCode scan) {
    if (scan instanceof ScannedCode.Card card) {
      CardFlow.present(turn, card.patron(), Code.R13);
      return;
    }
    switch (turn.screen) {
      case Screen.Borrow _, Screen.Resume _ -> BorrowFlow.scanned(turn, scan);
      case Screen.Return _ -> ReturnFlow.scanned(turn, scan);
      case Screen.MyAccount account -> {
        if (scan instanceof ScannedCode.ItemCode item) {
          AccountFlow.inHand(turn, account, item.item());
        }
      }
      case Screen.Entry entry -> EntryFlow.take(turn, entry, scan);
      case Identify identify -> {
        if (identify.step() instanceof IdentifyStep.AskCard) {
          Code problem = scan instanceof ScannedCode.ItemCode ? Code.C24 : Code.C25;
          CardAsked.askCardAgain(turn, problem);
        } else {
          IdentifyFlow.laid(turn, identify.step());
        }
      }
      case Screen.Welcome _ -> WelcomeFlow.scanned(turn, scan);
      case Screen.Visit _, Screen.Leaving _, Screen.Idle _, Screen.Staff _, Screen.Drop _ -> {}
    }
  }
}
