package org.libstation.run;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.libstation.central.Answer;
import org.libstation.circulation.FineTold;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.LoanLine;
import org.libstation.circulation.LoanOutcome;
import org.libstation.circulation.PatronAccount;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.Pin;
import org.libstation.circulation.ReturnOutcome;
import org.libstation.device.BarcodeReader;
import org.libstation.device.Receipt;
import org.libstation.device.ReceiptPrinter;
import org.libstation.device.Security;
import org.libstation.device.TagReader;
import org.libstation.device.TagUid;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.Effect.StaffNote;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowEvent.AccountAnswer;
import org.libstation.flow.state.FlowEvent.CardAnswer;
import org.libstation.flow.state.FlowEvent.LoansAnswer;
import org.libstation.flow.state.FlowEvent.TagResult;
import org.libstation.flow.state.Place;
import org.libstation.flow.state.Scan;
import org.libstation.flow.state.Sound;
import org.libstation.flow.state.StaffLevel;
import org.libstation.flow.state.StationFacts.JournalCause;
import org.libstation.flow.state.StationFacts.JournalHealth;
import org.libstation.journal.DiskState;
import org.libstation.journal.JournalException;
import org.libstation.run.TagCommands.Command;
import org.libstation.run.TagCommands.Kind;
import org.libstation.sync.Desk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries effects out: the desk's on the desk's own thread, one after the other; the devices' at
/// once, because they only queue. That a loan was released is written on a thread of its own: the
/// patron need not wait for the checkouts of the whole stack to be told to take the first item. An
/// answer comes back as an event, also when it is bad news.
public final class EffectRunner implements Consumer<Effect> {
  private static final Logger LOG = LoggerFactory.getLogger(EffectRunner.class);

  private final Desk desk;
  private final Executor deskThread;
  private final Executor releaseThread;
  private final StationDevices devices;
  private final TagCommands commands;
  private final ReceiptComposer receipts;
  private final FineExplainer fines;
  private final StaffOffice staff;
  private final Supplier<DiskState> disk;
  private final Consumer<Sound> sounds;
  private final Consumer<FlowEvent> answers;
  private final DropEffects drop;
  private Function<String, Scan> typed = number -> new Scan.Unknown(Scan.lastFour(number));

  /// As below; what is typed at the drop is taken for an item's number.
  ///
  /// @param deskThread runs one task after the other, in order; in a simulation on the caller's
  ///   thread
  /// @param releaseThread the same, for what only writes that a loan was released
  /// @param sounds plays a sound; must return at once
  /// @param answers takes every answer; must not lose one
  public EffectRunner(
      Desk desk,
      Executor deskThread,
      Executor releaseThread,
      StationDevices devices,
      TagCommands commands,
      ReceiptComposer receipts,
      FineExplainer fines,
      StaffOffice staff,
      Supplier<DiskState> disk,
      Consumer<Sound> sounds,
      Consumer<FlowEvent> answers) {
    this(
        desk,
        deskThread,
        releaseThread,
        devices,
        commands,
        receipts,
        fines,
        staff,
        disk,
        sounds,
        digits -> new FlowEvent.BarcodeRead(Place.DROP, new Scan.Item(new ItemId(digits))),
        answers);
  }

  /// @param deskThread runs one task after the other, in order; in a simulation on the caller's
  ///   thread
  /// @param releaseThread the same, for what only writes that a loan was released
  /// @param sounds plays a sound; must return at once
  /// @param typed judges digits that were typed where a barcode was asked for
  /// @param answers takes every answer; must not lose one
  public EffectRunner(
      Desk desk,
      Executor deskThread,
      Executor releaseThread,
      StationDevices devices,
      TagCommands commands,
      ReceiptComposer receipts,
      FineExplainer fines,
      StaffOffice staff,
      Supplier<DiskState> disk,
      Consumer<Sound> sounds,
      Function<String, FlowEvent> typed,
      Consumer<FlowEvent> answers) {
    this.desk = desk;
    this.deskThread = deskThread;
    this.releaseThread = releaseThread;
    this.devices = devices;
    this.commands = commands;
    this.receipts = receipts;
    this.fines = fines;
    this.staff = staff;
    this.disk = disk;
    this.sounds = sounds;
    this.answers = answers;
    this.drop = new DropEffects(desk, devices, typed, answers);
  }

  /// Judges typed numbers as scans are judged; without it none is known.
  public EffectRunner judging(ScanJudge judge) {
    typed = TypedNumbers.by(judge)::judge;
    return this;
  }

