package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemStanding;
import org.libstation.flow.state.PadTag.SecurityBit;

/// A technician's check of one tag on the pad: its security bit as it is and as it should be. The
/// bit is corrected only on request, and never against the journal and the central system.
///
/// @param uid the tag's identifier as hex
/// @param found the bit as just read; empty until then
/// @param unreadable whether the bit could not be read
/// @param standing where the item is; empty until that is answered
@RecordBuilder
public record TagCheck(
    String uid,
    TagReading.ItemTag reading,
    Optional<SecurityBit> found,
    boolean unreadable,
    Optional<ItemStanding> standing,
    TagRepairState repair)
    implements TagCheckBuilder.With {

  /// Progress of the correction.
  public enum TagRepairState {
    NOT_ASKED,
    UNDER_WAY,
    /// Written and read back.
    DONE,
    FAILED
  }

  /// Result of the check.
  public enum BitState {
    ASKING,
    RIGHT,
    /// The bit can be corrected.
    WRONG,
    /// Neither of the two known values: the station does not write it.
    NOT_OURS,
    /// It is unknown where the item is: no correction is offered.
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

  /// Returns the bit that the tag should have; empty while or if that is unknown.
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
