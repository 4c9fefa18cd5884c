package org.libstation.flow;

import java.time.OffsetDateTime;
import java.util.List;
import org.libstation.circulation.Answer;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemStanding;
import org.libstation.flow.drop.CutEmptyingFlow;
import org.libstation.flow.drop.DropAsk;
import org.libstation.flow.drop.DropFlow;
import org.libstation.flow.drop.DropPanelFlow;
import org.libstation.flow.drop.DropPassage;
import org.libstation.flow.drop.DropService;
import org.libstation.flow.drop.EmptyingFlow;
import org.libstation.flow.drop.SlipFlow;
import org.libstation.flow.staff.CheckFlow;
import org.libstation.flow.staff.SetupFlow;
import org.libstation.flow.staff.TaskFlow;
import org.libstation.flow.staff.TechnicianFlow;
import org.libstation.flow.staff.TrayFlow;
import org.libstation.flow.state.CardDigest;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Place;
import org.libstation.flow.state.ScannedCode;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.Step;
import org.libstation.flow.state.TagReading;
import org.libstation.flow.turn.Turn;
import org.libstation.flow.visit.AccountFlow;
import org.libstation.flow.visit.BorrowFlow;
import org.libstation.flow.visit.CardFlow;
import org.libstation.flow.visit.CutReturnFlow;
import org.libstation.flow.visit.DetailsFlow;
import org.libstation.flow.visit.EntryFlow;
import org.libstation.flow.visit.HandsFlow;
import org.libstation.flow.visit.HeldCardFlow;
import org.libstation.flow.visit.IdentifyFlow;
import org.libstation.flow.visit.LoanFlow;
import org.libstation.flow.visit.PayFlow;
import org.libstation.flow.visit.ReceiptFlow;
import org.libstation.flow.visit.ReserveFlow;
import org.libstation.flow.visit.ReturnFlow;
import org.libstation.flow.visit.UntakenFlow;
import org.libstation.flow.visit.VisitFlow;

/// Computes what the station does next. Accepts every event in every state.
public final class Flow {
  private static final ItemStanding NOT_KNOWN =
      new ItemStanding(ItemStanding.Where.UNKNOWN, ItemStanding.Source.JOURNAL, "");

  private final FlowSettings settings;
  private final CardDigest digest;

  /// @param digest recognises the card of a visit that has just ended
  public Flow(FlowSettings settings, CardDigest digest) {
    this.settings = settings;
    this.digest = digest;
  }

  public FlowSettings settings() {
    return settings;
  }

  /// Returns the next state and the effects to run. Never throws, whatever the event.
  public Step step(FlowState state, FlowEvent event) {
    Turn turn = new Turn(settings, digest, state);
    boolean workedBefore = state.working();
    if (!HoursFlow.wakes(turn, event)) {
      take(turn, event);
    }
    ScanVoice.after(turn, event);
    if (workedBefore && !turn.working()) {
      turn.change(open -> open.touched(turn.at()));
    }
    VisitFlow.finishWhenIdle(turn);
    ServiceFlow.reconcile(turn);
    HandsFlow.choose(turn);
    DropService.light(turn);
    DropService.choose(turn);
    return turn.step();
  }

