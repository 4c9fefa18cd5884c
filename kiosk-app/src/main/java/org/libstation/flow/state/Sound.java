package org.libstation.flow.state;

/// The eight sounds of a station; each has a picture too.
public enum Sound {
  SEEN,
  CARD_ACCEPTED,
  LENT,
  RETURNED,
  NEEDS_HAND,
  NOT_POSSIBLE,
  TIME_SHORT,
  FAULT;

  /// Whether the sound reports that something went wrong.
  public boolean complains() {
    return switch (this) {
      case NEEDS_HAND, NOT_POSSIBLE, FAULT -> true;
      case SEEN, CARD_ACCEPTED, LENT, RETURNED, TIME_SHORT -> false;
    };
  }
}
