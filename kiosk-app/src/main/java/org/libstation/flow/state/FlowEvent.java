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

/// An event tells the flow that something happened: by a person, a device, the desk or the clock.
public sealed interface FlowEvent {

  /// What the clock says; stepped before every other event, and on its own about once a second.
  record Tick(EventTime now) implements FlowEvent {}

  /// A key of the screen was pressed.
  record Pressed(Key key) implements FlowEvent {}

  /// A key of the panel that the drop of a station has for itself.
  record PressedAtDrop(Key key) implements FlowEvent {}

  // ---- devices

  /// A card was read by a card reader.
  record CardRead(PatronId patron) implements FlowEvent {}

  /// A reader for cards that can tell says whether one lies there now.
  record CardLies(boolean lies) implements FlowEvent {}

  /// Something was held before a reader for cards that is none of the library's.
  ///
  /// @param item it is an item of a library
  record NoCardRead(boolean item) implements FlowEvent {}

  /// A card was held before a reader for cards, and no number could be taken from it.
  ///
  /// @param why what is said of it
  record CardUnreadable(Code why) implements FlowEvent {}

  record BarcodeRead(Place place, ScannedCode scan) implements FlowEvent {}

  /// A code that no rule of the site knows, where the site lets the screen decide what it is.
  record UnmatchedRead(Place place, ItemId asItem, PatronId asCard) implements FlowEvent {}

  /// All about one scan, for the technician's screen alone.
  record ScanExplained(ScanReport report) implements FlowEvent {}

  /// @param uid the tag's identifier as hex
  record TagArrived(Place place, String uid, TagReading reading, PadTag.SecurityBit security)
      implements FlowEvent {}

  record TagLeft(Place place, String uid) implements FlowEvent {}

  /// After the reader was connected (again), and after an [Effect.LookAnew]: what lies there now
  /// has been said by [TagArrived], and all that is gone by [TagLeft].
  record PlaceListed(Place place) implements FlowEvent {}

  /// [Effect.ClearTag] ended.
  record TagCleared(long entry, String uid, TagResult result) implements FlowEvent {}

  /// [Effect.ArmTag] ended.
  record TagArmed(long entry, String uid, TagResult result) implements FlowEvent {}

  /// [Effect.ReadSecurityEffect] ended.
  ///
  /// @param security empty when it could not be read
  record SecurityRead(String uid, Optional<PadTag.SecurityBit> security) implements FlowEvent {}

  /// [Effect.RepairTag] ended.
  record TagRepaired(String uid, PadTag.SecurityBit to, TagResult result) implements FlowEvent {}

  /// [Effect.Print] or [Effect.PrintTestEffect] ended.
  record PrintJobEnded(long job, Optional<PrintTrouble> trouble) implements FlowEvent {

    /// As a page of staff shows it.
    public TestPrintState testPrint() {
      return trouble
          .<TestPrintState>map(
              bad -> new TestPrintState.Bad(bad.code(), bad.reason(), bad.finding()))
          .orElse(new TestPrintState.TestPrintGood());
    }
  }

  record DeviceChanged(StationFacts.DeviceLine line) implements FlowEvent {}

  /// A headphone was plugged in or pulled out.
  record HeadphoneChanged(boolean in) implements FlowEvent {}

  /// Something passed the photo-eye of the drop.
  record DropObjectPassed() implements FlowEvent {}

  /// @param percent 0 to 100
  record BinFilled(int percent) implements FlowEvent {}

  /// What the inputs of the drop say, when one of them changed.
  record DropChanged(boolean flapClosed, boolean binPresent, boolean doorOpen)
      implements FlowEvent {}

  /// @param items in the bin since it was emptied
  record BinCounted(long items) implements FlowEvent {}

  /// What the photo-eye of the drop says, when it says something.
  record EyeSaw(boolean dark) implements FlowEvent {}

  /// The photo-eye is light again.
  ///
  /// @param lasted how long it had been dark, by the device's own clock
  record ShadowEnded(Duration lasted) implements FlowEvent {}

  record FlapLocked(boolean locked, boolean done) implements FlowEvent {}

  // ---- the desk's answers

  /// It is known, or refused, who stands here.
  ///
  /// @param unfinished loans of this card within the last minutes that were accepted and not
  ///   released
  record Identified(long session, Answer<PatronLook> look, List<LoanOutcome.Lent> unfinished)
      implements FlowEvent {
    public Identified {
      unfinished = List.copyOf(unfinished);
    }
  }

  record LookedAhead(long session, ItemId item, Optional<ItemLook> look) implements FlowEvent {}

  record LendAnswered(long session, LoanOutcome outcome) implements FlowEvent {}

  /// "Released" is on disk.
  record ReleasedWritten(long entry) implements FlowEvent {}

  /// A return is on disk.
  ///
  /// @param row as given in [Effect.Receive]
  record ReceivedWritten(long row, long entry) implements FlowEvent {}

  /// What former runs lent, as far as it may still lie on the pad.
  record UntakenRead(List<UntakenLoan> loans) implements FlowEvent {
    public UntakenRead {
      loans = List.copyOf(loans);
    }
  }

  /// Returns of a former run whose arming was cut short.
  record UnarmedRead(List<UnarmedReturn> returns) implements FlowEvent {
    public UnarmedRead {
      returns = List.copyOf(returns);
    }
  }

  /// @param fine what it costs and why; empty where nothing is overdue, or nothing is known
  record ReturnSettled(ReturnOutcome outcome, Optional<FineExplained> fine) implements FlowEvent {}

  record LoansAnswered(long session, Answer<List<LoanLine>> loans) implements FlowEvent {
    public LoansAnswered {
      loans = loans.map(List::copyOf);
    }
  }

