package org.libstation.station;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.Pin;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Place;
import org.libstation.flow.state.ScannedCode;
import org.libstation.flow.state.Sound;
import org.libstation.flow.state.StaffLevel;
import org.libstation.flow.state.StationFacts.JournalCause;
import org.libstation.flow.state.StationFacts.JournalHealth;
import org.libstation.journal.DiskState;
import org.libstation.journal.JournalException;
import org.libstation.sync.Desk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Passes the flow's effects to the desk, the devices and the staff office. Desk effects run one
/// after the other on the desk's thread. Device effects run at once, because devices only queue
/// them. The mark *released* is written on a second thread. Thus the patron is told to take the
/// first item before the whole stack is checked out. Each answer comes back as an event, failures
/// included.
public final class EffectRunner implements Consumer<Effect> {
  private static final Logger LOG = LoggerFactory.getLogger(EffectRunner.class);

  private final Executor deskThread;
  private final Executor releaseThread;
  private final DeskEffects desk;
  private final DropEffects drop;
  private final DeviceEffects devices;
  private final StaffOffice staff;
  private final Supplier<DiskState> disk;
  private final Consumer<FlowEvent> answers;
  private Function<String, ScannedCode> judgedOnScreen =
      number -> new ScannedCode.UnknownCode(ScannedCode.lastFour(number));
  private Function<String, FlowEvent> judgedAtDrop =
      digits -> new FlowEvent.BarcodeRead(Place.DROP, new ScannedCode.ItemCode(new ItemId(digits)));

  /// Whether the patron wants to stop the current payment. Each payment has its own flag: an early
  /// stop is not lost, and stops no other payment. Only the flow's thread replaces it.
  private AtomicBoolean stops = new AtomicBoolean();

  private Consumer<Effect.CheckEffect> checks = _ -> {};
  private Consumer<Effect.SettingUp> setup = _ -> {};

  /// @param deskThread runs tasks one after the other, in order; a simulation uses the caller's
  ///   thread
  /// @param releaseThread likewise, for the mark *released*, other short journal marks, and PIN
  ///   checks
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
    this.deskThread = deskThread;
    this.releaseThread = releaseThread;
    this.desk = new DeskEffects(desk, fines, staff, disk, answers);
    this.drop = new DropEffects(desk, answers);
    this.devices = new DeviceEffects(devices, commands, receipts, sounds, answers);
    this.staff = staff;
    this.disk = disk;
    this.answers = answers;
  }

  /// Sets the judge of numbers typed on the screen. Without a judge, each number is unknown.
  public EffectRunner judging(ScanJudge judge) {
    judgedOnScreen = TypedNumbers.by(judge)::judge;
    return this;
  }

  /// Sets the judge of digits typed at the drop. Without a judge, each number is an item's barcode.
  public EffectRunner judgingAtDrop(Function<String, FlowEvent> judge) {
    judgedAtDrop = judge;
    return this;
  }

  /// Sets the receivers of the technician pages' effects. Without them, those effects are ignored.
  public EffectRunner serviced(
      Consumer<Effect.CheckEffect> byChecks, Consumer<Effect.SettingUp> bySetup) {
    checks = byChecks;
    setup = bySetup;
    return this;
  }

  @Override
  public void accept(Effect effect) {
    switch (effect) {
      case Effect.AbortPayment _ -> stops.set(true);
      case Effect.PayEffect pay -> {
        AtomicBoolean own = new AtomicBoolean();
        stops = own;
        on(deskThread, pay, () -> desk.pay(pay, own::get));
      }
      case Effect.AtDesk work -> on(thread(work), work, () -> desk.carryOut(work));
      case Effect.DropEffect work -> on(deskThread, work, () -> drop.carryOut(work));
      case Effect.AtOffice work -> office(work);
      case Effect.ToDevice work -> devices.carryOut(work);
      case Effect.Judging number -> answers.accept(judged(number));
      case Effect.CheckEffect work -> checks.accept(work);
      case Effect.SettingUp work -> setup.accept(work);
    }
  }

  private Executor thread(Effect.AtDesk work) {
    return work instanceof Effect.MarkReleased || work instanceof Effect.MarkLying
        ? releaseThread
        : deskThread;
  }

  private FlowEvent judged(Effect.Judging number) {
    return switch (number) {
      case Effect.JudgeTyped judge ->
          new FlowEvent.TypedJudged(judge.session(), judgedOnScreen.apply(judge.typed()));
      case Effect.JudgeAtDrop judge -> judgedAtDrop.apply(judge.digits());
    };
  }

  private void office(Effect.AtOffice effect) {
    switch (effect) {
      case Effect.ReadCounts _ ->
          told(deskThread, effect, () -> new FlowEvent.CountsRead(staff.counts()));
      case Effect.ReadTasks _ ->
          told(deskThread, effect, () -> new FlowEvent.TasksRead(staff.list()));
      case Effect.ReadCashUp(int back) ->
          told(deskThread, effect, () -> new FlowEvent.CashUpRead(back, staff.cashUp(back)));
      case Effect.OpenCard open ->
          told(
              deskThread,
              effect,
              () ->
                  new FlowEvent.CardNumberShown(
                      open.entry(), staff.openCard(open.entry(), open.by())));
      case Effect.CloseStaffTaskEffect close ->
          told(
              deskThread,
              effect,
              () -> {
                staff.close(close.entry(), close.by(), close.how());
                return new FlowEvent.TasksRead(staff.list());
              });
      // Hashing a PIN is slow on purpose. The flow must not wait for it, and it must not wait for
      // the central system.
      case Effect.CheckTechnicianPin check ->
          told(releaseThread, effect, () -> checked(check.pin()));
      case Effect.CheckStaffCard check -> told(releaseThread, effect, () -> checked(check.card()));
      case Effect.LogStaff line -> staff.note(line.note(), line.code(), line.item());
    }
  }

  private void told(Executor thread, Effect effect, Supplier<FlowEvent> work) {
    on(thread, effect, () -> answers.accept(work.get()));
  }

  private FlowEvent checked(Pin pin) {
    Optional<String> who = staff.who(pin);
    return new FlowEvent.TechnicianPinChecked(who, who.map(staff::level).orElse(StaffLevel.STAFF));
  }

  private FlowEvent checked(PatronId card) {
    Optional<String> who = staff.whoseCard(card);
    return new FlowEvent.StaffCardChecked(who, who.map(staff::level).orElse(StaffLevel.STAFF));
  }

  /// Runs work and reports a failed journal write or a bug to the flow as an event. After either,
  /// nothing is certain, so the station closes instead of lending.
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
            LOG.error("{}: unexpected error in the desk", name(effect), e);
            answers.accept(
                new FlowEvent.NotWritten(
                    effect, JournalHealth.FAILING, Optional.of(JournalCause.FAULT)));
          }
        });
  }

  /// Logs only the kind of the effect, because an effect may contain a card number.
  private static String name(Effect effect) {
    return effect.getClass().getSimpleName();
  }
}
