package org.libstation.flow.state;

/// What a book drop is doing, as its screen, its lamp and its table (`docs/book-drop.md`) name it.
/// It follows from the state of the station alone ([DropStanding]).
public enum DropState {
  /// The flap is shut, and something can be put in.
  READY(DropLamp.STEADY),
  /// The flap is open and nothing was seen yet.
  OPEN(DropLamp.STEADY),
  /// Something was read that has not passed the photo-eye.
  READING(DropLamp.QUICK),
  /// Something passes the photo-eye, or has just passed and is not read yet.
  PASSING(DropLamp.QUICK),
  /// Tells what was taken.
  ANSWER(DropLamp.STEADY),
  /// Something came in unread, and it is asked what it is.
  ASKING(DropLamp.SLOW),
  /// Something stands in the way.
  BLOCKED(DropLamp.SLOW),
  /// The bin is full; the flap stays shut.
  FULL(DropLamp.OFF),
  /// Nothing can be written down, or there is no bin; the flap stays shut.
  SHUT(DropLamp.OFF);

  private final DropLamp lamp;

  DropState(DropLamp lamp) {
    this.lamp = lamp;
  }

  public DropLamp lamp() {
    return lamp;
  }

  /// Nobody is in front of the drop, as far as it sees.
  public boolean rests() {
    return this == READY || this == FULL || this == SHUT;
  }
}
