package org.libstation.fines;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.libstation.circulation.Money;

/// Adds up the loans of several accounts, one after the other.
///
/// * A letter is charged once for all items of an account that reach a stage on one day.
/// * The cost of a visit and of an account is limited.
/// * Suspensions of borrowing follow each other if the rules add them up.
public final class AccountTally {
  private final Set<FeeLetter> letters = new HashSet<>();
  private final Map<String, Long> accounts = new HashMap<>();
  private final Map<String, Long> visits = new HashMap<>();
  private final Map<String, LocalDate> suspendedTo = new HashMap<>();

  /// A letter about all items of one account that reach a stage on one day.
  private record FeeLetter(String account, int stage, LocalDate day) {}

  /// Adds a fine and returns the part that is charged.
  ///
  /// @param account the account; empty text if the loan shares nothing with others
  /// @param visit unique name of the visit on which the item was given back; empty text for a visit
  ///   with this loan only
  public Money add(String account, String visit, AccountLimits limits, Explained fine) {
    long sum = fine.assessment().alone().minor();
    for (StageFee fee : fine.stages()) {
      // A letter that an amnesty forgave is not paid for, so the account's next loan pays it.
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

  /// When the suspension of this return runs, after earlier ones of the same account.
  ///
  /// @param account the account; empty text if no other loan of it is known
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
