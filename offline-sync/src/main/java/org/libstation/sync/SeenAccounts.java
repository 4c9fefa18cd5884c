package org.libstation.sync;

import java.util.Optional;
import java.util.OptionalLong;
import org.libstation.circulation.Money;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;

/// Compares what an account owed before and after a payment that may or may not have been booked.
final class SeenAccounts {
  private SeenAccounts() {}

  /// The account as it was seen just before the payment was last reported.
  static Optional<Mark.AccountSeen> beforeSending(JournalEntry entry) {
    Optional<Mark.AccountSeen> last = Optional.empty();
    Optional<Mark.AccountSeen> before = Optional.empty();
    for (JournalEntry.Noted noted : entry.marks()) {
      if (noted.mark() instanceof Mark.AccountSeen seen) {
        last = Optional.of(seen);
      } else if (noted.mark() instanceof Mark.Sending) {
        before = last;
      }
    }
    return before;
  }

  /// By how many minor units the sum fell; empty if the two cannot be compared.
  static OptionalLong less(Optional<Money> before, Optional<Money> now) {
    return before.isPresent()
            && now.isPresent()
            && before.get().currency().equals(now.get().currency())
        ? OptionalLong.of(before.get().minor() - now.get().minor())
        : OptionalLong.empty();
  }

  /// A note of what was owed before and now, and of what was open of a listed charge.
  static TaskNote differ(Mark.AccountSeen before, Mark.AccountSeen now) {
    return before.charge().isPresent() || now.charge().isPresent()
        ? TaskNote.of(
            TaskNoteCode.OWED_OF_CHARGE,
            sum(before.owed()),
            sum(before.charge()),
            sum(now.owed()),
            sum(now.charge()))
        : TaskNote.of(TaskNoteCode.OWED, sum(before.owed()), sum(now.owed()));
  }

  private static String sum(Optional<Money> sum) {
    return sum.map(Money::toString).orElse("");
  }
}
