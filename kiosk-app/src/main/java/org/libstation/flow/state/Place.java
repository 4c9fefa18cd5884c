package org.libstation.flow.state;

/// Where a tag or barcode was read.
public enum Place {
  /// At the station's pad or scanner, in front of the patron.
  PAD,
  /// In the book drop; an item read there has been handed over.
  DROP
}
