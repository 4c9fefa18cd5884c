package org.libstation.flow;

import org.libstation.circulation.ItemId;

/// A key of the screen; arrives as [FlowEvent.Pressed].
public sealed interface Key {

  record StartBorrow() implements Key {}

  record StartReturn() implements Key {}

  record StartAccount() implements Key {}

  /// @param digit 0 to 9
  record Digit(int digit) implements Key {
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

  /// Takes the last digit back.
  record Erase() implements Key {}

  /// The primary key of the screen: check the PIN, finish with these items, done.
  record Confirm() implements Key {}

  /// Leave; asks back when something is open.
  record Leave() implements Key {}

  /// Stay: answers the idle warning and the question whether to leave.
  record Stay() implements Key {}

  /// Answers the choice of a receipt.
  record ChooseReceipt(Wish wish) implements Key {
    public enum Wish {
      NONE,
      /// Without titles: the printed default.
      PLAIN,
      WITH_TITLES
    }
  }

  record SwitchLanguage(Language to) implements Key {}

  record NextTextStep() implements Key {}

  record Contrast() implements Key {}

  record Slow() implements Key {}

  record Reach() implements Key {}

  record HideTitles() implements Key {}

  /// Staff help: only told to staff, never changes the task.
  record CallStaff() implements Key {}

  record RenewOne(ItemId item) implements Key {}

  record RenewAll() implements Key {}

  record NextPage() implements Key {}

  record PreviousPage() implements Key {}

  /// Opens the technician's PIN.
  record Technician() implements Key {}

  record PrintTest() implements Key {}

  /// A technician looked at the journal that was set aside: lending may go on.
  record AllowLending() implements Key {}
}
