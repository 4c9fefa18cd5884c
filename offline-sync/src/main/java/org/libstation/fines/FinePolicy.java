package org.libstation.fines;

import java.util.Optional;
import org.libstation.circulation.Money;

/// What an overdue day costs in one lending class. The lending section decides the class, not the
/// reader's age.
///
/// @param version names this state of the rules in every assessment made with it
/// @param perDay for each counted day, or part of a day, and each item
/// @param maximumPerItem never more than this for one item; empty when there is no maximum
/// @param onRenewal what becomes of the fine that had grown when an overdue loan is renewed
public record FinePolicy(
    String version, Money perDay, Optional<Money> maximumPerItem, OnRenewal onRenewal) {

  /// What a renewal does to the days before it.
  public enum OnRenewal {
    KEPT,
    FORGIVEN
  }
}
