package org.libstation.flow.state;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.libstation.circulation.Answer;
import org.libstation.circulation.BinContents;
import org.libstation.circulation.BinHistory;
import org.libstation.circulation.CashDay;
import org.libstation.circulation.DropUndone;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.HoldOutcome;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.ItemStanding;
import org.libstation.circulation.LoanLine;
import org.libstation.circulation.LoanOutcome;
import org.libstation.circulation.PatronAccount;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.PaymentOutcome;
import org.libstation.circulation.PaymentStep;
import org.libstation.circulation.RenewOutcome;
import org.libstation.circulation.ReturnOutcome;
import org.libstation.circulation.StaffList;
import org.libstation.circulation.UnarmedReturn;
import org.libstation.circulation.UntakenLoan;
import org.libstation.fines.FineExplained;
import org.libstation.flow.state.Screen.TestPrintState;
import org.libstation.flow.state.StationFacts.JournalCause;
import org.libstation.flow.state.StationFacts.JournalHealth;

/// An event reports to the flow what a person, a device, the desk, remote staff or the clock did.
public sealed interface FlowEvent {

  /// The clock's time. The flow gets it before every other event, and alone about once a second.
  record Tick(EventTime now) implements FlowEvent {}

  /// A key of the screen was pressed.
  record Pressed(Key key) implements FlowEvent {}

  /// A key was pressed on the drop's own panel.
  record PressedAtDrop(Key key) implements FlowEvent {}

  // ---- devices

  /// The card reader read a library card.
  record CardRead(PatronId patron) implements FlowEvent {}

  /// A card lies in the card reader now, or no longer. Only some card readers report this.
  record CardLies(boolean lies) implements FlowEvent {}

  /// The card reader read a tag that is no card of this library.
  ///
  /// @param item the tag belongs to a library item
  record NoCardRead(boolean item) implements FlowEvent {}

  /// A card was held before the card reader, but its number could not be read.
  ///
  /// @param why code for what was wrong
  record CardUnreadable(Code why) implements FlowEvent {}

  /// A scanner read a barcode. Digits typed at the drop arrive like this as well.
  record BarcodeRead(Place place, ScannedCode scan) implements FlowEvent {}

  /// A scanner read a code that matches no rule of the site. The site lets the screen decide
  /// whether it is an item or a card.
  record UnmatchedRead(Place place, ItemId asItem, PatronId asCard) implements FlowEvent {}

  /// Details of one scan, for the technician's screen only.
  record ScanExplained(ScanReport report) implements FlowEvent {}

  /// A reader sees a new tag.
  ///
  /// @param uid the tag's identifier as hex
  record TagArrived(Place place, String uid, TagReading reading, PadTag.SecurityBit security)
      implements FlowEvent {}

  /// A reader no longer sees a tag.
  record TagLeft(Place place, String uid) implements FlowEvent {}

  /// A reader has listed its whole field: each tag came as [TagArrived], each tag that is gone as
  /// [TagLeft]. Sent after the reader connects or reconnects, and after [Effect.LookAnew].
  record PlaceListed(Place place) implements FlowEvent {}

  /// Answers [Effect.ClearTag].
  record TagCleared(long entry, String uid, TagResult result) implements FlowEvent {}

  /// Answers [Effect.ArmTag].
  record TagArmed(long entry, String uid, TagResult result) implements FlowEvent {}

  /// Answers [Effect.ReadSecurityEffect].
  ///
  /// @param security empty if it could not be read
  record SecurityRead(String uid, Optional<PadTag.SecurityBit> security) implements FlowEvent {}

  /// Answers [Effect.RepairTag].
  record TagRepaired(String uid, PadTag.SecurityBit to, TagResult result) implements FlowEvent {}

  /// A print job ended, for instance one of [Effect.Print] or [Effect.PrintTestEffect].
  ///
  /// @param trouble empty if the printer reported none
  record PrintJobEnded(long job, Optional<PrintTrouble> trouble) implements FlowEvent {

    /// The result as a staff page shows it.
    public TestPrintState testPrint() {
      return trouble
          .<TestPrintState>map(
              bad -> new TestPrintState.Bad(bad.code(), bad.reason(), bad.finding()))
          .orElse(new TestPrintState.TestPrintGood());
    }
  }

  /// The condition of a device changed.
  record DeviceChanged(StationFacts.DeviceLine line) implements FlowEvent {}

  /// A headphone was plugged in or pulled out.
  record HeadphoneChanged(boolean in) implements FlowEvent {}

  /// An object begins to pass the drop's photo-eye.
  record DropObjectPassed() implements FlowEvent {}

  /// The drop's level sensor measured the bin.
  ///
  /// @param percent 0 to 100
  record BinFilled(int percent) implements FlowEvent {}

  /// All inputs of the drop, sent when one of them changed.
  ///
  /// @param doorOpen the door of the cabinet is open
  record DropChanged(boolean flapClosed, boolean binPresent, boolean doorOpen)
      implements FlowEvent {}

