package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.libstation.circulation.Money;

/// A patron's account, as the account page shows it.
public sealed interface Account {

  /// The account was not asked for yet.
  record NotLoaded() implements Account {}

  /// The loans are being looked up.
  ///
  /// @param done number of loans looked up so far
  /// @param of number of all loans; 0 while unknown
  record Loading(int done, int of) implements Account {
    /// Before the first loan was looked up, with their number unknown.
    public static Loading begun() {
      return new Loading(0, 0);
    }
  }

  /// The loans are known.
  ///
  /// @param loans the most urgent first, as first listed: a renewal does not change the order
  /// @param owed sum owed on the whole account, shown after a tap; empty if the central system gave
  ///   none
  /// @param holdsReady number of holds ready for pick-up
  /// @param holdsWaiting number of holds waiting for a copy; empty if unknown
  /// @param details charges and holds, loaded when their page opens
  @RecordBuilder
  record Loaded(
      List<LoanRow> loans,
      Optional<Money> owed,
      int holdsReady,
      OptionalInt holdsWaiting,
      Details details)
      implements Account, AccountLoadedBuilder.With {
    public Loaded {
      loans = List.copyOf(loans);
    }
  }

  /// The central system did not answer, or refused.
  ///
  /// @param asked loans whose renewal the patron asked for with the item in hand
  record NotShown(Code code, List<LoanRow> asked) implements Account {
    public NotShown {
      asked = List.copyOf(asked);
    }
  }

  /// The known loans; if the account cannot be shown, those whose renewal was asked for.
  default List<LoanRow> rows() {
    return switch (this) {
      case Loaded loaded -> loaded.loans();
      case NotShown closed -> closed.asked();
      case NotLoaded _, Loading _ -> List.of();
    };
  }
}
