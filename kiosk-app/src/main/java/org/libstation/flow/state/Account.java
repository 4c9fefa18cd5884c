package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.libstation.circulation.Money;

/// The account is what a patron's own page shows.
public sealed interface Account {

  /// Nobody looked yet.
  record NotLoaded() implements Account {}

  /// @param done how many loans were looked up so far
  /// @param of how many there are; 0 while that is not known
  record Loading(int done, int of) implements Account {
    /// Nothing was looked up yet, and nobody knows how many there are.
    public static Loading begun() {
      return new Loading(0, 0);
    }
  }

  /// @param loans the most urgent first, as they were when they were listed: a renewal moves none
  /// @param owed the whole account's sum, when the central system gave one; shown after a tap
  /// @param holdsReady reserved items that wait on the shelf
  /// @param holdsWaiting reservations that wait for a copy, when told
  /// @param details charges and holds, asked for when they are to be seen
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

  /// The central system did not answer, or would not.
  ///
  /// @param asked renewals asked for with the item in hand
  record NotShown(Code code, List<LoanRow> asked) implements Account {
    public NotShown {
      asked = List.copyOf(asked);
    }
  }

  /// The loans that are known, or whose renewal was asked for.
  default List<LoanRow> rows() {
    return switch (this) {
      case Loaded loaded -> loaded.loans();
      case NotShown closed -> closed.asked();
      case NotLoaded _, Loading _ -> List.of();
    };
  }
}
