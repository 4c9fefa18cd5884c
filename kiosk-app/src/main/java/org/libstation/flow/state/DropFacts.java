package org.libstation.flow.state;

import java.util.OptionalInt;

/// What the drop's inputs say; as if all were well until they say something.
///
/// @param items in the bin since it was emptied, by the photo-eye
/// @param percent how full the bin is, when known
/// @param flapLocked what the lock was last told
/// @param outsideHours the drop keeps the library's hours, and it is outside them
/// @param slip when it prints one, by the site
public record DropFacts(
    Inputs inputs,
    long items,
    OptionalInt percent,
    boolean flapLocked,
    boolean outsideHours,
    SlipOffer slip) {
  public static final DropFacts UNKNOWN =
      new DropFacts(
          new Inputs(true, true, false), 0, OptionalInt.empty(), false, false, SlipOffer.KEY);

  /// @param doorOpen the door of the cabinet
  public record Inputs(boolean flapClosed, boolean binPresent, boolean doorOpen) {}

  public boolean flapClosed() {
    return inputs.flapClosed();
  }

  public boolean binPresent() {
    return inputs.binPresent();
  }

  public boolean doorOpen() {
    return inputs.doorOpen();
  }

  DropFacts slip(SlipOffer when) {
    return new DropFacts(inputs, items, percent, flapLocked, outsideHours, when);
  }

  public DropFacts inputs(boolean flap, boolean bin, boolean door) {
    Inputs now = new Inputs(flap, bin, door);
    return new DropFacts(now, items, percent, flapLocked, outsideHours, slip);
  }

  public DropFacts items(long counted) {
    return new DropFacts(inputs, counted, percent, flapLocked, outsideHours, slip);
  }

  public DropFacts filled(OptionalInt level) {
    return new DropFacts(inputs, items, level, flapLocked, outsideHours, slip);
  }

  public DropFacts locked(boolean flap) {
    return new DropFacts(inputs, items, percent, flap, outsideHours, slip);
  }

  public DropFacts outsideHours(boolean so) {
    return new DropFacts(inputs, items, percent, flapLocked, so, slip);
  }
}
