package org.libstation.flow.state;

/// What a book drop is doing, as shown by its screen and lamp and listed in
/// `docs/patron-services/book-drop.md`. [DropStanding] derives it from the state of the station
/// alone.
public enum DropState {
  /// The flap is shut, and something can be put in.
  READY(DropLamp.STEADY),
  /// The flap is open and nothing was seen yet.
  OPEN(DropLamp.STEADY),
  /// An object was read and has not passed the photo-eye yet.
  READING(DropLamp.QUICK),
  /// An object passes the photo-eye, or has just passed it and is not read yet.
  PASSING(DropLamp.QUICK),
  /// The screen shows what was taken.
  ANSWER(DropLamp.STEADY),
  /// The screen asks which item an unread object is.
  ASKING(DropLamp.SLOW),
  /// An object blocks the photo-eye, or the flap stands open too long.
  BLOCKED(DropLamp.SLOW),
  /// The bin is full; the flap stays shut.
  FULL(DropLamp.OFF),
  /// The drop takes nothing for a reason other than a full bin ([StationFacts#dropShut]); the flap
  /// stays shut.
  SHUT(DropLamp.OFF);

  private final DropLamp lamp;

  DropState(DropLamp lamp) {
    this.lamp = lamp;
  }

  public DropLamp lamp() {
    return lamp;
  }

  /// Whether no person is in front of the drop, as far as it can see.
  public boolean rests() {
    return this == READY || this == FULL || this == SHUT;
  }
}
