package org.libstation.sync;

import java.util.Optional;
import java.util.OptionalLong;
import org.libstation.circulation.Money;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;

/// What an account was seen to owe around a payment that may or may not have been booked.
final class SeenAccounts {
  private SeenAccounts() {}

  /// What the look just before the last report of the payment said.
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

  /// By how many minor units it became less; empty where the two cannot be compared.
  static OptionalLong less(Optional<Money> before, Optional<Money> now) {
    return before.isPresent()
            && now.isPresent()
            && before.get().currency().equals(now.get().currency())
        ? OptionalLong.of(before.get().minor() - now.get().minor())
        : OptionalLong.empty();
  }

  static String told(Mark.AccountSeen seen) {
    return seen.owed().map(Money::toString).orElse("?")
        + seen.charge().map(sum -> " (" + sum + " of the charge)").orElse("");
  }
}
