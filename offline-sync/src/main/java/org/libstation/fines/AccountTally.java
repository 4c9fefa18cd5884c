package org.libstation.fines;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.libstation.circulation.Money;

/// What the loans of several accounts come to together, one after the other: a letter is charged
/// once for all items of an account that reach a stage on one day, what a visit and an account cost
/// has its limit, and suspensions of borrowing follow each other where the rules add them up.
public final class AccountTally {
  private final Set<FeeLetter> letters = new HashSet<>();
  private final Map<String, Long> accounts = new HashMap<>();
  private final Map<String, Long> visits = new HashMap<>();
  private final Map<String, LocalDate> suspendedTo = new HashMap<>();

  private record FeeLetter(String account, int stage, LocalDate day) {}

  /// What this fine adds.
  ///
  /// @param account whose it is; empty text for one that shares nothing with others
  /// @param visit on which it was given back, a name that no other visit has; empty text for one of
  ///   its own
  public Money add(String account, String visit, AccountLimits limits, Explained fine) {
    long sum = fine.assessment().alone().minor();
    for (StageFee fee : fine.stages()) {
      // One that an amnesty let off is not paid for: the next of the account bears it.
      boolean isNew =
          !fee.letter().isZero()
              && (account.isEmpty()
                  || letters.add(new FeeLetter(account, fee.number(), fee.day())));
      sum += isNew ? fee.letter().minor() : 0;
    }
    Money added =
        limits.added(
            already(accounts, account, fine),
            already(visits, visit, fine),
            new Money(sum, fine.assessment().amount().currency()));
    grow(accounts, account, added);
    grow(visits, visit, added);
    return added;
  }

  /// When the suspension of this return runs, the earlier ones of the account known.
  ///
  /// @param account whose it is; empty text for one of which no other is known
  public SuspensionDays suspend(
      String account,
      FineCounter counter,
      FinePolicy policy,
      OverdueLoan loan,
      SuspensionDays one) {
    if (account.isEmpty() || one.isNone()) {
      return one;
    }
    LocalDate before = suspendedTo.getOrDefault(account, one.from());
    SuspensionDays known =
        one.rule().cumulative() && before.isAfter(one.from())
            ? counter.begun(policy, loan, one, before)
            : one;
    suspendedTo.merge(account, known.to(), (old, next) -> old.isAfter(next) ? old : next);
    return known;
  }

  private static void grow(Map<String, Long> sums, String name, Money by) {
    if (!name.isEmpty()) {
      sums.merge(name, by.minor(), Long::sum);
    }
  }

  private static Money already(Map<String, Long> sums, String name, Explained fine) {
    return new Money(sums.getOrDefault(name, 0L), fine.assessment().amount().currency());
  }
}
