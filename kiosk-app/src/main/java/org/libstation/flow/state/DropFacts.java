package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.OptionalInt;

/// State of the drop as its inputs report it. Until they report, everything counts as in order.
///
/// @param items objects in the bin since it was emptied, by the photo-eye
/// @param percent how full the bin is; empty if unknown
/// @param flapLocked the last known or requested state of the lock
/// @param outsideHours the drop keeps the library's hours, and the library is closed
/// @param slip when the drop prints a slip, from the site's settings
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

  /// Inputs of the drop.
  ///
  /// @param doorOpen the door of the cabinet is open
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
