package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemStanding;
import org.libstation.flow.state.PadTag.SecurityBit;

/// One tag on the tray before a technician: its security bit as it is and as it should be. It is
/// set right on request only, and never against what journal and central system say.
///
/// @param uid the tag's identifier as hex
/// @param found the bit as read just now; empty until it was
/// @param unreadable the bit could not be read
/// @param standing where the item is; empty until that was answered
@RecordBuilder
public record TagCheck(
    String uid,
    TagReading.ItemTag reading,
    Optional<SecurityBit> found,
    boolean unreadable,
    Optional<ItemStanding> standing,
    TagRepairState repair)
    implements TagCheckBuilder.With {

  /// How far the setting right is.
  public enum TagRepairState {
    NOT_ASKED,
    UNDER_WAY,
    /// Written and read back.
    DONE,
    FAILED
  }

  /// What a check came to.
  public enum BitState {
    ASKING,
    RIGHT,
    /// It can be set right.
    WRONG,
    /// A third value: not touched.
    NOT_OURS,
    /// Nobody can tell where the item is: nothing is offered.
    NOT_KNOWN,
    UNREADABLE
  }

  public static TagCheck of(String uid, TagReading.ItemTag reading) {
    return new TagCheck(
        uid, reading, Optional.empty(), false, Optional.empty(), TagRepairState.NOT_ASKED);
  }

  public ItemId item() {
    return reading.item();
  }

  /// The bit it should have; empty while or where nobody can tell.
  public Optional<SecurityBit> expected() {
    return standing.flatMap(
        told ->
            switch (told.where()) {
              case IN_STOCK -> Optional.of(SecurityBit.ARMED);
              case ON_LOAN -> Optional.of(SecurityBit.CLEARED);
              case UNKNOWN -> Optional.empty();
            });
  }

  public BitState verdict() {
    if (unreadable) {
      return BitState.UNREADABLE;
    }
    if (found.filter(bit -> bit == SecurityBit.UNKNOWN).isPresent()) {
      return BitState.NOT_OURS;
    }
    if (found.isEmpty() || standing.isEmpty()) {
      return BitState.ASKING;
    }
    if (expected().isEmpty()) {
      return BitState.NOT_KNOWN;
    }
    return expected().equals(found) ? BitState.RIGHT : BitState.WRONG;
  }

  public TagCheck read(Optional<SecurityBit> bit) {
    return with(c -> c.found(bit).unreadable(bit.isEmpty()));
  }

  public TagCheck standing(ItemStanding told) {
    return withStanding(Optional.of(told));
  }
}
