package org.libstation.flow;

/// The eight things a station says by sound; each has its picture too.
public enum Sound {
  SEEN,
  CARD_ACCEPTED,
  LENT,
  RETURNED,
  NEEDS_HAND,
  NOT_POSSIBLE,
  TIME_SHORT,
  FAULT
}