  /// The list of loans takes its time.
  ///
  /// @param done how many loans were looked up so far
  record LoansReached(long session, int done, int of) implements FlowEvent {}

  /// @param unconfirmed the central system has not confirmed an earlier payment of this card
  record AccountAnswered(long session, Answer<PatronAccount> account, boolean unconfirmed)
      implements FlowEvent {
    public AccountAnswered(long session, Answer<PatronAccount> account) {
      this(session, account, false);
    }
  }

  record HoldAnswered(long session, HoldOutcome outcome) implements FlowEvent {}

  /// The payment terminal asks the person for something.
  record PaymentStepped(long session, PaymentStep step) implements FlowEvent {}

  /// What the central system says of a card that somebody else pays for.
  ///
  /// @param unconfirmed the central system has not confirmed an earlier payment of that card
  record OtherTold(long session, Answer<PatronLook> look, boolean unconfirmed)
      implements FlowEvent {
    public OtherTold(long session, Answer<PatronLook> look) {
      this(session, look, false);
    }
  }

  record PaymentAnswered(long session, PaymentOutcome outcome) implements FlowEvent {}

  record RenewAnswered(long session, RenewOutcome outcome) implements FlowEvent {}

  /// An effect could not be carried out because the journal could not be written: nothing was lent,
  /// taken back or renewed by it.
  ///
  /// @param cause why the journal cannot be used, where that is known
  record NotWritten(Effect what, JournalHealth journal, Optional<JournalCause> cause)
      implements FlowEvent {}

  record TypedJudged(long session, ScannedCode scan) implements FlowEvent {}

  record StandingTold(ItemId item, ItemStanding standing) implements FlowEvent {}

  // ---- the drop

  /// [Effect.WriteObject] is on disk.
  record ObjectWritten(long object, long entry) implements FlowEvent {}

  /// [Effect.IdentifyObject] ended.
  ///
  /// @param back number of the return; empty when it cannot be this item
  record ObjectIdentified(long object, OptionalLong back, ItemId item) implements FlowEvent {}

  /// What former runs left undone at the drop, once at the start.
  record DropFound(DropUndone undone) implements FlowEvent {}

  /// What the journal knows of the bin, once at the start.
  ///
  /// @param closeAt percent from which on the flap stays shut, by the site
  /// @param inside objects in the bin
  record BinTold(int closeAt, BinHistory history, int inside) implements FlowEvent {}

  /// [Effect.EmptyBinEffect] is on disk.
  record BinWritten(BinContents contents) implements FlowEvent {}

  // ---- the station

  /// @param cause why it cannot be used; empty when it can
  record JournalChanged(JournalHealth journal, Optional<JournalCause> cause) implements FlowEvent {}

  record LinkChanged(StationFacts.LinkState link) implements FlowEvent {}

  /// @param who typed it, by name; empty when it is nobody's PIN
  /// @param level what they may do
  record TechnicianPinChecked(Optional<String> who, StaffLevel level) implements FlowEvent {}

  /// @param who whose card it is, by name; empty when it is no staff card
  record StaffCardChecked(Optional<String> who, StaffLevel level) implements FlowEvent {}

  record CountsRead(StationFacts.JournalCounts counts) implements FlowEvent {}

  /// What a feed of rules told, or did not.
  record PolicyTold(StationFacts.PolicyFacts policy) implements FlowEvent {}

  /// What a public notice stops today.
  record SuspensionTold(Suspension suspension) implements FlowEvent {}

  /// What the library announces today.
  record NewsTold(LibraryNews news) implements FlowEvent {}

  /// When the library is open.
  record OpeningTold(Opening opening) implements FlowEvent {}

  /// Whoever looks after this machine wants the program to start again as soon as nobody is there.
  record RestartWished() implements FlowEvent {}

  /// Staff far away take the station out of service, or back. Not heard while somebody is there: to
  /// be said again until it is so.
  record ServiceOrdered(boolean out) implements FlowEvent {}

  /// Staff far away want a dark screen lit.
  record LightOrdered() implements FlowEvent {}

  /// Staff far away want a manifest printed. Not heard while somebody is there: to be said again
  /// until [FlowState.KeptBetweenVisits#manifest()] has it.
  ///
  /// @param order its id
  record ManifestOrdered(String order, BinContents contents) implements FlowEvent {}

  record TasksRead(StaffList list) implements FlowEvent {}

  /// @param back as it was asked for
  record CashUpRead(int back, CashDay day) implements FlowEvent {}

  /// @param card empty when none is kept, or this machine cannot open it
  record CardNumberShown(long entry, Optional<PatronId> card) implements FlowEvent {}

  // ---- the technician's checks

  record ChecksMoved(CheckBoard board) implements FlowEvent {}

  record FiguresRead(Figures figures) implements FlowEvent {}

  /// @param file where it lies; empty when it could not be made
  record SupportBundleMade(Optional<String> file) implements FlowEvent {}

  /// What came of an [Effect.SettingUp].
  record SetupTold(SetupAnswer answer) implements FlowEvent {}

  // ---- what they carry

  /// How a command to a tag ended.
  enum TagResult {
    /// Written and read back.
    DONE,
    /// Not in the field.
    GONE,
    /// Refused, or read back different.
    FAILED,
    /// The reader could not be asked.
    NO_READER
  }

  /// @param code of the printer
  /// @param begun whether some of it may be on paper
  ///
  /// @param finding code of the finding that has words for it in every language; empty for none
  record PrintTrouble(String code, String reason, boolean begun, Optional<String> finding) {}
}
