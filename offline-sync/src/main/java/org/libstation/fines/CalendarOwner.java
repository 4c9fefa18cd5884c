package org.libstation.fines;

/// Whose calendar decides which days count.
public enum CalendarOwner {
  /// Where the item was lent: HKPL (a station that is open on holidays counts them), Evergreen.
  LENDING_PLACE,
  /// The item's home: FOLIO's primary service point, Sierra by default.
  ITEM_PLACE,
  /// Where the item came back: Polaris as an option, and always for its free days.
  RETURN_PLACE;
}
