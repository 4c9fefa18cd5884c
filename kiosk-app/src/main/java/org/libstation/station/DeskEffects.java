package org.libstation.station;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.libstation.circulation.Answer;
import org.libstation.circulation.FineTold;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.LoanLine;
import org.libstation.circulation.LoanOutcome;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.Payer;
import org.libstation.circulation.PaymentOutcome;
import org.libstation.circulation.PaymentStep;
import org.libstation.circulation.ReturnOutcome;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.Effect.StaffNote;
import org.libstation.flow.state.FlowEvent;
import org.libstation.journal.DiskState;
import org.libstation.journal.JournalException;
import org.libstation.sync.Desk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries out the flow's effects at the desk. The caller chooses the thread.
final class DeskEffects {
  private static final Logger LOG = LoggerFactory.getLogger(DeskEffects.class);

  private final Desk desk;
  private final FineExplainer fines;
  private final StaffOffice staff;
  private final Supplier<DiskState> disk;
  private final Consumer<FlowEvent> answers;

  DeskEffects(
      Desk desk,
      FineExplainer fines,
      StaffOffice staff,
      Supplier<DiskState> disk,
      Consumer<FlowEvent> answers) {
    this.desk = desk;
    this.fines = fines;
    this.staff = staff;
    this.disk = disk;
    this.answers = answers;
  }

  /// @throws JournalException if the journal could not be written; then nothing was done
  void carryOut(Effect.AtDesk effect) {
    switch (effect) {
      case Effect.BeginSession _ -> desk.beginSession();
      case Effect.IdentifyEffect identify -> identify(identify);
      case Effect.LookAhead look ->
          answers.accept(
              new FlowEvent.LookedAhead(look.session(), look.item(), desk.lookAhead(look.item())));
      case Effect.Lend lend -> lend(lend);
      case Effect.MarkReleased mark -> {
        desk.released(mark.entry());
        answers.accept(new FlowEvent.ReleasedWritten(mark.entry()));
      }
      case Effect.MarkLying mark -> desk.lies(mark.entry());
      case Effect.MarkTaken mark -> desk.taken(mark.entries());
      case Effect.ReadUntaken _ -> answers.accept(new FlowEvent.UntakenRead(desk.untaken()));
      case Effect.NotReleasedEffect not -> desk.notReleased(not.entry(), note(not.why()));
      case Effect.LeftLyingEffect left -> desk.leftLying(left.entry(), note(left.why()));
      case Effect.Receive receive -> receive(receive);
      case Effect.ReadUnarmed _ -> {
        desk.tellAwaitedParts();
        answers.accept(new FlowEvent.UnarmedRead(desk.unarmed()));
      }
      case Effect.MarkArmed mark -> desk.armed(mark.entry());
      case Effect.NotSecuredEffect not -> desk.notSecured(not.entry(), note(not.why()));
      case Effect.AwaitParts await -> desk.awaitsParts(await.entry(), await.missing().note());
      case Effect.ReportIncompleteSet set ->
          desk.setIncomplete(set.entry(), set.missing().note().orElseThrow());
      case Effect.SettleReturn settle -> settle(settle);
      case Effect.LoadLoans load -> loans(load);
      case Effect.RenewEffect renew ->
          answers.accept(
              new FlowEvent.RenewAnswered(
                  renew.session(), desk.renew(renew.item(), renew.patron(), renew.pin())));
      case Effect.LoadAccount load -> account(load);
      case Effect.PlaceHold place ->
          answers.accept(
              new FlowEvent.HoldAnswered(
                  place.session(), desk.placeHold(place.item(), place.patron(), place.pin())));
      case Effect.CancelHold cancel ->
          answers.accept(
              new FlowEvent.HoldAnswered(
                  cancel.session(), desk.cancelHold(cancel.hold(), cancel.patron(), cancel.pin())));
      case Effect.PayEffect _, Effect.AbortPayment _ ->
          throw new IllegalArgumentException("who pays may stop: " + effect);
      case Effect.AskOther ask ->
          answers.accept(
              new FlowEvent.OtherTold(
                  ask.session(),
                  desk.owes(ask.patron(), ask.pin()),
                  desk.hasOpenPayment(ask.patron())));
      case Effect.EndSessionEffect end -> desk.endSession(end.patron());
      case Effect.AskStanding(ItemId item) ->
          answers.accept(new FlowEvent.StandingTold(item, desk.standing(item)));
      case Effect.ToldFinding told -> desk.finding(told.entry(), note(told.what()));
    }
  }

