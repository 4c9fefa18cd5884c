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

/// An effect is a task that the flow gives to another part of the station. Its answer, if it has
/// one, comes back as a [FlowEvent].
///
/// `session` is the number of a session, `entry` that of a journal entry.
public sealed interface Effect {

  /// An effect for the desk, carried out in order. [MarkReleased], [MarkLying] and [AbortPayment]
  /// do not wait their turn.
  sealed interface AtDesk extends Effect {}

  /// An effect for the desk about the drop, in one order with [AtDesk].
  sealed interface DropEffect extends Effect {}

  /// An effect for staff's counts, tasks, log, cards and PINs.
  sealed interface AtOffice extends Effect {}

  /// An effect for a device, a lamp or a loudspeaker; it is only queued.
  sealed interface ToDevice extends Effect {}

  /// Asks what a typed number is, by the site's rules.
  sealed interface Judging extends Effect {}

  /// An effect for the technician's pages, carried out independently of desk and devices.
  sealed interface Servicing extends Effect {}

  /// An effect for the checks, the health figures or the support bundle.
  sealed interface CheckEffect extends Servicing {}

  /// An effect for changing settings by hand. Answered by [FlowEvent.SetupTold].
  sealed interface SettingUp extends Servicing {}

  /// An effect whose answer the flow waits for. If the journal cannot be written,
  /// [FlowEvent.NotWritten] is the answer.
  sealed interface AwaitedEffect extends Effect {}

  // ---- the desk

  /// Begins the desk's session of a new person.
  record BeginSession() implements AtDesk {}

  /// Checks card and PIN. Answered by [FlowEvent.Identified].
  record IdentifyEffect(long session, PatronId patron, Optional<Pin> pin)
      implements AtDesk, AwaitedEffect {}

  /// Looks an item up while tags still arrive; changes nothing. Answered by
  /// [FlowEvent.LookedAhead].
  record LookAhead(long session, ItemId item) implements AtDesk {}

  /// Lends an item to the patron. Answered by [FlowEvent.LendAnswered].
  ///
  /// @param tagged a tag of the item was read
  record Lend(long session, ItemId item, PatronId patron, Optional<Pin> pin, boolean tagged)
      implements AtDesk, AwaitedEffect {}

  /// Writes *released* of a loan to disk. Answered by [FlowEvent.ReleasedWritten].
  record MarkReleased(long entry) implements AtDesk, AwaitedEffect {}

  /// Records that a loan was not released. Opens a staff task.
  record NotReleasedEffect(long entry, Code why) implements AtDesk {}

  /// Records that a loan released without a tag has a tag, which is cleared next.
  record MarkLying(long entry) implements AtDesk {}

  /// Records that the items of these loans are no longer on the pad.
  record MarkTaken(List<Long> entries) implements AtDesk {
    public MarkTaken {
      entries = List.copyOf(entries);
    }
  }

  /// Reads loans of former runs whose items may lie on the pad. Sent once, before the first loan.
  /// Answered by [FlowEvent.UntakenRead].
  record ReadUntaken() implements AtDesk {}

  /// Records that a released item was left on the pad. Opens a staff task.
  record LeftLyingEffect(long entry, Code why) implements AtDesk {}

  /// Writes a return to disk. Answered by [FlowEvent.ReceivedWritten].
  ///
  /// @param row number of the [ReturnRow]
  /// @param tagged a tag of the item was read
  /// @param missing parts of its set that were not seen yet
  record Receive(
      long row, ItemId item, EventTime handedOver, How how, boolean tagged, MissingParts missing)
      implements AtDesk, AwaitedEffect {}

  /// Records that a further part of a returned set came.
  ///
  /// @param missing parts that were not seen yet
  record AwaitParts(long entry, MissingParts missing) implements AtDesk {}

  /// Reads returns of former runs whose tags may not be armed. Sent once, before the first return.
  /// Answered by [FlowEvent.UnarmedRead].
  record ReadUnarmed() implements AtDesk {}

  /// Records that the tag of a return, or of a loan left on the pad, was armed and read back.
  record MarkArmed(long entry) implements AtDesk {}

  /// Records that a tag could not be armed. Opens a staff task; the return or loan stands.
  record NotSecuredEffect(long entry, Code why) implements AtDesk {}

