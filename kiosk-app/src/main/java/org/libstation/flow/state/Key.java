package org.libstation.flow.state;

import java.util.ArrayList;
import java.util.List;
import org.libstation.circulation.ItemId;

/// A key that a person can press on a screen. It reaches the flow as [FlowEvent.Pressed].
public sealed interface Key {

  // ---- which page takes which keys; other keys do nothing there

  /// Keys of the page where staff type a PIN.
  sealed interface OnPin extends OnIdentify, OnQuestion {}

  /// Keys of the page that asks for card and PIN.
  sealed interface OnIdentify extends Key {}

  /// Keys of the question about an unread object in the drop.
  sealed interface OnQuestion extends Key {}

  /// Keys of the page where the number of a copy is typed.
  sealed interface OnEntry extends Key {}

  /// Keys of the page where a sum is typed or paid.
  sealed interface OnPay extends Key {}

  /// Keys of borrowing, returning, and the good-bye.
  sealed interface OnVisit extends OnAccount {}

  sealed interface OnAccount extends Key {}

  sealed interface OnReceipt extends Key {}

  /// Keys of the technician's page.
  sealed interface OnTechnician extends Key {}

  sealed interface OnTray extends Key {}

  sealed interface OnTasks extends Key {}

  sealed interface OnChecks extends Key {}

  sealed interface OnHealth extends Key {}

  sealed interface OnCashUp extends Key {}

  /// The two keys that every page has: [Confirm] and [Leave].
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

  // ---- what keys are for

  /// Begins or changes what the person came for.
  sealed interface Start extends OnVisit {}

  sealed interface Typing extends Key {}

  /// The access bar, the languages and the call for staff. They work on every screen and never
  /// change the task.
  sealed interface Looks extends Key {}

  sealed interface RenewingKey extends OnAccount {}

  sealed interface Paging extends OnAccount, OnTray, OnTasks {}

  /// Keys for loans, charges, holds and paying within the account.
  sealed interface Accounting extends OnAccount, OnTray {}

  /// Keys for technicians and other staff.
  sealed interface ServiceKey extends Key {}

  /// Keys that act on items or other things. A second press of the same key must never act on
  /// another thing.
  sealed interface ToThings extends Key {}

  /// Keys that act on one of several things.
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

    /// Hides the digit, because it may belong to a PIN.
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

    /// Converts text from a keyboard or input method. Small letters become capitals; full-width
    /// characters (U+FF01 to U+FF5E) and the dashes of Chinese input become ASCII. Other characters
    /// are left out.
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