  @Override
  public void accept(Effect effect) {
    switch (effect) {
      case Effect.BeginSession _ -> atDesk(effect, desk::beginSession);
      case Effect.Identify identify -> atDesk(effect, () -> identify(identify));
      case Effect.LookAhead look ->
          atDesk(
              effect,
              () ->
                  answers.accept(
                      new FlowEvent.LookedAhead(
                          look.session(), look.item(), desk.lookAhead(look.item()))));
      case Effect.Lend lend -> atDesk(effect, () -> lend(lend));
      case Effect.MarkReleased mark ->
          on(
              releaseThread,
              effect,
              () -> {
                desk.released(mark.entry());
                answers.accept(new FlowEvent.ReleasedWritten(mark.entry()));
              });
      case Effect.MarkLying mark -> on(releaseThread, effect, () -> desk.lies(mark.entry()));
      case Effect.MarkTaken mark -> atDesk(effect, () -> desk.taken(mark.entries()));
      case Effect.ReadUntaken _ ->
          atDesk(effect, () -> answers.accept(new FlowEvent.UntakenRead(desk.untaken())));
      case Effect.NotReleased not ->
          atDesk(effect, () -> desk.notReleased(not.entry(), words(not.why())));
      case Effect.LeftLying left ->
          atDesk(effect, () -> desk.leftLying(left.entry(), words(left.why())));
      case Effect.Receive receive -> atDesk(effect, () -> receive(receive));
      case Effect.ReadUnarmed _ ->
          atDesk(
              effect,
              () -> {
                desk.tellAwaitedParts();
                answers.accept(new FlowEvent.UnarmedRead(desk.unarmed()));
              });
      case Effect.MarkArmed mark -> atDesk(effect, () -> desk.armed(mark.entry()));
      case Effect.NotSecured not ->
          atDesk(effect, () -> desk.notSecured(not.entry(), words(not.why())));
      case Effect.AwaitParts await ->
          atDesk(effect, () -> desk.awaitsParts(await.entry(), await.missing().words()));
      case Effect.SetIncomplete set ->
          atDesk(effect, () -> desk.setIncomplete(set.entry(), set.missing().words()));
      case Effect.SettleReturn settle -> atDesk(effect, () -> settle(settle));
      case Effect.LoadLoans load -> atDesk(effect, () -> loans(load));
      case Effect.Renew renew ->
          atDesk(
              effect,
              () ->
                  answers.accept(
                      new FlowEvent.RenewAnswered(
                          renew.session(), desk.renew(renew.item(), renew.patron(), renew.pin()))));
      case Effect.LoadAccount load -> atDesk(effect, () -> account(load));
      case Effect.PlaceHold place ->
          atDesk(
              effect,
              () ->
                  answers.accept(
                      new FlowEvent.HoldAnswered(
                          place.session(),
                          desk.placeHold(place.item(), place.patron(), place.pin()))));
      case Effect.CancelHold cancel ->
          atDesk(
              effect,
              () ->
                  answers.accept(
                      new FlowEvent.HoldAnswered(
                          cancel.session(),
                          desk.cancelHold(cancel.hold(), cancel.patron(), cancel.pin()))));
      case Effect.Pay pay ->
          atDesk(
              effect,
              () ->
                  answers.accept(
                      new FlowEvent.PaymentAnswered(
                          pay.session(), desk.pay(pay.patron(), pay.pin(), pay.sum()))));
      case Effect.EndSession end -> atDesk(effect, () -> desk.endSession(end.patron()));
      case Effect.JudgeTyped judge ->
          answers.accept(new FlowEvent.TypedJudged(judge.session(), typed.apply(judge.typed())));
      case Effect.AskStanding(ItemId item) ->
          atDesk(
              effect, () -> answers.accept(new FlowEvent.StandingTold(item, desk.standing(item))));
      case Effect.ReadCounts _ ->
          atDesk(effect, () -> answers.accept(new FlowEvent.CountsRead(staff.counts())));
      case Effect.ReadTasks _ ->
          atDesk(effect, () -> answers.accept(new FlowEvent.TasksRead(staff.list())));
      case Effect.OpenCard open ->
          atDesk(
              effect,
              () ->
                  answers.accept(
                      new FlowEvent.CardOpened(
                          open.entry(), staff.openCard(open.entry(), open.by()))));
      case Effect.CloseTask close ->
          atDesk(
              effect,
              () -> {
                staff.close(close.entry(), close.by(), close.how());
                answers.accept(new FlowEvent.TasksRead(staff.list()));
              });
      case Effect.ClearTag clear ->
          secure(
              devices.pad(), new Command(Kind.CLEAR, clear.entry(), clear.uid()), Security.CLEARED);
      case Effect.ArmTag arm ->
          secure(
              arm.place() == Place.PAD ? devices.pad() : devices.dropReader(),
              new Command(Kind.ARM, arm.entry(), arm.uid()),
              Security.ARMED);
      case Effect.LookAnew _ -> devices.pad().ifPresent(TagReader::lookAnew);
      case Effect.ReadSecurity read -> readSecurity(read.uid());
      case Effect.RepairTag repair -> repair(repair);
      case Effect.Print print -> print(print.job(), () -> receipts.compose(print.receipt()));
      case Effect.PrintTest test ->
          print(test.job(), () -> receipts.test(test.language(), test.at()));
      case Effect.PrintTasks list ->
          print(list.job(), () -> receipts.tasks(list.language(), list.tasks(), list.at()));
      case Effect.PrintManifest list ->
          print(list.job(), () -> receipts.manifest(list.language(), list.contents(), list.at()));
      case Effect.ReadBin read -> atDesk(effect, () -> drop.readBin(read));
      case Effect.DropMark mark -> atDesk(effect, () -> drop.mark(mark));
      case Effect.WriteObject write -> atDesk(effect, () -> drop.write(write));
      case Effect.IdentifyObject identify -> atDesk(effect, () -> drop.identify(identify));
      case Effect.EmptyBin bin -> atDesk(effect, () -> drop.emptied(bin));
      case Effect.ToldFinding told ->
          atDesk(effect, () -> desk.finding(told.entry(), words(told.what())));
      case Effect.JudgeAtDrop typed -> drop.judge(typed.digits());
      case Effect.LightLamp light -> drop.lamp(light.lamp());
      case Effect.WithdrawPrint(long job) ->
          devices.printer().ifPresent(printer -> printer.withdraw(job));
      case Effect.LockFlap lock -> lockFlap(lock.locked());
      case Effect.Beep beep -> sounds.accept(beep.sound());
      case Effect.ScanJudged judged -> {
        BarcodeReader reader = devices.readers().get(judged.reader());
        if (reader != null) {
          // A full queue means that it is not there: it stays silent, and nothing is lost.
          boolean _ = reader.judged(judged.good());
        }
      }
      case Effect.CheckTechnicianPin check ->
          // A slow hash: the flow must not wait for it, nor it for the central system.
          on(releaseThread, effect, () -> answers.accept(checked(check.pin())));
      case Effect.CheckStaffCard check ->
          on(releaseThread, effect, () -> answers.accept(checked(check.card())));
      case Effect.Servicing _ -> {
        // Carried out by StationChecks, which the station puts before this.
      }
      case Effect.LogStaff line -> staff.note(line.note(), line.code(), line.item());
    }
  }