  /// Records that a set was returned without some of its parts. Opens a staff task.
  record ReportIncompleteSet(long entry, MissingParts missing) implements AtDesk {}

  /// Reports a return to the central system. Answered by [FlowEvent.ReturnSettled].
  ///
  /// @param handedOver moment of the return, for the fine; empty if no person waits for the answer
  record SettleReturn(long entry, Optional<EventTime> handedOver)
      implements AtDesk, AwaitedEffect {}

  /// Reads the patron's loans. Answered by [FlowEvent.LoansAnswered].
  record LoadLoans(long session, PatronId patron, Optional<Pin> pin)
      implements AtDesk, AwaitedEffect {}

  /// Renews a loan. Answered by [FlowEvent.RenewAnswered].
  record RenewEffect(long session, ItemId item, PatronId patron, Optional<Pin> pin)
      implements AtDesk, AwaitedEffect {}

  /// Reads the patron's charges and holds. Answered by [FlowEvent.AccountAnswered].
  record LoadAccount(long session, PatronId patron, Optional<Pin> pin)
      implements AtDesk, AwaitedEffect {}

  /// Places a hold for the patron. Answered by [FlowEvent.HoldAnswered].
  record PlaceHold(long session, ItemId item, PatronId patron, Optional<Pin> pin)
      implements AtDesk, AwaitedEffect {}

  /// Cancels a hold of the patron. Answered by [FlowEvent.HoldAnswered].
  record CancelHold(long session, HoldLine hold, PatronId patron, Optional<Pin> pin)
      implements AtDesk, AwaitedEffect {}

  /// Has the payment terminal take the sum owed, or a part of it. Answered by
  /// [FlowEvent.PaymentStepped] at each step, then by [FlowEvent.PaymentAnswered].
  record PayEffect(long session, PatronId patron, Optional<Pin> pin, PaymentRequest wish)
      implements AtDesk, AwaitedEffect {
    public Money sum() {
      return wish.amount();
    }
  }

  /// Asks the payment terminal to cancel the payment. The result comes as the answer of
  /// [PayEffect].
  record AbortPayment() implements AtDesk {}

  /// Asks what is owed on another patron's card. Answered by [FlowEvent.OtherTold].
  record AskOther(long session, PatronId patron, Optional<Pin> pin)
      implements AtDesk, AwaitedEffect {}

  /// Ends the patron's session at the desk and at the central system.
  record EndSessionEffect(PatronId patron) implements AtDesk {}

  /// Counts what the journal holds. Answered by [FlowEvent.CountsRead].
  record ReadCounts() implements AtOffice {}

  /// Reads the staff tasks. Answered by [FlowEvent.TasksRead].
  record ReadTasks() implements AtOffice {}

  /// Reads the payments of a day. Answered by [FlowEvent.CashUpRead].
  ///
  /// @param back days before today
  record ReadCashUp(int back) implements AtOffice {}

  /// Decrypts the card number of a staff task. Answered by [FlowEvent.CardNumberShown] after the
  /// access is on disk.
  ///
  /// @param by name of the person who asks for it
  record OpenCard(long entry, String by) implements AtOffice {}

  /// Closes a staff task. Answered by [FlowEvent.TasksRead].
  ///
  /// @param by name of the person who did the task
  record CloseStaffTaskEffect(long entry, String by, TaskReason how) implements AtOffice {}

  /// Asks where an item is. Answered by [FlowEvent.StandingTold].
  record AskStanding(ItemId item) implements AtDesk, AwaitedEffect {}

  // ---- the drop

  /// Writes to disk that an object fell into the drop and could not be read as an item. Answered by
  /// [FlowEvent.ObjectWritten].
  ///
  /// @param object number of the [DropSight.Passed]
  /// @param sign code for what could be read of it; empty if nothing could
  record WriteObject(long object, EventTime at, Optional<Duration> dark, Optional<Code> sign)
      implements DropEffect, AwaitedEffect {}

  /// Records which item an unread object is. Answered by [FlowEvent.ObjectIdentified].
  ///
  /// @param object number of the [DropSight.Passed]; another number if staff identify it in a task
  /// @param by who identified it: a name, `patron` or `station`
  /// @param tagged a tag of it was read and is armed next
  record IdentifyObject(long object, long entry, ItemId item, String by, boolean tagged)
      implements DropEffect, AwaitedEffect {}

