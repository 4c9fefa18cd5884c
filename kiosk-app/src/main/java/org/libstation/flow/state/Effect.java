package org.libstation.flow.state;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.libstation.circulation.BinContents;
import org.libstation.circulation.CirculationEvent.How;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.HoldLine;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.Money;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PaymentRequest;
import org.libstation.circulation.Pin;
import org.libstation.circulation.StaffTask;

/// An effect is something that the flow wants done. Its answer, where it has one, comes back as a
/// [FlowEvent].
public sealed interface Effect {

  /// For the desk; carried out one after the other, in this order.
  sealed interface AtDesk extends Effect {}

  /// For the desk, about the drop; in the same order.
  sealed interface DropEffect extends Effect {}

  /// For staff's office: figures, tasks, cards and PINs.
  sealed interface AtOffice extends Effect {}

  /// For a device, a lamp or a loudspeaker; only queued.
  sealed interface ToDevice extends Effect {}

  /// A number that was typed is judged by the site's rules.
  sealed interface Judging extends Effect {}

  /// For the technician's pages; carried out beside desk and devices.
  sealed interface Servicing extends Effect {}

  /// Checks, figures and the bundle.
  sealed interface CheckEffect extends Servicing {}

  /// Settings changed by hand. Answered by [FlowEvent.SetupTold].
  sealed interface SettingUp extends Servicing {}

  /// Its answer is waited for. Where it cannot be written down, [FlowEvent.NotWritten] is the
  /// answer.
  sealed interface AwaitedEffect extends Effect {}

  // ---- the desk

  /// A new person stands here.
  record BeginSession() implements AtDesk {}

  /// Answered by [FlowEvent.Identified].
  record IdentifyEffect(long session, PatronId patron, Optional<Pin> pin)
      implements AtDesk, AwaitedEffect {}

  /// Answered by [FlowEvent.LookedAhead].
  record LookAhead(long session, ItemId item) implements AtDesk {}

  /// Answered by [FlowEvent.LendAnswered].
  record Lend(long session, ItemId item, PatronId patron, Optional<Pin> pin, boolean tagged)
      implements AtDesk, AwaitedEffect {}

  /// Answered by [FlowEvent.ReleasedWritten].
  record MarkReleased(long entry) implements AtDesk, AwaitedEffect {}

  /// Staff get a line.
  record NotReleasedEffect(long entry, Code why) implements AtDesk {}

  /// A tag of a loan that was released without one is going to be cleared.
  record MarkLying(long entry) implements AtDesk {}

  /// These are not on the pad any more.
  record MarkTaken(List<Long> entries) implements AtDesk {
    public MarkTaken {
      entries = List.copyOf(entries);
    }
  }

  /// Once, when the program starts and nothing was lent yet. Answered by [FlowEvent.UntakenRead].
  record ReadUntaken() implements AtDesk {}

  /// It was released and left on the pad: staff get a line.
  record LeftLyingEffect(long entry, Code why) implements AtDesk {}

  /// Answered by [FlowEvent.ReceivedWritten].
  ///
  /// @param row number of the [ReturnRow]
  /// @param tagged whether a tag of it was read
  /// @param missing parts of its set that were not seen yet
  record Receive(
      long row, ItemId item, EventTime handedOver, How how, boolean tagged, MissingParts missing)
      implements AtDesk, AwaitedEffect {}

  /// A further part of a set that was handed over came.
  ///
  /// @param missing those that were not seen yet
  record AwaitParts(long entry, MissingParts missing) implements AtDesk {}

  /// Once, when the program starts and nothing was taken back yet. Answered by
  /// [FlowEvent.UnarmedRead].
  record ReadUnarmed() implements AtDesk {}

  record MarkArmed(long entry) implements AtDesk {}

  /// Staff get a line; the return stands.
  record NotSecuredEffect(long entry, Code why) implements AtDesk {}