  private FlowEvent checked(Pin pin) {
    Optional<String> who = staff.who(pin);
    return new FlowEvent.TechnicianPinChecked(who, who.map(staff::level).orElse(StaffLevel.STAFF));
  }

  private FlowEvent checked(PatronId card) {
    Optional<String> who = staff.whoseCard(card);
    return new FlowEvent.StaffCardChecked(who, who.map(staff::level).orElse(StaffLevel.STAFF));
  }

  private void atDesk(Effect effect, Runnable work) {
    on(deskThread, effect, work);
  }

  /// A journal that cannot be written is told, and so is a bug: to the flow both mean that nothing
  /// is certain here, and the station closes rather than lend on.
  private void on(Executor thread, Effect effect, Runnable work) {
    thread.execute(
        () -> {
          try {
            work.run();
          } catch (JournalException e) {
            LOG.error("{}: the journal could not be written", name(effect), e);
            answers.accept(
                new FlowEvent.NotWritten(
                    effect, JournalTrouble.of(e, disk), JournalTrouble.cause(e)));
          } catch (RuntimeException e) {
            LOG.error("{}: the desk met a fault", name(effect), e);
            answers.accept(
                new FlowEvent.NotWritten(
                    effect, JournalHealth.FAILING, Optional.of(JournalCause.FAULT)));
          }
        });
  }

  /// The kind alone: an effect may hold a card number.
  private static String name(Effect effect) {
    return effect.getClass().getSimpleName();
  }

  private static String words(org.libstation.flow.state.Code code) {
    return code + ": " + code.meaning();
  }

