package org.libstation.device;

/// Why no number was taken from a card that was presented.
public enum CardProblem {
  /// It shows another number each time (ISO/IEC 14443-3, 6.5.4: a single size UID that begins with
  /// 08), as telephones and some identity cards do.
  RANDOM_NUMBER,
  /// More than one card lies there.
  TWO_CARDS,
  /// It was taken away, or could not be read, before all of it was read.
  TORN_AWAY,
  /// It holds nothing that the site's recipe reads: another kind of card, or another key.
  NOT_OURS
}
