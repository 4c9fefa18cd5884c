package org.libstation.flow.state;

import java.util.ArrayList;
import java.util.List;
import org.libstation.circulation.ItemId;

/// A key is what a person can press on a screen; it arrives as [FlowEvent.Pressed].
public sealed interface Key {

  // ---- which page takes which keys; any other does nothing there

  /// The page of staff's PIN.
  sealed interface OnPin extends OnIdentify, OnQuestion {}

  /// Pressed where it is asked who stands here.
  sealed interface OnIdentify extends Key {}

  /// Pressed where it is asked what came into the drop unread.
  sealed interface OnQuestion extends Key {}

  /// The number of a copy is typed.
  sealed interface OnEntry extends Key {}

  /// A sum is typed or paid.
  sealed interface OnPay extends Key {}

  /// Borrowing, returning, and the good-bye.
  sealed interface OnVisit extends OnAccount {}

  sealed interface OnAccount extends Key {}

  sealed interface OnReceipt extends Key {}

  /// The technician's page.
  sealed interface OnTechnician extends Key {}

  sealed interface OnTray extends Key {}

  sealed interface OnTasks extends Key {}

  sealed interface OnChecks extends Key {}

  sealed interface OnHealth extends Key {}

  sealed interface OnCashUp extends Key {}

  /// The two that every page has: on, and away.
  sealed interface OnAny
      extends OnPin,
          OnEntry,
          OnPay,
          OnVisit,
          OnReceipt,
          OnTechnician,
          OnTray,
          OnTasks,
          OnChecks,
          OnHealth,
          OnCashUp {}

  // ---- what they are for

  /// Begins or changes what the person came for.
  sealed interface Start extends OnVisit {}

  sealed interface Typing extends Key {}

  /// The access bar, the languages and the call for staff: work on every screen, never change the
  /// task.
  sealed interface Looks extends Key {}

  sealed interface RenewingKey extends OnAccount {}

  sealed interface Paging extends OnAccount, OnTray, OnTasks {}

  /// Charges, holds and paying, within the account.
  sealed interface Accounting extends OnAccount, OnTray {}

  /// For the technician.
  sealed interface ServiceKey extends Key {}

  /// Does something to things: pressed twice it must never do it to another than the first time.
  sealed interface ToThings extends Key {}

  /// Does something to one of several.
  sealed interface ToOne extends ToThings {}

  record StartBorrow() implements Start, OnPay {}

  record StartReturn() implements Start, OnIdentify {}

  record StartAccount() implements Start, OnIdentify {}

  /// @param digit 0 to 9
  record Digit(int digit) implements Typing, OnPin, OnEntry, OnPay {
    public Digit {
      if (digit < 0 || digit > 9) {
        throw new IllegalArgumentException("no digit: " + digit);
      }
    }

    /// Never tells the digit: it may belong to a PIN.
    @Override
    public String toString() {
      return "Digit";
    }
  }

  /// A character of a number that is no PIN.
  ///
  /// @param letter 0 to 9, A to Z, or `-`
  record Letter(char letter) implements Typing, OnEntry {
    public Letter {
      if (!isOne(letter)) {
        throw new IllegalArgumentException("no letter of a number: " + (int) letter);
      }
    }

    private static boolean isOne(char letter) {
      return (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z') || letter == '-';
    }

    /// What a keyboard or an input method sent, as it is written here: small letters as capitals,
    /// full-width ones (U+FF01 to U+FF5E) and the dashes of Chinese input as ASCII. All that
    /// belongs to no number is left out.
    public static List<Letter> of(String text) {
      List<Letter> letters = new ArrayList<>();
      for (int i = 0; i < text.length(); i++) {
        char each = text.charAt(i);
        char plain = each >= '\uFF01' && each <= '\uFF5E' ? (char) (each - 0xFEE0) : each;
        char dash = "\u2010\u2011\u2012\u2013\u2014\u2212".indexOf(plain) >= 0 ? '-' : plain;
        char capital = Character.toUpperCase(dash);
        if (isOne(capital)) {
          letters.add(new Letter(capital));
        }
      }
      return letters;
    }

    /// Never tells it.
    @Override
    public String toString() {
      return "Letter";
    }
  }

  /// Takes the last digit back.
  record Erase() implements Typing, OnPin, OnEntry, OnPay {}

