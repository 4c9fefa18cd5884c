package org.libstation.cases;

import java.util.List;
import java.util.Optional;
import org.libstation.circulation.Money;
import org.libstation.fines.EffectiveReturn;
import org.libstation.fines.FineCounter;
import org.libstation.fines.FinePolicy;
import org.libstation.fines.LostItemFee;
import org.libstation.fines.OpeningCalendar;
import org.libstation.fines.OverdueLoan;
import org.libstation.fines.SuspensionWindow;

/// What a row asks, all of it.
///
/// @param derived how the moment of the return was found; empty where the row gives it
record FineCase(
    Charged kind,
    FinePolicy policy,
    OpeningCalendar calendar,
    List<SuspensionWindow> windows,
    OverdueLoan loan,
    Optional<EffectiveReturn> derived,
    LostItemFee lost) {

  /// What is charged.
  enum Charged {
    OVERDUE("overdue"),
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
    return new FineCounter(calendar, windows);
  }

  /// What is owed in all, the fine being so much.
  Money owed(Money fine) {
    return switch (kind) {
      case OVERDUE -> fine;
      case LOST, LOST_WITHOUT_OVERDUE ->
          lost.of(loan.price().orElseThrow(), loan.items(), fine, policy.roundTo());
    };
  }
}
