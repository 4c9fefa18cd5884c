package org.libstation.lab.scenario;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// What one line of a scenario does, or expects.
public sealed interface Action {

  /// A barcode is held before the scanner.
  record ScanAction(String code) implements Action {}

  /// Items are laid on the pad.
  record PlaceItems(List<String> items) implements Action {}

  /// Items are taken off the pad; an empty list means all.
  record Lift(List<String> items) implements Action {}

  /// A card with a tag is laid at its place, or taken.
  ///
  /// @param code of the card; empty when it is taken
  record CardLaid(Optional<String> code) implements Action {}

  /// An item is pushed into the book drop.
  record DropAction(String item) implements Action {}

  /// Something happens at the book drop.
  record AtDrop(DropDeed what) implements Action {
    public enum DropDeed {
      FLAP_OPEN,
      FLAP_SHUT,
      /// Something without a tag falls in.
      UNTAGGED,
      /// What slid in falls past the photo-eye; the flap stays as it is.
      FALLS,
      /// Something thin falls past: dark for hardly longer than what counts.
      THIN,
      /// Something comes before the photo-eye, and stays.
      EYE_DARK,
      /// It is gone again.
      EYE_LIGHT,
      /// An item with another library's tag falls in.
      FOREIGN,
      /// A hand reaches in and is taken out again.
      HAND,
      DOOR_OPEN,
      DOOR_SHUT,
      BIN_OUT,
      BIN_IN
    }
  }

  /// An item is held into the slot until it is read, and taken out again.
  record HoldIn(String item) implements Action {}

  /// Items come before the reader of the drop, or leave its reach: taken out again, or sunk into
  /// the bin.
  ///
  /// @param items barcodes, or [#FOREIGN] for one of another library's
  record DropSlotAction(List<String> items, boolean in) implements Action {
    /// Another library's item.
    public static final String FOREIGN = "foreign";

    public DropSlotAction {
      items = List.copyOf(items);
    }
  }

  /// A row of the table of `docs/book-drop.md` begins: what is written counts from here.
  record BeginTableRow(String id) implements Action {}

  /// Time passes, where how long something lasts tells what it is.
  record WaitAction(Duration time) implements Action {}

  /// The bin fills.
  ///
  /// @param percent 0 = empty, 100 = full
  record Fill(int percent) implements Action {}

  /// The site has another setting: the station is ended in order and started again with it.
  record SettingAction(String key, String value) implements Action {}

  /// The tag of an item says yes to a new security byte and keeps the old one, or obeys again.
  record Deaf(String item, boolean deaf) implements Action {}

  /// A key of the screen is pressed.
  ///
  /// @param argument what the key is about (an item, a language), when it needs it
  record Press(String key, Optional<String> argument) implements Action {}

  /// Digits are typed on the keypad and confirmed.
  record TypePin(String digits) implements Action {}

  /// The digits of a barcode are typed on the screen and confirmed.
  record TypeDigits(String digits) implements Action {}

  /// The network cable is pulled out or put back.
  record Cable(boolean in) implements Action {}

  /// The embedded library misbehaves, by its own command words (`lose-reply 11`).
  record LibraryFault(String command) implements Action {}

  record Paper(PaperState state) implements Action {}

  enum PaperState {
    OUT,
    NEAR_END,
    IN
  }

  /// A device is unplugged or plugged in again.
  record Plug(String device, boolean in) implements Action {}

  /// A device has one of the faults its twin can be told to have.
  ///
  /// @param fault its name
  record FaultAction(String device, String fault, List<String> arguments) implements Action {
    public FaultAction {
      arguments = List.copyOf(arguments);
    }
  }

  /// Every lasting fault of a device ends.
  record Heal(String device) implements Action {}

  /// The station loses power, at once or as soon as an item's row is in a state.
  record PowerCut(Optional<RowState> when) implements Action {}

  /// Power comes back and the station starts.
  record PowerOn() implements Action {}

  /// It is another time of day: station and library are ended and started again, and their clocks
  /// go on from there.
  record TimeIs(OffsetDateTime moment) implements Action {}

  /// Something must be so within a time.
  record Expect(Expectation what, Duration within) implements Action {}

  /// How a lamp burns.
  enum ExpectedLamp {
    STEADY,
    QUICK,
    SLOW,
    OFF
  }

  /// A row of the screen.
  ///
  /// @param state the row's state as `docs/scenarios.md` names it
  record RowState(String item, String state) {}

  /// What can be expected.
  sealed interface Expectation {

    record ScreenIs(String name) implements Expectation {}

    /// @param code the short code beside the row, when it matters
    record RowIs(RowState row, Optional<String> code) implements Expectation {}

    record LanguageIs(String language) implements Expectation {}

    /// The screen is read aloud.
    record SpeechIs(boolean on) implements Expectation {}

    record LinkIs(boolean online) implements Expectation {}

    /// A device is `connecting`, `ready` or `needs-hand`.
    record DeviceIs(String device, String state) implements Expectation {}

    /// So many tags lie on the pad, as far as the station knows.
    record TagsAre(int count) implements Expectation {}

    /// @param state as the screen's state has it
    record PaymentIs(String state) implements Expectation {}

    /// @param sum such as `86.00 HKD`
    record OwedIs(String sum) implements Expectation {}

    /// The screen tells a code: a notice, a card's problem, why it is out of service.
    ///
    /// @param code `none` when it tells no code
    record CodeIs(String code) implements Expectation {}

    /// The newest receipt contains a text.
    record ReceiptContains(String text) implements Expectation {}

    /// So many journal entries are open, staff's apart.
    record JournalOpen(int count) implements Expectation {}

    record StaffLines(int count) implements Expectation {}

    /// The embedded library's ledger: who has the item; empty = nobody.
    record OnLoanTo(String item, Optional<String> card) implements Expectation {}

    /// The sensor of the drop says so.
    ///
    /// @param percent 0 = empty, 100 = full
    record BinIs(int percent) implements Expectation {}

    /// The lamp of the drop burns so.
    record LampIs(ExpectedLamp pattern) implements Expectation {}

    /// What was written since the row began, in the words of its table.
    record WrittenIs(String words) implements Expectation {}

    /// Item by item, the journal and the library's ledger agree.
    record BooksAgree() implements Expectation {}
  }
}