  private static void take(Turn turn, FlowEvent event) {
    switch (event) {
      case FlowEvent.Tick tick -> {
        OffsetDateTime before = turn.now.corrected();
        turn.now = tick.now();
        ClockFlow.tick(turn);
        HoursFlow.tick(turn, before);
        RestartFlow.tick(turn);
      }
      case FlowEvent.Pressed pressed -> KeyFlow.press(turn, pressed.key());
      case FlowEvent.PressedAtDrop pressed -> DropPanelFlow.press(turn, pressed.key());
      case FlowEvent.CardRead card -> {
        turn.touch();
        if (!TechnicianFlow.card(turn, card.patron())) {
          CardFlow.present(turn, card.patron(), Code.C23);
        }
      }
      case FlowEvent.CardLies(boolean lies) -> HeldCardFlow.lies(turn, lies);
      case FlowEvent.NoCardRead(boolean item) -> {
        turn.touch();
        CardFlow.none(turn, item);
      }
      case FlowEvent.CardUnreadable(Code why) -> {
        turn.touch();
        CardFlow.refused(turn, why);
      }
      case FlowEvent.BarcodeRead read -> barcode(turn, read);
      case FlowEvent.UnmatchedRead read ->
          barcode(turn, new FlowEvent.BarcodeRead(read.place(), byScreen(turn, read)));
      case FlowEvent.ScanExplained scan -> TechnicianFlow.scanned(turn, scan.report());
      case FlowEvent.TagArrived tag -> {
        switch (tag.place()) {
          case PAD -> {
            PadFlow.arrive(turn, tag);
            if (tag.reading() instanceof TagReading.ItemTag item) {
              boolean _ = TaskFlow.identify(turn, item.item());
            }
          }
          case DROP -> DropFlow.tag(turn, tag);
        }
      }
      case FlowEvent.TagLeft tag -> {
        switch (tag.place()) {
          case PAD -> PadFlow.leave(turn, tag.uid());
          case DROP -> DropPassage.left(turn, tag.uid());
        }
      }
      case FlowEvent.PlaceListed(Place place) -> {
        switch (place) {
          case PAD -> {
            SilentReaderFlow.padListed(turn);
            UntakenFlow.listed(turn);
          }
          case DROP -> DropPassage.listed(turn);
        }
      }
      case FlowEvent.HeadphoneChanged headphone -> AloudFlow.headphone(turn, headphone.in());
      case FlowEvent.TagCleared cleared -> LoanFlow.cleared(turn, cleared);
      case FlowEvent.TagArmed armed -> {
        ReturnFlow.armed(turn, armed);
        UntakenFlow.armed(turn, armed);
      }
      case FlowEvent.SecurityRead read -> TrayFlow.read(turn, read);
      case FlowEvent.TagRepaired repaired -> TrayFlow.repaired(turn, repaired);
      case FlowEvent.StandingTold told -> standing(turn, told.item(), told.standing());
      case FlowEvent.PrintJobEnded ended -> {
        FarFlow.printed(turn, ended);
        ReceiptFlow.printed(turn, ended);
        TechnicianFlow.printed(turn, ended);
        TaskFlow.printed(turn, ended);
        EmptyingFlow.printed(turn, ended);
        CutEmptyingFlow.printed(turn, ended);
        SlipFlow.printed(turn, ended);
      }
      case FlowEvent.DeviceChanged changed -> ServiceFlow.device(turn, changed.line());
      case FlowEvent.DropObjectPassed _ -> DropPassage.passed(turn);
      case FlowEvent.EyeSaw eye -> DropPassage.eye(turn, eye.dark());
      case FlowEvent.ShadowEnded shadow -> DropPassage.measured(turn, shadow.lasted());
      case FlowEvent.ObjectWritten written -> DropAsk.written(turn, written);
      case FlowEvent.ObjectIdentified answer -> {
        if (answer.object() == TaskFlow.OF_STAFF) {
          TaskFlow.identified(turn, answer);
        } else {
          DropAsk.identified(turn, answer);
        }
      }
      case FlowEvent.DropFound found -> CutEmptyingFlow.found(turn, found.undone());
      case FlowEvent.BinTold told -> EmptyingFlow.told(turn, told);
      case FlowEvent.BinWritten written -> EmptyingFlow.written(turn, written.contents());
      case FlowEvent.BinFilled filled -> EmptyingFlow.filled(turn, filled.percent());
      case FlowEvent.DropChanged drop -> EmptyingFlow.changed(turn, drop);
      case FlowEvent.BinCounted counted -> EmptyingFlow.counted(turn, counted.items());
      case FlowEvent.FlapLocked flap -> ServiceFlow.flap(turn, flap);
      case FlowEvent.Identified identified -> IdentifyFlow.identified(turn, identified);
      case FlowEvent.LookedAhead looked -> BorrowFlow.looked(turn, looked);
      case FlowEvent.LendAnswered answered -> LoanFlow.answered(turn, answered);
      case FlowEvent.ReleasedWritten written -> LoanFlow.released(turn, written.entry());
      case FlowEvent.ReceivedWritten written -> ReturnFlow.written(turn, written);
      case FlowEvent.UntakenRead untaken -> UntakenFlow.found(turn, untaken.loans());
      case FlowEvent.UnarmedRead unarmed -> CutReturnFlow.found(turn, unarmed.returns());
      case FlowEvent.ReturnSettled settled -> ReturnFlow.settled(turn, settled);
      case FlowEvent.LoansAnswered answered -> AccountFlow.loans(turn, answered);
      case FlowEvent.LoansReached reached -> AccountFlow.reached(turn, reached);
      case FlowEvent.RenewAnswered answered -> AccountFlow.renewed(turn, answered);
      case FlowEvent.AccountAnswered answered -> DetailsFlow.answered(turn, answered);
      case FlowEvent.HoldAnswered answered -> {
        if (!ReserveFlow.held(turn, answered)) {
          DetailsFlow.held(turn, answered);
        }
      }
      case FlowEvent.PaymentStepped stepped -> PayFlow.stepped(turn, stepped);
      case FlowEvent.OtherTold told -> PayFlow.otherTold(turn, told);
      case FlowEvent.PaymentAnswered answered -> PayFlow.paid(turn, answered);
      case FlowEvent.NotWritten failed -> notWritten(turn, failed);
      case FlowEvent.JournalChanged changed ->
          turn.station = turn.station.withJournal(changed.journal(), changed.cause());
      case FlowEvent.LinkChanged changed -> turn.station = turn.station.withLink(changed.link());
      case FlowEvent.StaffCardChecked checked -> TechnicianFlow.checked(turn, checked);
      case FlowEvent.TechnicianPinChecked checked -> TechnicianFlow.checked(turn, checked);
      case FlowEvent.CountsRead counts -> turn.station = turn.station.withCounts(counts.counts());
      case FlowEvent.PolicyTold told -> turn.station = turn.station.withPolicy(told.policy());
      case FlowEvent.SuspensionTold told ->
          turn.station = turn.station.withSuspension(told.suspension());
      case FlowEvent.NewsTold told -> turn.station = turn.station.withNews(told.news());
      case FlowEvent.OpeningTold told -> turn.station = turn.station.withOpening(told.opening());
      case FlowEvent.TypedJudged judged -> EntryFlow.judged(turn, judged);
      case FlowEvent.TasksRead read -> TaskFlow.read(turn, read.list());
      case FlowEvent.CashUpRead read -> CheckFlow.cashUp(turn, read);
      case FlowEvent.CardNumberShown opened -> TaskFlow.opened(turn, opened);
      case FlowEvent.ChecksMoved moved -> CheckFlow.moved(turn, moved.board());
      case FlowEvent.FiguresRead read -> {
        CheckFlow.figures(turn, read.figures());
        TechnicianFlow.figures(turn, read.figures());
      }
      case FlowEvent.SupportBundleMade made -> CheckFlow.bundle(turn, made.file());
      case FlowEvent.ServiceOrdered(boolean out) -> FarFlow.service(turn, out);
      case FlowEvent.LightOrdered _ -> HoursFlow.light(turn);
      case FlowEvent.ManifestOrdered ordered -> FarFlow.print(turn, ordered);
      case FlowEvent.RestartWished _ -> turn.between = turn.between.withRestart(true);
      case FlowEvent.SetupTold told -> SetupFlow.told(turn, told.answer());
    }
  }

