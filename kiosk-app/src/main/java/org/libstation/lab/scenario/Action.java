package org.libstation.lab.scenario;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// One line of a scenario: an action or an expectation.
public sealed interface Action {

  /// Holds a barcode before the scanner.
  record ScanAction(String code) implements Action {}

  /// Lays items on the pad.
  record PlaceItems(List<String> items) implements Action {}

  /// Takes items off the pad; an empty list means all.
  record Lift(List<String> items) implements Action {}

  /// Lays a card with a tag at its place, or takes it away.
  ///
  /// @param code of the card; empty when it is taken away
  record CardLaid(Optional<String> code) implements Action {}

  /// Pushes an item into the book drop.
  record DropAction(String item) implements Action {}

  /// An event at the book drop.
  record AtDrop(DropDeed what) implements Action {
    /// Kinds of events at the drop.
    public enum DropDeed {
      FLAP_OPEN,
      FLAP_SHUT,
      /// An object without a tag falls in.
      UNTAGGED,
      /// The object in the slot falls past the photo-eye; the flap does not move.
      FALLS,
      /// A thin object falls past: dark for hardly longer than the shortest time that counts.
      THIN,
      /// An object comes before the photo-eye and stays.
      EYE_DARK,
      /// The object leaves the photo-eye.
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

  /// Holds an item into the slot until it is read, and takes it out again.
  record HoldIn(String item) implements Action {}

  /// Items come before the drop's reader, or leave its reach: taken out again, or sunk into the
  /// bin.
  ///
  /// @param items barcodes, or [#FOREIGN] for an item of another library
  record DropSlotAction(List<String> items, boolean in) implements Action {
    /// An item of another library.
    public static final String FOREIGN = "foreign";

    public DropSlotAction {
      items = List.copyOf(items);
    }
  }

  /// Begins a row of the table in `docs/patron-services/book-drop.md`: entries written from here
  /// count.
  record BeginTableRow(String id) implements Action {}

  /// Lets time pass, if the length of an event decides what it is.
  record WaitAction(Duration time) implements Action {}

  /// Fills the bin.
  ///
  /// @param percent 0 = empty, 100 = full
  record Fill(int percent) implements Action {}

  /// Changes a setting of the site: the station is ended in order and started again with it.
  record SettingAction(String key, String value) implements Action {}

  /// Makes an item's tag confirm a new security byte but keep the old one, or obey again.
  record Deaf(String item, boolean deaf) implements Action {}

  /// Presses a key of the screen.
  ///
  /// @param argument what the key concerns (an item, a language); empty if it needs none
  record Press(String key, Optional<String> argument) implements Action {}

  /// Types digits on the keypad and confirms them.
  record TypePin(String digits) implements Action {}

  /// Types the digits of a barcode on the screen and confirms them.
  record TypeDigits(String digits) implements Action {}

  /// Pulls out the network cable or plugs it in again.
  record Cable(boolean in) implements Action {}

  /// Gives the embedded library one of its own commands for a fault (`lose-reply 11`).
  record LibraryFault(String command) implements Action {}

  /// Changes the paper of the receipt printer.
  record Paper(PaperState state) implements Action {}

  enum PaperState {
    OUT,
    NEAR_END,
    IN
  }

  /// Unplugs a device or plugs it in again.
  record Plug(String device, boolean in) implements Action {}

  /// Gives a device one of the faults that its twin knows.
  ///
  /// @param fault its name
  record FaultAction(String device, String fault, List<String> arguments) implements Action {
    public FaultAction {
      arguments = List.copyOf(arguments);
    }
  }

  /// Ends all lasting faults of a device.
  record Heal(String device) implements Action {}

  /// Cuts the station's power, at once or as soon as an item's row has a state.
  record PowerCut(Optional<RowState> when) implements Action {}

  /// Switches power on; the station starts.
  record PowerOn() implements Action {}

  /// Sets another time: station and library are ended and started again with their clocks at this
  /// moment.
  record TimeIs(OffsetDateTime moment) implements Action {}

  /// Expects a state within a time.
  record Expect(Expectation what, Duration within) implements Action {}

  /// Pattern of a lamp.
  enum ExpectedLamp {
    STEADY,
    QUICK,
    SLOW,
    OFF
  }

  /// A row of the screen.
  ///
  /// @param state the row's state as `docs/developer/scenarios.md` names it
  record RowState(String item, String state) {}

  /// A state that can be expected.
  sealed interface Expectation {

    record ScreenIs(String name) implements Expectation {}

    /// @param code the short code beside the row; empty if it does not matter
    record RowIs(RowState row, Optional<String> code) implements Expectation {}

    record LanguageIs(String language) implements Expectation {}

    /// The screen is read aloud, or not.
    record SpeechIs(boolean on) implements Expectation {}

    /// Whether the station counts its central system as reachable.
    record LinkIs(boolean online) implements Expectation {}

    /// A device is `connecting`, `ready` or `needs-hand`.
    record DeviceIs(String device, String state) implements Expectation {}

    /// Number of tags that the station sees on the pad.
    record TagsAre(int count) implements Expectation {}

    /// @param state as in the screen's state
    record PaymentIs(String state) implements Expectation {}

    /// @param sum such as `86.00 HKD`
    record OwedIs(String sum) implements Expectation {}

    /// The screen shows a code: of a notice, of a problem with a card, or why it is out of service.
    ///
    /// @param code `none` when it shows no code
    record CodeIs(String code) implements Expectation {}

    /// The newest receipt contains a text.
    record ReceiptContains(String text) implements Expectation {}

    /// Number of open journal entries, without those that are with staff.
    record JournalOpen(int count) implements Expectation {}

    /// Number of journal entries that are with staff.
    record StaffLines(int count) implements Expectation {}

    /// The borrower of the item in the embedded library's ledger; empty = not on loan.
    record OnLoanTo(String item, Optional<String> card) implements Expectation {}

    /// Fill level that the sensor of the drop reports.
    ///
    /// @param percent 0 = empty, 100 = full
    record BinIs(int percent) implements Expectation {}

    /// Pattern of the drop's lamp.
    record LampIs(ExpectedLamp pattern) implements Expectation {}

    /// What was written since the row began, in the words of its table.
    record WrittenIs(String words) implements Expectation {}

    /// Item by item, the journal and the library's ledger agree.
    record BooksAgree() implements Expectation {}
  }
}