  /// The primary key of the screen: check the PIN, finish with these items, done.
  record Confirm() implements OnAny {}

  /// Leave; asks back when something is open.
  record Leave() implements OnAny {}

  /// Stay: answers the idle warning and the question whether to leave.
  record Stay() implements OnQuestion {}

  /// How many items the person holds.
  sealed interface CountingKey extends OnVisit {}

  /// @param items 1 to 20
  record HowMany(int items) implements CountingKey {
    public HowMany {
      if (items < 1 || items > MOST) {
        throw new IllegalArgumentException("nobody holds " + items);
      }
    }

    /// No pad reads more.
    public static final int MOST = 20;
  }

  /// The number is not to be counted: it is right as it is seen, or the person does not want to
  /// say.
  record AsSeen() implements CountingKey {}

  /// For the end of a visit.
  sealed interface EndingKey extends OnReceipt {}

  /// The next card of the same visit.
  record NextCard() implements EndingKey, OnVisit {}

  /// Titles on the receipt, or none again.
  record ReceiptTitles() implements EndingKey {}

  /// Answers the choice of a receipt.
  record ChooseReceipt(ReceiptForm wish) implements EndingKey {
    public enum ReceiptForm {
      NONE,
      /// Without titles: the printed default.
      PLAIN,
      WITH_TITLES
    }
  }

  record SwitchLanguage(Language to) implements Looks {}

  record NextTextStep() implements Looks {}

  record ContrastKey() implements Looks {}

  record Slow() implements Looks {}

  record Reach() implements Looks {}

  record HideTitles() implements Looks {}

  /// Ask a librarian: tells staff and opens the sheet of help, or closes it; never changes the
  /// task.
  record CallStaff() implements Looks {}

  /// Reading aloud. Where it is off every one of them turns it on.
  sealed interface Speaking extends Looks {}

  /// Reads aloud, or no more.
  record ReadAloud() implements Speaking {}

  /// Says all of the screen again.
  record SayAgain() implements Speaking {}

  /// Says what would stand on the receipt.
  record SayReceipt() implements Speaking {}

  record Louder() implements Speaking {}

  record Softer() implements Speaking {}

  /// Opens the privacy notice.
  record ReadPrivacy() implements Looks {}

  /// Turns on what takes turns while nobody is here, or the pages of a sheet; after the last comes
  /// the first.
  record Leaf(LeafKind of) implements Looks {
    public enum LeafKind {
      NOTICES,
      ACTIVITIES,
      /// Of a sheet, which turns them itself: a sign that somebody reads.
      PAGES
    }
  }

  record RenewOne(ItemId item) implements RenewingKey, ToOne {}

  record RenewAll() implements RenewingKey, ToThings {}

  record ShowLoans() implements Accounting {}

  record ShowCharges() implements Accounting, OnIdentify, OnPay {}

  record ShowHolds() implements Accounting, OnEntry {}

  /// Opens the keyboard, to type the number of a copy.
  record TypeNumber() implements Accounting {}

  /// Pressed twice, the hold is given up.
  ///
  /// @param hold its place in the list, from 0
  record GiveUpHold(int hold) implements Accounting, ToOne {
    public GiveUpHold {
      if (hold < 0) {
        throw new IllegalArgumentException("no such hold: " + hold);
      }
    }
  }

  /// Pay what is chosen.
  record Pay() implements Accounting, OnPay {}

  /// A charge is left out of what is paid, or taken in again.
  ///
  /// @param charge its place in the list, from 0
  record TurnCharge(int charge) implements Accounting {
    public TurnCharge {
      if (charge < 0) {
        throw new IllegalArgumentException("no such charge: " + charge);
      }
    }
  }

  /// Opens the digits, to type what shall be paid.
  record TypeAmount() implements Accounting {}

  /// All that is owed is chosen again.
  record PayAll() implements Accounting {}

  /// The terminal shall give up.
  record StopPaying() implements OnPay {}

  /// Queue for a book that was not lent because others wait for it.
  record ReserveIt(ItemId item) implements OnVisit, ToOne {}

  record NextPage() implements Paging {}

  record PreviousPage() implements Paging {}

  /// Opens the technician's PIN.
  record Technician() implements ServiceKey {}