  private static TaskNote note(org.libstation.flow.state.Code code) {
    return TaskNote.of(TaskNoteCode.CODE, code);
  }

  private void identify(Effect.IdentifyEffect identify) {
    Answer<PatronLook> look = desk.identify(identify.patron(), identify.pin());
    answers.accept(
        new FlowEvent.Identified(identify.session(), look, desk.unfinished(identify.patron())));
  }

  /// Takes a payment and reports each step to the flow.
  ///
  /// @param stops whether the patron wants to stop the payment
  void pay(Effect.PayEffect pay, BooleanSupplier stops) {
    Payer payer =
        new Payer() {
          @Override
          public void accept(PaymentStep step) {
            answers.accept(new FlowEvent.PaymentStepped(pay.session(), step));
          }

          @Override
          public boolean stops() {
            return stops.getAsBoolean();
          }
        };
    PaymentOutcome outcome = desk.pay(pay.patron(), pay.pin(), pay.wish(), payer);
    answers.accept(new FlowEvent.PaymentAnswered(pay.session(), outcome));
  }

  private void lend(Effect.Lend lend) {
    LoanOutcome outcome = desk.lend(lend.item(), lend.patron(), lend.pin(), lend.tagged());
    answers.accept(new FlowEvent.LendAnswered(lend.session(), outcome));
  }

  private void receive(Effect.Receive receive) {
    long entry =
        desk.received(
            receive.item(),
            receive.handedOver(),
            receive.how(),
            receive.tagged(),
            receive.missing().note());
    answers.accept(new FlowEvent.ReceivedWritten(receive.row(), entry));
  }

  /// Records the fine that the patron was shown. The patron reads it already, so a failed write is
  /// only logged: a later correction is then impossible.
  private void writeFine(long entry, FineTold told) {
    try {
      desk.fineTold(entry, told);
    } catch (JournalException e) {
      LOG.error(
          "entry {}: the fine that the patron was told could not be written to the journal",
          entry,
          e);
    }
  }

  /// Settles a return. The patron's answer goes out first, so that a finding for staff cannot delay
  /// it.
  private void settle(Effect.SettleReturn settle) {
    ReturnOutcome outcome = desk.settleReturn(settle.entry());
    FineExplainer.ExplainedReturn told =
        settle
            .handedOver()
            .map(moment -> fines.explain(outcome, moment))
            .orElse(FineExplainer.ExplainedReturn.NOTHING);
    answers.accept(new FlowEvent.ReturnSettled(outcome, told.fine()));
    told.fine().ifPresent(fine -> writeFine(settle.entry(), fine.told()));
    told.finding()
        .ifPresent(
            finding -> {
              staff.note(StaffNote.FINE_DIFFERS, Optional.empty(), Optional.empty());
              try {
                desk.finding(settle.entry(), finding);
              } catch (JournalException e) {
                LOG.error(
                    "entry {}: a finding could not be written to the journal", settle.entry(), e);
                answers.accept(
                    new FlowEvent.JournalChanged(
                        JournalTrouble.of(e, disk), JournalTrouble.cause(e)));
              }
            });
  }

  private void loans(Effect.LoadLoans load) {
    Answer<List<LoanLine>> loans =
        desk.loans(
            load.patron(),
            load.pin(),
            (done, of) -> answers.accept(new FlowEvent.LoansReached(load.session(), done, of)));
    answers.accept(new FlowEvent.LoansAnswered(load.session(), loans));
  }

  private void account(Effect.LoadAccount load) {
    answers.accept(
        new FlowEvent.AccountAnswered(
            load.session(),
            desk.account(load.patron(), load.pin()),
            desk.hasOpenPayment(load.patron())));
  }
}
