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

/// What a row asks, all of it.
///
/// @param account whose it is, where letters and limits are shared; else empty text
/// @param visit on which it was given back, where that has a limit; else empty text
/// @param derived how the moment of the return was found; empty where the row gives it
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

  /// What is charged.
  enum Charged {
    OVERDUE("overdue"),
    /// The same of an item that is still away at the moment of the return.
    NOT_BACK("not-back"),
    /// A lost item, and the fine until it was reported where the rules have it so.
    LOST("lost"),
    /// A lost item alone.
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

  /// The loan as its fine is counted.
  OverdueLoan counted(FineCounter counter) {
    return switch (kind) {
      case OVERDUE, NOT_BACK -> counter.upToLoss(lost, loan, isBack());
      case LOST, LOST_WITHOUT_OVERDUE -> loan;
    };
  }

  boolean isBack() {
    return kind == Charged.OVERDUE;
  }

  /// What is owed in all, the fine being so much.
  Money owed(FineCounter counter, Money fine) {
    return switch (kind) {
      case OVERDUE, NOT_BACK -> fine.plus(counter.cost(policy, lost, loan, isBack()).lost());
      case LOST, LOST_WITHOUT_OVERDUE ->
          lost.of(loan.price().orElseThrow(), loan.items(), fine, policy.roundTo());
    };
  }
}