  /// The photo-eye's counter changed.
  ///
  /// @param items objects since the bin was emptied, or since the program started
  record BinCounted(long items) implements FlowEvent {}

  /// State of the drop's photo-eye, sent with each [DropChanged].
  record EyeSaw(boolean dark) implements FlowEvent {}

  /// The photo-eye is light again.
  ///
  /// @param lasted how long it had been dark, by the device's own clock
  record ShadowEnded(Duration lasted) implements FlowEvent {}

  /// Answers [Effect.LockFlap].
  ///
  /// @param locked what was asked for: locked or unlocked
  /// @param done the lock did it
  record FlapLocked(boolean locked, boolean done) implements FlowEvent {}

  // ---- the desk's answers

  /// Answers [Effect.IdentifyEffect]: the patron is known, or the card was refused.
  ///
  /// @param unfinished loans of this card from the last minutes that were accepted but not released
  record Identified(long session, Answer<PatronLook> look, List<LoanOutcome.Lent> unfinished)
      implements FlowEvent {
    public Identified {
      unfinished = List.copyOf(unfinished);
    }
  }

  /// Answers [Effect.LookAhead].
  ///
  /// @param look empty if the item is unknown or the central system did not answer
  record LookedAhead(long session, ItemId item, Optional<ItemLook> look) implements FlowEvent {}

  /// Answers [Effect.Lend].
  record LendAnswered(long session, LoanOutcome outcome) implements FlowEvent {}

  /// The mark *released* of a loan is on disk.
  record ReleasedWritten(long entry) implements FlowEvent {}

  /// A return is on disk.
  ///
  /// @param row number from [Effect.Receive]
  /// @param entry number of the return's journal entry
  record ReceivedWritten(long row, long entry) implements FlowEvent {}

  /// Loans of former runs whose items may still lie on the pad.
  record UntakenRead(List<UntakenLoan> loans) implements FlowEvent {
    public UntakenRead {
      loans = List.copyOf(loans);
    }
  }

  /// Returns of former runs whose tags may not have been armed.
  record UnarmedRead(List<UnarmedReturn> returns) implements FlowEvent {
    public UnarmedRead {
      returns = List.copyOf(returns);
    }
  }

  /// Answers [Effect.SettleReturn].
  ///
  /// @param fine the fine and its explanation; empty if nothing is overdue or known
  record ReturnSettled(ReturnOutcome outcome, Optional<FineExplained> fine) implements FlowEvent {}

  /// Answers [Effect.LoadLoans].
  record LoansAnswered(long session, Answer<List<LoanLine>> loans) implements FlowEvent {
    public LoansAnswered {
      loans = loans.map(List::copyOf);
    }
  }

  /// Reports progress of [Effect.LoadLoans].
  ///
  /// @param done number of loans looked up so far
  /// @param of number of loans to look up
  record LoansReached(long session, int done, int of) implements FlowEvent {}

  /// Answers [Effect.LoadAccount].
  ///
  /// @param unconfirmed the central system has not confirmed an earlier payment of this card
  record AccountAnswered(long session, Answer<PatronAccount> account, boolean unconfirmed)
      implements FlowEvent {
    public AccountAnswered(long session, Answer<PatronAccount> account) {
      this(session, account, false);
    }
  }

  /// Answers [Effect.PlaceHold] and [Effect.CancelHold].
  record HoldAnswered(long session, HoldOutcome outcome) implements FlowEvent {}

  /// The payment terminal asks the person for something.
  record PaymentStepped(long session, PaymentStep step) implements FlowEvent {}

  /// Answers [Effect.AskOther]: the account of another card that the patron wants to pay for.
  ///
  /// @param unconfirmed the central system has not confirmed an earlier payment of that card
  record OtherTold(long session, Answer<PatronLook> look, boolean unconfirmed)
      implements FlowEvent {
    public OtherTold(long session, Answer<PatronLook> look) {
      this(session, look, false);
    }
  }

  /// Answers [Effect.PayEffect].
  record PaymentAnswered(long session, PaymentOutcome outcome) implements FlowEvent {}

  /// Answers [Effect.RenewEffect].
  record RenewAnswered(long session, RenewOutcome outcome) implements FlowEvent {}

  /// An effect was not carried out because the journal could not be written. It lent, returned and
  /// renewed nothing.
  ///
  /// @param cause why the journal cannot be used; empty if unknown
  record NotWritten(Effect what, JournalHealth journal, Optional<JournalCause> cause)
      implements FlowEvent {}

  /// Answers [Effect.JudgeTyped].
  record TypedJudged(long session, ScannedCode scan) implements FlowEvent {}

  /// Answers [Effect.AskStanding].
  record StandingTold(ItemId item, ItemStanding standing) implements FlowEvent {}

  // ---- the drop

