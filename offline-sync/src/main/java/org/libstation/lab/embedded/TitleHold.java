package org.libstation.lab.embedded;

import java.time.LocalDate;
import java.util.Optional;

/// A hold on a title.
///
/// @param keptTill last day on which the copy is kept; empty while there is none
/// @param item the copy that is kept on the holds shelf; empty while there is none
record TitleHold(
    long number,
    int titleNumber,
    String card,
    HoldState state,
    Optional<String> item,
    Optional<LocalDate> keptTill) {
  /// Number of days that a copy is kept on the holds shelf.
  static final int SHELF_DAYS = 10;

  /// State of a hold: waiting for a copy, a copy is ready on the shelf, lent, or cancelled.
  enum HoldState {
    WAITING,
    READY,
    FILLED,
    CANCELLED
  }
}