  private void identify(Effect.Identify identify) {
    Answer<PatronLook> answer = desk.identify(identify.patron(), identify.pin());
    List<LoanOutcome.Lent> unfinished = desk.unfinished(identify.patron());
    CardAnswer told =
        switch (answer) {
          case Answer.Accepted<PatronLook>(var look) -> new CardAnswer.Known(look, unfinished);
          case Answer.Refused<PatronLook>(var refusal) -> new CardAnswer.Refused(refusal);
          case Answer.NotSent<PatronLook> _, Answer.Unknown<PatronLook> _ ->
              new CardAnswer.Silent(unfinished);
        };
    answers.accept(new FlowEvent.Identified(identify.session(), told));
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
            receive.missing().words());
    answers.accept(new FlowEvent.ReceivedWritten(receive.row(), entry));
  }

  /// The person reads it already: where it cannot be written, nobody can be put right later.
  private void writeFine(long entry, FineTold told) {
    try {
      desk.fineTold(entry, told);
    } catch (JournalException e) {
      LOG.error("entry {}: what was told about its fine could not be written", entry, e);
    }
  }

  /// What is told to staff about a fine must not keep the patron from the answer.
  private void settle(Effect.SettleReturn settle) {
    ReturnOutcome outcome = desk.settleReturn(settle.entry());
    FineExplainer.Told told =
        settle
            .handedOver()
            .map(moment -> fines.explain(outcome, moment))
            .orElse(FineExplainer.Told.NOTHING);
    answers.accept(new FlowEvent.ReturnSettled(outcome, told.fine()));
    told.fine().ifPresent(fine -> writeFine(settle.entry(), FineTold.of(fine)));
    told.finding()
        .ifPresent(
            finding -> {
              staff.note(StaffNote.FINE_DIFFERS, Optional.empty(), Optional.empty());
              try {
                desk.finding(settle.entry(), finding);
              } catch (JournalException e) {
                LOG.error("entry {}: a finding could not be written", settle.entry(), e);
                answers.accept(
                    new FlowEvent.JournalChanged(
                        JournalTrouble.of(e, disk), JournalTrouble.cause(e)));
              }
            });
  }

  private void loans(Effect.LoadLoans load) {
    LoansAnswer told =
        switch (desk.loans(
            load.patron(),
            load.pin(),
            (done, of) -> answers.accept(new FlowEvent.LoansReached(load.session(), done, of)))) {
          case Answer.Accepted<List<LoanLine>>(var loans) -> new LoansAnswer.Loans(loans);
          case Answer.Refused<List<LoanLine>>(var refusal) -> new LoansAnswer.Refused(refusal);
          case Answer.NotSent<List<LoanLine>> _, Answer.Unknown<List<LoanLine>> _ ->
              new LoansAnswer.Silent();
        };
    answers.accept(new FlowEvent.LoansAnswered(load.session(), told));
  }

  private void account(Effect.LoadAccount load) {
    AccountAnswer told =
        switch (desk.account(load.patron(), load.pin())) {
          case Answer.Accepted<PatronAccount>(var account) -> new AccountAnswer.Known(account);
          case Answer.Refused<PatronAccount>(var refusal) -> new AccountAnswer.Refused(refusal);
          case Answer.NotSent<PatronAccount> _, Answer.Unknown<PatronAccount> _ ->
              new AccountAnswer.Silent();
        };
    answers.accept(new FlowEvent.AccountAnswered(load.session(), told));
  }

  private void readSecurity(String uid) {
    Command command = new Command(Kind.READ, 0, uid);
    long number = commands.begin(command);
    Optional<TagReader> pad = devices.pad();
    if (pad.isEmpty() || !pad.get().readSecurity(number, new TagUid(uid))) {
      commands.end(number);
      answers.accept(DeviceBridge.ended(command, TagResult.NO_READER));
    }
  }

  private void repair(Effect.RepairTag repair) {
    switch (repair.to()) {
      case ARMED ->
          secure(devices.pad(), new Command(Kind.SET_IN_STOCK, 0, repair.uid()), Security.ARMED);
      case CLEARED ->
          secure(devices.pad(), new Command(Kind.SET_LENT, 0, repair.uid()), Security.CLEARED);
      case UNKNOWN -> throw new IllegalArgumentException("a tag is armed or cleared");
    }
  }

  private void secure(Optional<TagReader> reader, Command command, Security to) {
    long number = commands.begin(command);
    boolean taken =
        reader.isPresent() && reader.get().setSecurity(number, new TagUid(command.uid()), to);
    if (!taken) {
      commands.end(number);
      answers.accept(DeviceBridge.ended(command, TagResult.NO_READER));
    }
  }

  private void print(long job, Supplier<Receipt> receipt) {
    Optional<ReceiptPrinter> printer = devices.printer();
    boolean taken = printer.isPresent() && printer.get().print(job, receipt.get());
    if (!taken) {
      String code = printer.map(device -> device.health().code()).orElse("");
      String reason =
          printer.map(device -> device.health().reason()).orElse("no printer is configured");
      answers.accept(
          new FlowEvent.PrintEnded(job, Optional.of(DeviceBridge.trouble(code, reason, false))));
    }
  }

  private void lockFlap(boolean locked) {
    boolean taken = devices.bin().isPresent() && devices.bin().get().lockFlap(0, locked);
    if (!taken) {
      answers.accept(new FlowEvent.FlapLocked(locked, false));
    }
  }
}