  private static void barcode(Turn turn, FlowEvent.BarcodeRead read) {
    if (read.scan() instanceof ScannedCode.ItemCode(ItemId item) && TaskFlow.identify(turn, item)) {
      return;
    }
    if (read.scan() instanceof ScannedCode.Card(var patron) && TechnicianFlow.card(turn, patron)) {
      return;
    }
    switch (read.place()) {
      case DROP -> DropFlow.barcode(turn, read.scan());
      case PAD -> {
        turn.touch();
        if (turn.station.role() == StationFacts.StationRole.BOOK_DROP) {
          DropFlow.barcode(turn, read.scan());
        } else {
          PadFlow.barcode(turn, read.scan());
        }
      }
    }
  }

  /// Treats an unmatched code as a card where a card is expected, and as an item elsewhere.
  private static ScannedCode byScreen(Turn turn, FlowEvent.UnmatchedRead read) {
    boolean card =
        read.place() == Place.PAD
            && (turn.screen instanceof Screen.Welcome || turn.screen instanceof Screen.Identify);
    return card ? new ScannedCode.Card(read.asCard()) : new ScannedCode.ItemCode(read.asItem());
  }

  /// Tells the person that the requested action did not happen, because the journal could not be
  /// written.
  private static void notWritten(Turn turn, FlowEvent.NotWritten failed) {
    turn.station = turn.station.withJournal(failed.journal(), failed.cause());
    if (failed.what() instanceof Effect.AwaitedEffect awaited) {
      notDone(turn, awaited);
    }
  }

  private static void notDone(Turn turn, Effect.AwaitedEffect awaited) {
    switch (awaited) {
      case Effect.Lend lend -> LoanFlow.notLent(turn, lend);
      case Effect.MarkReleased mark -> LoanFlow.releaseNotWritten(turn, mark.entry());
      case Effect.Receive receive -> ReturnFlow.notReceived(turn, receive.row());
      case Effect.SettleReturn settle -> ReturnFlow.notSettled(turn, settle.entry());
      case Effect.RenewEffect renew -> AccountFlow.notAsked(turn, renew);
      case Effect.IdentifyEffect identify ->
          IdentifyFlow.identified(
              turn, new FlowEvent.Identified(identify.session(), notAsked(), List.of()));
      case Effect.LoadLoans load ->
          AccountFlow.loans(turn, new FlowEvent.LoansAnswered(load.session(), notAsked()));
      case Effect.LoadAccount load ->
          DetailsFlow.answered(turn, new FlowEvent.AccountAnswered(load.session(), notAsked()));
      case Effect.PlaceHold place -> {
        if (!ReserveFlow.notWritten(turn, place.session())) {
          DetailsFlow.holdNotWritten(turn, place.session());
        }
      }
      case Effect.CancelHold cancel -> DetailsFlow.holdNotWritten(turn, cancel.session());
      case Effect.PayEffect pay -> PayFlow.notWritten(turn, pay);
      case Effect.AskOther ask ->
          PayFlow.otherTold(turn, new FlowEvent.OtherTold(ask.session(), notAsked()));
      case Effect.AskStanding(ItemId item) -> standing(turn, item, NOT_KNOWN);
      case Effect.WriteObject write -> DropAsk.notWritten(turn, write.object());
      case Effect.IdentifyObject identify -> DropAsk.notWritten(turn, identify.object());
      case Effect.EmptyBinEffect bin -> EmptyingFlow.notWritten(turn, bin);
    }
  }

  private static <T> Answer<T> notAsked() {
    return Answer.NotSent.because("the journal could not be written");
  }

  private static void standing(Turn turn, ItemId item, ItemStanding standing) {
    TrayFlow.told(turn, item, standing);
    TaskFlow.told(turn, item, standing);
  }
}