  /// A set was handed over, and parts of it were not: staff get a line.
  record ReportIncompleteSet(long entry, MissingParts missing) implements AtDesk {}

  /// Answered by [FlowEvent.ReturnSettled].
  ///
  /// @param handedOver the moment that counts, by which a fine is explained; empty when nobody
  ///   waits for it any more
  record SettleReturn(long entry, Optional<EventTime> handedOver)
      implements AtDesk, AwaitedEffect {}

  /// Answered by [FlowEvent.LoansAnswered].
  record LoadLoans(long session, PatronId patron, Optional<Pin> pin)
      implements AtDesk, AwaitedEffect {}

  /// Answered by [FlowEvent.RenewAnswered].
  record RenewEffect(long session, ItemId item, PatronId patron, Optional<Pin> pin)
      implements AtDesk, AwaitedEffect {}

  /// Answered by [FlowEvent.AccountAnswered].
  record LoadAccount(long session, PatronId patron, Optional<Pin> pin)
      implements AtDesk, AwaitedEffect {}

  /// Answered by [FlowEvent.HoldAnswered].
  record PlaceHold(long session, ItemId item, PatronId patron, Optional<Pin> pin)
      implements AtDesk, AwaitedEffect {}

  /// Answered by [FlowEvent.HoldAnswered].
  record CancelHold(long session, HoldLine hold, PatronId patron, Optional<Pin> pin)
      implements AtDesk, AwaitedEffect {}

  /// The terminal is asked for what is owed, or a part of it. Answered by
  /// [FlowEvent.PaymentStepped] each time it asks for something else, and by
  /// [FlowEvent.PaymentAnswered].
  record PayEffect(long session, PatronId patron, Optional<Pin> pin, PaymentRequest wish)
      implements AtDesk, AwaitedEffect {
    public Money sum() {
      return wish.amount();
    }
  }

  /// The terminal is asked to give up what it waits for. What became of it the payment tells.
  record AbortPayment() implements AtDesk {}

  /// Asks what somebody else's card owes. Answered by [FlowEvent.OtherTold].
  record AskOther(long session, PatronId patron, Optional<Pin> pin)
      implements AtDesk, AwaitedEffect {}

  record EndSessionEffect(PatronId patron) implements AtDesk {}

  /// Answered by [FlowEvent.CountsRead].
  record ReadCounts() implements AtOffice {}

  /// Answered by [FlowEvent.TasksRead].
  record ReadTasks() implements AtOffice {}

  /// Answered by [FlowEvent.CashUpRead].
  ///
  /// @param back days before today
  record ReadCashUp(int back) implements AtOffice {}

  /// Answered by [FlowEvent.CardOpened], after it was written down.
  ///
  /// @param by who opens it
  record OpenCard(long entry, String by) implements AtOffice {}

  /// Answered by [FlowEvent.TasksRead].
  ///
  /// @param by who put it right
  record CloseStaffTaskEffect(long entry, String by, TaskReason how) implements AtOffice {}

  /// Asks where this item is. Answered by [FlowEvent.StandingTold].
  record AskStanding(ItemId item) implements AtDesk, AwaitedEffect {}

  // ---- the drop

  /// Something came in and could not be read. Answered by [FlowEvent.ObjectWritten].
  ///
  /// @param object number of the [DropSight.Passed]
  /// @param sign what could be read of it all the same
  record WriteObject(long object, EventTime at, Optional<Duration> dark, Optional<Code> sign)
      implements DropEffect, AwaitedEffect {}

  /// Somebody says what such an object is. Answered by [FlowEvent.ObjectIdentified].
  ///
  /// @param by a name, `patron` or `station`
  /// @param tagged whether a tag of it was read, which is armed next
  record IdentifyObject(long object, long entry, ItemId item, String by, boolean tagged)
      implements DropEffect, AwaitedEffect {}

  /// Staff should know this about an entry.
  record ToldFinding(long entry, Code what) implements AtDesk {}

