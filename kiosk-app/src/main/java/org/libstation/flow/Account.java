package org.libstation.flow;

import java.util.List;
import java.util.Optional;
import org.libstation.circulation.Money;

/// A patron's own page.
public sealed interface Account {

  /// Nobody looked yet.
  record NotLoaded() implements Account {}

  record Loading() implements Account {}

  /// @param owed the whole account's sum, when the central system gave one; shown after a tap
  /// @param holdsReady reserved items that wait on the shelf
  record Loaded(List<LoanRow> loans, Optional<Money> owed, int holdsReady) implements Account {
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
}
