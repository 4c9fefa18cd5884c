package org.libstation.device;

/// Why a presented card gave no number.
public enum CardProblem {
  /// The card shows a different number each time, as telephones and some identity cards do. Such a
  /// number is a single size UID that begins with 08 (ISO/IEC 14443-3, 6.5.4).
  RANDOM_NUMBER,
  /// More than one card lies on the reader.
  TWO_CARDS,
  /// The card was taken away, or could not be read, before all of it was read.
  TORN_AWAY,
  /// The card holds nothing that the site's recipe reads: it is another kind of card, or has
  /// another key.
  NOT_OURS
}