  /// Adds a finding for staff to a journal entry.
  record ToldFinding(long entry, Code what) implements AtDesk {}

  /// Asks what digits typed in place of a barcode are. Answered by [FlowEvent.BarcodeRead], as if a
  /// scanner in the drop had read them.
  record JudgeAtDrop(String digits) implements Judging {}

  /// Reads what the journal knows of the drop; sent once, at the start. Answered by
  /// [FlowEvent.DropFound] and [FlowEvent.BinTold].
  ///
  /// @param closeAt percent at which the flap stays shut, from the site's settings
  record ReadBin(int closeAt) implements DropEffect {}

  /// Records a step at the drop, so that a restart knows of it. Has no answer.
  sealed interface DropMark extends DropEffect {}

  /// Records that a person begins to empty the bin.
  ///
  /// @param by name of that person
  record BeginEmptying(String by) implements DropMark {}

  /// Records that an emptying was abandoned. The bin is in place, or that is unknown.
  record LeaveEmptying() implements DropMark {}

  /// Records that the manifest of an emptying was printed.
  ///
  /// @param emptying number of the emptying's journal entry
  record MarkListed(long emptying) implements DropMark {}

  /// Records that these returns stand on a printed slip.
  record MarkOnSlip(List<Long> entries) implements DropMark {
    public MarkOnSlip {
      entries = List.copyOf(entries);
    }
  }

  /// Records that the bin was taken out. Answered by [FlowEvent.BinWritten].
  ///
  /// @param by name of the person who empties it; empty text if no person announced it
  /// @param counted number of objects in the bin
  record EmptyBinEffect(EventTime taken, String by, long counted, OptionalInt percent)
      implements DropEffect, AwaitedEffect {}

  /// Prints the manifest of a bin on the receipt printer. Answered by [FlowEvent.PrintJobEnded].
  ///
  /// @param at time to print on it
  record PrintManifest(long job, Language language, BinContents contents, OffsetDateTime at)
      implements ToDevice {}

  /// Sets the drop's lamp.
  record LightLamp(DropLamp lamp) implements ToDevice {}

  // ---- what is typed

  /// Asks what a typed number names, by the site's rules. Answered by [FlowEvent.TypedJudged].
  record JudgeTyped(long session, String typed) implements Judging {
    /// Hides the number, because it may be a card's.
    @Override
    public String toString() {
      return "JudgeTyped";
    }
  }

  // ---- devices

  /// Clears the security bit of a tag on the pad and reads it back. Answered by
  /// [FlowEvent.TagCleared].
  record ClearTag(long entry, String uid) implements ToDevice {}

  /// Sets the security bit of a tag and reads it back. Answered by [FlowEvent.TagArmed].
  record ArmTag(Place place, long entry, String uid) implements ToDevice {}

  /// Has the pad's reader list all tags again, because the station never acts on an older sighting.
  /// Answered by [FlowEvent.PlaceListed]; a silent reader sends no answer.
  record LookAnew() implements ToDevice {}

  /// Reads the security bit of a tag on the pad for a technician. Answered by
  /// [FlowEvent.SecurityRead].
  record ReadSecurityEffect(String uid) implements ToDevice {}

  /// Corrects the security bit of a tag on the pad for a technician. Answered by
  /// [FlowEvent.TagRepaired].
  ///
  /// @param to [PadTag.SecurityBit#ARMED] or [PadTag.SecurityBit#CLEARED]
  record RepairTag(String uid, PadTag.SecurityBit to) implements ToDevice {}

  /// Prints a receipt or slip. Answered by [FlowEvent.PrintJobEnded].
  record Print(long job, ReceiptContent receipt) implements ToDevice {}

  /// Prints a test page. Answered by [FlowEvent.PrintJobEnded].
  ///
  /// @param at time to print on it
  record PrintTestEffect(long job, Language language, OffsetDateTime at) implements ToDevice {}

  /// Prints the list of staff tasks. Answered by [FlowEvent.PrintJobEnded].
  ///
  /// @param at time to print on it
  record PrintTasksEffect(long job, Language language, List<StaffTask> tasks, OffsetDateTime at)
      implements ToDevice {
    public PrintTasksEffect {
      tasks = List.copyOf(tasks);
    }
  }

