package org.libstation.flow.state;

import java.time.Duration;
import java.util.Optional;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;

/// What a tag says, as far as the flow cares.
public sealed interface TagReading {

  /// @param setTotal parts of the set; 1 when the item is no set
  /// @param setOrdinal which part this is, 1 to setTotal
  record ItemTag(ItemId item, int setTotal, int setOrdinal) implements TagReading {}

  record CardTag(PatronId patron) implements TagReading {}

  /// A card of a visit that is over, or one nobody laid down here; its number is forgotten.
  ///
  /// @param tell monotonic; from then on staff are told, once
  record LeftCard(Optional<Duration> tell) implements TagReading {}

  record BlankTag() implements TagReading {}

  /// Another library's or another format's.
  record ForeignTag() implements TagReading {}

  /// Half written or damaged.
  record DamagedTag() implements TagReading {}

  /// What is said where an item's tag was expected.
  default Code unfit() {
    return switch (this) {
      case BlankTag _ -> Code.T23;
      case ForeignTag _ -> Code.T21;
      case DamagedTag _ -> Code.T22;
      case ItemTag _, CardTag _, LeftCard _ -> Code.B13;
    };
  }
}
