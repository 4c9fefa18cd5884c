package org.libstation.flow.state;

/// Where something was read.
public enum Place {
  /// At the desk of the station, under the patron's hands.
  PAD,
  /// In the book drop; an item seen here has been handed over.
  DROP
}