  /// Cancels the rest of a print job, so that the next person does not get it.
  record WithdrawPrint(long job) implements ToDevice {}

  /// Locks or unlocks the drop's flap. Answered by [FlowEvent.FlapLocked].
  record LockFlap(boolean locked) implements ToDevice {}

  record Beep(Sound sound) implements ToDevice {}

  /// Has a reader signal with its own beeper whether its last scan was accepted.
  record ScanJudged(StationFacts.DeviceRole reader, boolean good) implements ToDevice {}

  // ---- the technician's checks

  /// Closes the devices, examines them and opens them again. Answered by [FlowEvent.ChecksMoved] at
  /// each step.
  ///
  /// @param only id of the one check to run; empty for all
  record RunChecks(Optional<String> only) implements CheckEffect {}

  /// Ends the run of checks, after or in the check that is under way.
  record EndCheckRun() implements CheckEffect {}

  /// Runs a drop's check that measures an empty and a full bin. Answered by [FlowEvent.ChecksMoved]
  /// at each step.
  ///
  /// @param check id of the check
  record CalibrateEffect(String check) implements CheckEffect {}

  /// Reports to the check that the person did what was asked.
  record HandDoneEffect() implements CheckEffect {}

  /// Tries to repair a finding, then runs its check again. Answered by [FlowEvent.ChecksMoved].
  record MendEffect(String check, String code) implements CheckEffect {}

  /// Reads the figures of the health page. Answered by [FlowEvent.FiguresRead].
  ///
  /// @param month the last 30 days; otherwise the last 24 hours
  record ReadFigures(boolean month) implements CheckEffect {}

  /// Makes a support bundle. Answered by [FlowEvent.SupportBundleMade].
  record MakeBundleEffect() implements CheckEffect {}

  /// Reads the settings from the site's file.
  record ReadSetup() implements SettingUp {}

  /// Tries changed settings without writing them.
  ///
  /// @param changes new values by their keys
  record TrySetup(Map<String, String> changes) implements SettingUp {
    public TrySetup {
      changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    }

    /// Shows the keys only, because a value may be a PIN.
    @Override
    public String toString() {
      return "TrySetup[" + changes.keySet() + "]";
    }
  }

  /// Writes the settings that were tried last.
  ///
  /// @param by name of the person who does it
  record WriteSetup(String by) implements SettingUp {}

  /// Restores the previous version of the settings.
  ///
  /// @param by name of the person who does it
  record PutBackSetup(String by) implements SettingUp {}

  /// Closes the devices, looks for devices at all serial ports, and opens them again.
  record FindPortsEffect() implements SettingUp {}

  record EndPortSearch() implements SettingUp {}

  /// Ends the program in order and starts it again.
  record RestartStationEffect() implements SettingUp {}

  // ---- staff

  /// Asks whose technician PIN this is. Answered by [FlowEvent.TechnicianPinChecked].
  record CheckTechnicianPin(Pin pin) implements AtOffice {}

  /// Asks whether this is a staff card. Answered by [FlowEvent.StaffCardChecked].
  record CheckStaffCard(PatronId card) implements AtOffice {}

  /// Writes a line without personal data into the staff log.
  ///
  /// @param item the item that the line is about
  record LogStaff(StaffNote note, Optional<Code> code, Optional<ItemId> item) implements AtOffice {}

  /// Kind of a line in the staff log.
  enum StaffNote {
    /// The library charged another fine than this station calculates.
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
    /// The photo-eye saw a hand, or something else that is no object.
    DROP_DISTURBED,
    BIN_EMPTIED,
    /// The bin was taken out, and no person had announced it.
    BIN_GONE,
    /// Staff must look at an item.
    ITEM_FOR_STAFF,
    CARD_LEFT,
    /// A technician had the security bit of a tag written.
    TAG_SET_IN_STOCK,
    TAG_SET_LENT,
    TAG_NOT_SET,
    ANSWER_OVERDUE,
    /// The door of the cabinet was opened during a visit.
    DOOR_OPENED,
    /// The payment terminal cannot be used; patrons are sent to the staff desk.
    TERMINAL_AWAY,
    TERMINAL_BACK
  }
}
