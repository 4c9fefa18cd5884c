package org.libstation.flow.state;

/// The eight things a station says by sound; each has its picture too.
public enum Sound {
  SEEN,
  CARD_ACCEPTED,
  LENT,
  RETURNED,
  NEEDS_HAND,
  NOT_POSSIBLE,
  TIME_SHORT,
  FAULT;

  /// Whether it says that something did not go as it should.
  public boolean complains() {
    return switch (this) {
      case NEEDS_HAND, NOT_POSSIBLE, FAULT -> true;
      case SEEN, CARD_ACCEPTED, LENT, RETURNED, TIME_SHORT -> false;
    };
  }
}