  /// Digits that were typed where a barcode was asked for. Answered by [FlowEvent.BarcodeRead] as
  /// if a scanner in the drop had read them.
  record JudgeAtDrop(String digits) implements Judging {}

  /// Once, when the program starts. Answered by [FlowEvent.DropFound] and [FlowEvent.BinTold].
  ///
  /// @param closeAt percent from which on the flap stays shut, by the site
  record ReadBin(int closeAt) implements DropEffect {}

  /// What was done at the drop, for a restart to know.
  sealed interface DropMark extends DropEffect {}

  /// The bin is being emptied.
  ///
  /// @param by a name
  record BeginEmptying(String by) implements DropMark {}

  /// Emptying was left, and the bin had not gone, or nobody knows.
  record LeaveEmptying() implements DropMark {}

  /// The manifest of this emptying came out.
  record MarkListed(long emptying) implements DropMark {}

  /// These returns stand on a slip that came out.
  record MarkOnSlip(List<Long> entries) implements DropMark {
    public MarkOnSlip {
      entries = List.copyOf(entries);
    }
  }

  /// The bin was taken out. Answered by [FlowEvent.BinWritten].
  ///
  /// @param by who empties it; empty text when nobody had said so
  record EmptyBinEffect(EventTime taken, String by, long counted, OptionalInt percent)
      implements DropEffect, AwaitedEffect {}

  /// The manifest, on the printer of receipts. Answered by [FlowEvent.PrintJobEnded].
  ///
  /// @param at stands on it
  record PrintManifest(long job, Language language, BinContents contents, OffsetDateTime at)
      implements ToDevice {}

  record LightLamp(DropLamp lamp) implements ToDevice {}

  // ---- what is typed

  /// Asks what this number names, by the site's rules. Answered by [FlowEvent.TypedJudged].
  record JudgeTyped(long session, String typed) implements Judging {
    /// Never tells the number.
    @Override
    public String toString() {
      return "JudgeTyped";
    }
  }

  // ---- devices

  /// Answered by [FlowEvent.TagCleared].
  record ClearTag(long entry, String uid) implements ToDevice {}

  /// Answered by [FlowEvent.TagArmed].
  record ArmTag(Place place, long entry, String uid) implements ToDevice {}

  /// What lies on the pad is about to be acted on: what its reader has seen is not enough, it must
  /// see it now. Answered by [FlowEvent.PlaceListed]; by a reader that does not answer, not at all.
  record LookAnew() implements ToDevice {}

  /// A technician wants to know how the bit of a tag on the pad stands. Answered by
  /// [FlowEvent.SecurityRead].
  record ReadSecurityEffect(String uid) implements ToDevice {}

  /// A technician sets the bit of a tag on the pad right. Answered by [FlowEvent.TagRepaired].
  record RepairTag(String uid, PadTag.SecurityBit to) implements ToDevice {}

  /// Answered by [FlowEvent.PrintJobEnded].
  record Print(long job, ReceiptContent receipt) implements ToDevice {}

  /// Answered by [FlowEvent.PrintJobEnded].
  ///
  /// @param at stands on it
  record PrintTestEffect(long job, Language language, OffsetDateTime at) implements ToDevice {}

  /// The to-do list. Answered by [FlowEvent.PrintJobEnded].
  ///
  /// @param at stands on it
  record PrintTasksEffect(long job, Language language, List<StaffTask> tasks, OffsetDateTime at)
      implements ToDevice {
    public PrintTasksEffect {
      tasks = List.copyOf(tasks);
    }
  }

  /// Nobody waits for this print any more: what of it is still missing shall not come out for
  /// whoever stands there next.
  record WithdrawPrint(long job) implements ToDevice {}

  /// Answered by [FlowEvent.FlapLocked].
  record LockFlap(boolean locked) implements ToDevice {}

  record Beep(Sound sound) implements ToDevice {}

