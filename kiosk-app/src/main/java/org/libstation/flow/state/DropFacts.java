package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.OptionalInt;

/// What the drop's inputs say; as if all were well until they say something.
///
/// @param items in the bin since it was emptied, by the photo-eye
/// @param percent how full the bin is, when known
/// @param flapLocked what the lock was last told
/// @param outsideHours the drop keeps the library's hours, and it is outside them
/// @param slip when it prints one, by the site
@RecordBuilder
public record DropFacts(
    Inputs inputs,
    long items,
    OptionalInt percent,
    boolean flapLocked,
    boolean outsideHours,
    SlipOffer slip)
    implements DropFactsBuilder.With {
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

  public DropFacts inputs(boolean flap, boolean bin, boolean door) {
    Inputs now = new Inputs(flap, bin, door);
    return withInputs(now);
  }
}