    /// Hides the character.
    @Override
    public String toString() {
      return "Letter";
    }
  }

  /// Deletes the last digit or character.
  record Erase() implements Typing, OnPin, OnEntry, OnPay {}

  /// The primary key of the screen, for instance: check the PIN, finish with these items, done.
  record Confirm() implements OnAny {}

  /// Leaves the page or the visit. The station asks again if something is open.
  record Leave() implements OnAny {}

  /// Stays: answers the idle warning and the question whether to leave.
  record Stay() implements OnQuestion {}

  /// Says how many items the person holds.
  sealed interface CountingKey extends OnVisit {}

  /// @param items 1 to 20
  record HowMany(int items) implements CountingKey {
    public HowMany {
      if (items < 1 || items > MOST) {
        throw new IllegalArgumentException("nobody holds " + items);
      }
    }

    /// Largest number that can be entered; no pad reads more items.
    public static final int MOST = 20;
  }

  /// The person does not count: the number that was read is right, or they do not want to say.
  record AsSeen() implements CountingKey {}

  /// Keys for the end of a visit.
  sealed interface EndingKey extends OnReceipt {}

  /// Goes on with another card in the same visit.
  record NextCard() implements EndingKey, OnVisit {}

  /// Turns titles on the receipt on or off.
  record ReceiptTitles() implements EndingKey {}

  /// Chooses a receipt.
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

  /// Calls a librarian: tells staff and opens the help sheet, or closes it. Never changes the task.
  record CallStaff() implements Looks {}

  /// Keys of reading aloud. If it is off, each of them turns it on.
  sealed interface Speaking extends Looks {}

  /// Turns reading aloud on or off.
  record ReadAloud() implements Speaking {}

  /// Reads the whole screen again.
  record SayAgain() implements Speaking {}

  /// Reads what a receipt would say.
  record SayReceipt() implements Speaking {}

  record Louder() implements Speaking {}

  record Softer() implements Speaking {}

  /// Opens the privacy notice.
  record ReadPrivacy() implements Looks {}

  /// Turns to the next notice or activity of the start screen, or page of a sheet. The first
  /// follows the last.
  record Leaf(LeafKind of) implements Looks {
    public enum LeafKind {
      NOTICES,
      ACTIVITIES,
      /// Pages of a sheet, which the sheet turns itself. The flow only learns that a person is
      /// reading.
      PAGES
    }
  }

  record RenewOne(ItemId item) implements RenewingKey, ToOne {}

  record RenewAll() implements RenewingKey, ToThings {}

  record ShowLoans() implements Accounting {}

  record ShowCharges() implements Accounting, OnIdentify, OnPay {}

  record ShowHolds() implements Accounting, OnEntry {}

  /// Opens the keyboard for typing the number of a copy.
  record TypeNumber() implements Accounting {}

  /// Cancels a hold when pressed twice.
  ///
  /// @param hold position in the list, from 0
  record GiveUpHold(int hold) implements Accounting, ToOne {
    public GiveUpHold {
      if (hold < 0) {
        throw new IllegalArgumentException("no such hold: " + hold);
      }
    }
  }

  /// Pays what is chosen.
  record Pay() implements Accounting, OnPay {}

  /// Leaves a charge out of the payment, or includes it again.
  ///
  /// @param charge position in the list, from 0
  record TurnCharge(int charge) implements Accounting {
    public TurnCharge {
      if (charge < 0) {
        throw new IllegalArgumentException("no such charge: " + charge);
      }
    }
  }

  /// Opens the page for typing an amount to pay.
  record TypeAmount() implements Accounting {}

  /// Chooses everything owed again.
  record PayAll() implements Accounting {}

  /// Cancels the payment at the terminal.
  record StopPaying() implements OnPay {}

  /// Places a hold on an item that was not lent because other patrons wait for it.
  record ReserveIt(ItemId item) implements OnVisit, ToOne {}

  record NextPage() implements Paging {}

  record PreviousPage() implements Paging {}

  /// Opens the page for the technician's PIN.
  record Technician() implements ServiceKey {}

  record PrintTest() implements ServiceKey, OnTechnician {}

  /// Opens the check of the tags on the pad, or checks again.
  record CheckTray() implements ServiceKey, OnTechnician, OnTray {}

  /// Sets the security bit of a tag on the pad to what it should be.
  ///
  /// @param uid the tag's identifier as hex
  record Repair(String uid) implements ServiceKey, OnTray, ToOne {}

  /// Keys of the list of staff tasks.
  sealed interface Tasks extends ServiceKey, OnTasks {}

  /// Opens the list of staff tasks, or reads it again.
  record OpenTasks() implements Tasks, OnTechnician {}

  /// Chooses a task.
  ///
  /// @param entry number of the task's journal entry
  record ChooseTask(long entry) implements Tasks {}

  /// Shows the whole card number of the chosen task. The journal records who saw it.
  record ShowCard() implements Tasks {}

  /// Closes the chosen task.
  record CloseTask(TaskReason how) implements Tasks {}

  record PrintTasks() implements Tasks {}

  /// Opens the emptying of the drop's bin.
  record EmptyBin() implements ServiceKey, OnTechnician {}

  /// Keys of the checks and the health page.
  sealed interface CheckKey extends ServiceKey {}

  /// Runs all checks.
  record OpenChecks() implements CheckKey, OnTechnician, OnChecks, OnHealth {}

  /// Ends the run after or in the current check.
  record StopChecks() implements CheckKey, OnChecks {}

  /// Shows the next finding; the first follows the last.
  record NextFinding() implements CheckKey, OnChecks {}

  /// Tries to repair a finding, then runs its check again.
  record Mend(String check, String code) implements CheckKey, OnChecks, ToOne {}

  /// Runs this check alone.
  record CheckAgain(String check) implements CheckKey, OnChecks, ToOne {}

  /// Calibrates the level sensor of a drop with an empty and a full bin.
  record Calibrate(String check) implements CheckKey, OnChecks {}

  /// Reports that the person did what the check asked for.
  record HandDone() implements CheckKey, OnChecks {}

  /// Opens the health page, or reads it again.
  record OpenHealth() implements CheckKey, OnTechnician, OnChecks, OnHealth {}

  /// Switches between the last 30 days and the last 24 hours.
  record OtherSpan() implements CheckKey, OnHealth {}

  record MakeBundle() implements CheckKey, OnHealth {}

  /// Opens the cash-up of a day, or reads it again.
  ///
  /// @param back days before today
  record OpenCashUp(int back) implements ServiceKey, OnTechnician, OnCashUp {
    public OpenCashUp {
      if (back < 0 || back > MOST) {
        throw new IllegalArgumentException("no day of this page is " + back + " days back");
      }
    }

    /// Oldest day of this page; older days are left to the command.
    public static final int MOST = 31;
  }

  /// Keys for changing settings by hand.
  sealed interface Setting extends ServiceKey {}

  /// Opens the page for changing settings.
  record OpenSetup() implements Setting, OnTechnician {}

  record ChooseGroup(String id) implements Setting {}

  /// Puts the values of a calibration into the settings of its device.
  record KeepCalibration(String check) implements Setting, OnChecks {}

  record ChooseField(String field) implements Setting {}

  /// Chooses an entry of a list, by its number.
  record ChooseEntry(int number) implements Setting {}

  /// Adds an entry to the list.
  record AddEntry() implements Setting {}

  /// Removes the entry that is shown, or restores it.
  record TakeEntryOut() implements Setting {}

  record ChooseValue(String value) implements Setting {}

  /// A typed character of a setting's value.
  record Sign(char sign) implements Setting {}

  /// Switches the keyboard between small letters and capitals.
  record OtherLetters() implements Setting {}

  /// Looks for devices at all serial ports.
  record FindPorts() implements Setting {}

  record StopFinding() implements Setting {}

  /// Takes a port that was found.
  ///
  /// @param row position in the list of ports, from 0
  record TakePort(int row) implements Setting {
    public TakePort {
      if (row < 0) {
        throw new IllegalArgumentException("no such port: " + row);
      }
    }
  }

  /// Tries the changes made so far, and shows what would change in the file.
  record ShowChanges() implements Setting {}

  record WriteSettings() implements Setting {}

  /// Restores the previous version of the settings.
  record PutBackSettings() implements Setting {}

  record RestartStation() implements Setting {}

  /// Allows lending again, after a technician examined a journal that was set aside or failing.
  record AllowLending() implements ServiceKey, OnTechnician {}
}
