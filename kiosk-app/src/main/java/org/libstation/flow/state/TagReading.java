package org.libstation.flow.state;

import java.time.Duration;
import java.util.Optional;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;

/// Content of a tag, as far as the flow uses it.
public sealed interface TagReading {

  /// @param setTotal number of parts in the set; 1 if the item is not a set
  /// @param setOrdinal which part this is, 1 to `setTotal`
  record ItemTag(ItemId item, int setTotal, int setOrdinal) implements TagReading {}

  record CardTag(PatronId patron) implements TagReading {}

  /// A card that belongs to no present visit: its visit is over, or it lay there without one. Its
  /// number is forgotten.
  ///
  /// @param tell monotonic; from then on staff are told, once
  record LeftCard(Optional<Duration> tell) implements TagReading {}

  record BlankTag() implements TagReading {}

  /// A tag of another library or in another format.
  record ForeignTag() implements TagReading {}

  /// Half written or damaged.
  record DamagedTag() implements TagReading {}

  /// Returns the code that is shown if an item's tag was expected.
  default Code unfit() {
    return switch (this) {
      case BlankTag _ -> Code.T23;
      case ForeignTag _ -> Code.T21;
      case DamagedTag _ -> Code.T22;
      case ItemTag _, CardTag _, LeftCard _ -> Code.B13;
    };
  }
}