  /// Answers [Effect.WriteObject]: the unread object is on disk.
  ///
  /// @param object number of the [DropSight.Passed]
  record ObjectWritten(long object, long entry) implements FlowEvent {}

  /// Answers [Effect.IdentifyObject].
  ///
  /// @param object number of the [DropSight.Passed]
  /// @param back number of the return's journal entry; empty if the object cannot be this item
  record ObjectIdentified(long object, OptionalLong back, ItemId item) implements FlowEvent {}

  /// Work that former runs left unfinished at the drop; sent once, at the start.
  record DropFound(DropUndone undone) implements FlowEvent {}

  /// What the journal knows of the bin; sent once, at the start.
  ///
  /// @param closeAt percent at which the flap stays shut, from the site's settings
  /// @param inside number of objects in the bin
  record BinTold(int closeAt, BinHistory history, int inside) implements FlowEvent {}

  /// Answers [Effect.EmptyBinEffect]: the emptying is on disk.
  record BinWritten(BinContents contents) implements FlowEvent {}

  // ---- the station

  /// The health of the journal changed.
  ///
  /// @param cause why the journal cannot be used; empty if it can, or if unknown
  record JournalChanged(JournalHealth journal, Optional<JournalCause> cause) implements FlowEvent {}

  /// The link to the central system came up or went silent.
  record LinkChanged(StationFacts.LinkState link) implements FlowEvent {}

  /// Answers [Effect.CheckTechnicianPin].
  ///
  /// @param who name of the person whose PIN it is; empty if the PIN is wrong
  /// @param level what that person may do
  record TechnicianPinChecked(Optional<String> who, StaffLevel level) implements FlowEvent {}

  /// Answers [Effect.CheckStaffCard].
  ///
  /// @param who name of the card's holder; empty if it is no staff card
  record StaffCardChecked(Optional<String> who, StaffLevel level) implements FlowEvent {}

  /// Answers [Effect.ReadCounts].
  record CountsRead(StationFacts.JournalCounts counts) implements FlowEvent {}

  /// State of the policy feed that brings the library's rules.
  record PolicyTold(StationFacts.PolicyFacts policy) implements FlowEvent {}

  /// What a public notice suspends today.
  record SuspensionTold(Suspension suspension) implements FlowEvent {}

  /// The library's announcements and activities of today.
  record NewsTold(LibraryNews news) implements FlowEvent {}

  /// The library's opening hours.
  record OpeningTold(Opening opening) implements FlowEvent {}

  /// An administrator or remote staff want the program to start again as soon as no person is
  /// there.
  record RestartWished() implements FlowEvent {}

  /// Remote staff take the station out of service, or back into service. Ignored while a person is
  /// there; the sender repeats it until it has taken effect.
  record ServiceOrdered(boolean out) implements FlowEvent {}

  /// Remote staff want a dark screen lit.
  record LightOrdered() implements FlowEvent {}

  /// Remote staff want a manifest printed. Ignored while a person is there; the sender repeats it
  /// until [FlowState.KeptBetweenVisits#manifest()] has it.
  ///
  /// @param order id of the order
  record ManifestOrdered(String order, BinContents contents) implements FlowEvent {}

  /// The staff tasks, after [Effect.ReadTasks] or [Effect.CloseStaffTaskEffect].
  record TasksRead(StaffList list) implements FlowEvent {}

  /// Answers [Effect.ReadCashUp].
  ///
  /// @param back days before today, as asked for
  record CashUpRead(int back, CashDay day) implements FlowEvent {}

  /// Answers [Effect.OpenCard].
  ///
  /// @param card the whole card number; empty if none is kept, or this machine cannot decrypt it
  record CardNumberShown(long entry, Optional<PatronId> card) implements FlowEvent {}

  // ---- the technician's checks

  /// A run of the technician's checks went one step further.
  record ChecksMoved(CheckBoard board) implements FlowEvent {}

  /// Answers [Effect.ReadFigures].
  record FiguresRead(Figures figures) implements FlowEvent {}

  /// Answers [Effect.MakeBundleEffect].
  ///
  /// @param file path of the support bundle; empty if it could not be made
  record SupportBundleMade(Optional<String> file) implements FlowEvent {}

  /// Answers an [Effect.SettingUp].
  record SetupTold(SetupAnswer answer) implements FlowEvent {}

  // ---- what they carry

  /// Outcome of a command to a tag.
  enum TagResult {
    /// The tag was written and read back.
    DONE,
    /// The tag was not in the field.
    GONE,
    /// The tag refused, or other data were read back.
    FAILED,
    /// The reader could not be asked.
    NO_READER
  }

  /// Why a print job failed.
  ///
  /// @param code the printer's code
  /// @param begun a part of it may be on paper
  /// @param finding code of the finding whose words exist in every language; empty if none
  record PrintTrouble(String code, String reason, boolean begun, Optional<String> finding) {}
}