  record PrintTest() implements ServiceKey, OnTechnician {}

  /// Opens the check of what lies on the tray, or checks anew.
  record CheckTray() implements ServiceKey, OnTechnician, OnTray {}

  /// Sets the security bit of a tag on the tray to what it should be.
  ///
  /// @param uid the tag's identifier as hex
  record Repair(String uid) implements ServiceKey, OnTray, ToOne {}

  /// For staff's to-do list.
  sealed interface Tasks extends ServiceKey, OnTasks {}

  /// Opens the to-do list, or reads it anew.
  record OpenTasks() implements Tasks, OnTechnician {}

  /// @param entry its number in the journal
  record ChooseTask(long entry) implements Tasks {}

  /// Shows the whole card number of the chosen task; the opening is written down.
  record ShowCard() implements Tasks {}

  /// Closes the chosen task.
  record CloseTask(TaskReason how) implements Tasks {}

  record PrintTasks() implements Tasks {}

  /// Opens the emptying of the drop's bin.
  record EmptyBin() implements ServiceKey, OnTechnician {}

  /// For the checks and the health page.
  sealed interface CheckKey extends ServiceKey {}

  /// Runs all checks.
  record OpenChecks() implements CheckKey, OnTechnician, OnChecks, OnHealth {}

  /// Ends the run after, or in, the check that is under way.
  record StopChecks() implements CheckKey, OnChecks {}

  /// Shows the next thing that was found; after the last the first.
  record NextFinding() implements CheckKey, OnChecks {}

  /// Tries the fix, then looks once more.
  record Mend(String check, String code) implements CheckKey, OnChecks, ToOne {}

  /// Runs this check alone.
  record CheckAgain(String check) implements CheckKey, OnChecks, ToOne {}

  /// Measures the level sensor of a drop over an empty and over a full bin.
  record Calibrate(String check) implements CheckKey, OnChecks {}

  /// What a hand was asked for is done.
  record HandDone() implements CheckKey, OnChecks {}

  /// Opens the health page, or reads it anew.
  record OpenHealth() implements CheckKey, OnTechnician, OnChecks, OnHealth {}

  /// The last 30 days, or the last 24 hours again.
  record OtherSpan() implements CheckKey, OnHealth {}

  record MakeBundle() implements CheckKey, OnHealth {}

  /// Opens a day's cash-up, or reads it anew.
  ///
  /// @param back days before today
  record OpenCashUp(int back) implements ServiceKey, OnTechnician, OnCashUp {
    public OpenCashUp {
      if (back < 0 || back > MOST) {
        throw new IllegalArgumentException("no day of this page is " + back + " days back");
      }
    }

    /// For older days there is the command.
    public static final int MOST = 31;
  }

  /// For changing settings by hand.
  sealed interface Setting extends ServiceKey {}

  /// Opens it.
  record OpenSetup() implements Setting, OnTechnician {}

  record ChooseGroup(String id) implements Setting {}

  /// What a calibration measured goes into the settings of that device.
  record KeepCalibration(String check) implements Setting, OnChecks {}

  record ChooseField(String field) implements Setting {}

  /// An entry of a list, by its number.
  record ChooseEntry(int number) implements Setting {}

  /// One more entry.
  record AddEntry() implements Setting {}

  /// Takes the entry out that is shown, or keeps it after all.
  record TakeEntryOut() implements Setting {}

  record ChooseValue(String value) implements Setting {}

  /// A character of a value.
  record Sign(char sign) implements Setting {}

  /// Small letters or capitals on the keyboard.
  record OtherLetters() implements Setting {}

  /// Asks at all serial ports who is there.
  record FindPorts() implements Setting {}

  record StopFinding() implements Setting {}

  /// @param row of the ports that were found, from 0
  record TakePort(int row) implements Setting {
    public TakePort {
      if (row < 0) {
        throw new IllegalArgumentException("no such port: " + row);
      }
    }
  }

  /// Tries what was gathered, and shows what would differ in the file.
  record ShowChanges() implements Setting {}

  record WriteSettings() implements Setting {}

  /// Puts the version before back.
  record PutBackSettings() implements Setting {}

  record RestartStation() implements Setting {}

  /// A technician looked at the journal that was set aside: lending may go on.
  record AllowLending() implements ServiceKey, OnTechnician {}
}