  /// A reader says with its own voice whether its last scan was taken.
  record ScanJudged(StationFacts.DeviceRole reader, boolean good) implements ToDevice {}

  // ---- the technician's checks

  /// The devices are closed, examined, and opened again. Answered by [FlowEvent.ChecksMoved] with
  /// each step.
  ///
  /// @param only the id of one check; empty = all
  record RunChecks(Optional<String> only) implements CheckEffect {}

  record EndCheckRun() implements CheckEffect {}

  /// Runs one check, of a drop, that measures an empty and a full bin. Answered by
  /// [FlowEvent.ChecksMoved] with each step.
  record CalibrateEffect(String check) implements CheckEffect {}

  /// The hand that is asked for has done it.
  record HandDoneEffect() implements CheckEffect {}

  /// Tries to mend a finding, then runs that check again. Answered by [FlowEvent.ChecksMoved].
  record MendEffect(String check, String code) implements CheckEffect {}

  /// Answered by [FlowEvent.FiguresRead].
  record ReadFigures(boolean month) implements CheckEffect {}

  /// Answered by [FlowEvent.SupportBundleMade].
  record MakeBundleEffect() implements CheckEffect {}

  record ReadSetup() implements SettingUp {}

  /// Nothing is written.
  record TrySetup(Map<String, String> changes) implements SettingUp {
    public TrySetup {
      changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    }

    /// Keys alone: a value may be a PIN.
    @Override
    public String toString() {
      return "TrySetup[" + changes.keySet() + "]";
    }
  }

  /// Writes what was tried last.
  ///
  /// @param by who does it
  record WriteSetup(String by) implements SettingUp {}

  /// Puts the version before back.
  ///
  /// @param by who does it
  record PutBackSetup(String by) implements SettingUp {}

  /// The devices are let go, the serial ports are asked, and the devices are opened again.
  record FindPortsEffect() implements SettingUp {}

  record EndPortSearch() implements SettingUp {}

  /// The station ends in order and is started again.
  record RestartStationEffect() implements SettingUp {}

  // ---- staff

  /// Answered by [FlowEvent.TechnicianPinChecked].
  record CheckTechnicianPin(Pin pin) implements AtOffice {}

  /// Asks whether this is a staff card. Answered by [FlowEvent.StaffCardChecked].
  record CheckStaffCard(PatronId card) implements AtOffice {}

  /// A line for staff: holds nothing personal.
  ///
  /// @param item whose number it is about, where it is about one
  record LogStaff(StaffNote note, Optional<Code> code, Optional<ItemId> item) implements AtOffice {}

  enum StaffNote {
    /// The library charged something else than what is counted here.
    FINE_DIFFERS,
    HELP_CALLED,
    TECHNICIAN_ENTERED,
    TECHNICIAN_PIN_WRONG,
    TECHNICIAN_LOCKED_OUT,
    TECHNICIAN_LEFT,
    LENDING_ALLOWED,
    CHECKS_RUN,
    FIX_TRIED,
    BUNDLE_MADE,
    PORTS_SOUGHT,
    RESTART_ASKED,
    OUT_OF_SERVICE,
    BACK_IN_SERVICE,
    DROPPED_UNKNOWN,
    /// The photo-eye saw a hand, or nothing that can be an object.
    DROP_DISTURBED,
    BIN_EMPTIED,
    /// The bin went, and nobody had said so.
    BIN_GONE,
    /// An item lies there that staff must look at.
    ITEM_FOR_STAFF,
    CARD_LEFT,
    /// A technician had the bit of a tag written.
    TAG_SET_IN_STOCK,
    TAG_SET_LENT,
    TAG_NOT_SET,
    ANSWER_OVERDUE,
    /// The door of the cabinet was opened while somebody was served.
    DOOR_OPENED,
    /// The payment terminal cannot be used; patrons are sent to the desk.
    TERMINAL_AWAY,
    TERMINAL_BACK
  }
}
