package org.libstation.lab.embedded;

import java.time.LocalDate;
import java.util.Optional;

/// A reservation of a title.
///
/// @param keptTill the last day on which the copy waits, once there is one
/// @param item the copy that waits on the shelf of reserved items, once there is one
record TitleHold(
    long number,
    int titleNumber,
    String card,
    HoldState state,
    Optional<String> item,
    Optional<LocalDate> keptTill) {
  /// How long a copy waits on the shelf of reserved items.
  static final int SHELF_DAYS = 10;

  enum HoldState {
    WAITING,
    READY,
    FILLED,
    CANCELLED
  }
}
