package org.libstation.tools.cases;

import java.util.List;
import java.util.Optional;
import org.libstation.circulation.Money;
import org.libstation.fines.AccountLimits;
import org.libstation.fines.Amnesty;
import org.libstation.fines.EffectiveReturn;
import org.libstation.fines.FineCounter;
import org.libstation.fines.FinePolicy;
import org.libstation.fines.LostItemFee;
import org.libstation.fines.OpeningCalendar;
import org.libstation.fines.OverdueLoan;
import org.libstation.fines.SuspensionWindow;

/// The question of one row: a loan, its rules, and what is to be charged.
///
/// @param account name of the account, if letters or limits are shared; otherwise empty text
/// @param visit name of the visit of the return, if visits have a limit; otherwise empty text
/// @param derived how the return date was derived; empty if the row gives the date
record FineCase(
    Charged kind,
    FinePolicy policy,
    OpeningCalendar calendar,
    List<SuspensionWindow> windows,
    OverdueLoan loan,
    Optional<EffectiveReturn> derived,
    LostItemFee lost,
    List<Amnesty> amnesties,
    String account,
    String visit,
    AccountLimits limits) {

  /// The kind of charge.
  enum Charged {
    OVERDUE("overdue"),
    /// The overdue fine of an item that is not returned yet, counted to the given return date.
    NOT_BACK("not-back"),
    /// The fee for a lost item, and the fine until it was reported lost if the rules charge both.
    LOST("lost"),
    /// The fee for a lost item, without a fine.
    LOST_WITHOUT_OVERDUE("lost-without-overdue");

    private final String word;

    Charged(String word) {
      this.word = word;
    }

    static Optional<Charged> named(String text) {
      for (Charged kind : values()) {
        if (kind.word.equals(text)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }

  FineCounter counter() {
    return new FineCounter(calendar, windows, isBack() ? amnesties : List.of());
  }

  /// The loan for which the fine is counted: cut to the day of the loss if the rules say so.
  OverdueLoan counted(FineCounter counter) {
    return switch (kind) {
      case OVERDUE, NOT_BACK -> counter.upToLoss(lost, loan, isBack());
      case LOST, LOST_WITHOUT_OVERDUE -> loan;
    };
  }

  boolean isBack() {
    return kind == Charged.OVERDUE;
  }

  /// The whole sum owed, with this fine.
  Money owed(FineCounter counter, Money fine) {
    return switch (kind) {
      case OVERDUE, NOT_BACK -> fine.plus(counter.cost(policy, lost, loan, isBack()).lost());
      case LOST, LOST_WITHOUT_OVERDUE ->
          lost.of(loan.price().orElseThrow(), loan.items(), fine, policy.roundTo());
    };
  }
}
