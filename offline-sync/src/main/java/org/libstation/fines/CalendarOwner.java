package org.libstation.fines;

/// Whose calendar decides which days count.
public enum CalendarOwner {
  /// Where it was lent: HKPL (a station that is open on holidays counts them), Evergreen.
  LENDING_PLACE,
  /// Where the item lives: FOLIO's primary service point, Sierra by default.
  ITEM_PLACE,
  /// Where it came back: Polaris by choice, and its free days always.
  RETURN_PLACE;
}
