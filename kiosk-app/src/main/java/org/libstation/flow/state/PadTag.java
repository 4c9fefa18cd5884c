package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.Optional;
import org.libstation.circulation.ItemId;

/// A tag that lies on the pad now.
///
/// @param uid its identifier as hex
/// @param use whether it may be worked on
@RecordBuilder
public record PadTag(String uid, TagReading reading, SecurityBit security, Use use)
    implements PadTagBuilder.With {

  /// The security bit as last read or written.
  public enum SecurityBit {
    ARMED,
    CLEARED,
    /// A third value: not touched, staff are told.
    UNKNOWN
  }

  /// What the flow may do with it.
  public enum Use {
    /// Lies there and no row has taken it yet.
    FRESH,
    /// A row of this session has it; it is not taken a second time until it was lifted.
    TAKEN,
    /// Left from the former session, or lying there already when the station or the pad's reader
    /// started: named, and not touched until it was lifted.
    FORMER
  }

  /// The same when its visit is over: of a card that still lies there, only that is remembered.
  ///
  /// @param tellCard monotonic; from then on staff are told of a card
  public PadTag left(Duration tellCard) {
    return with(c -> c.reading(withoutCard(Optional.of(tellCard))).use(Use.FORMER));
  }

  /// A forgotten card that staff were told of.
  public PadTag told() {
    return withReading(new TagReading.LeftCard(Optional.empty()));
  }

  public boolean carries(ItemId item) {
    return reading instanceof TagReading.ItemTag lying && lying.item().equals(item);
  }

  private TagReading withoutCard(Optional<Duration> tell) {
    return switch (reading) {
      case TagReading.CardTag _ -> new TagReading.LeftCard(tell);
      case TagReading.ItemTag _,
          TagReading.LeftCard _,
          TagReading.BlankTag _,
          TagReading.ForeignTag _,
          TagReading.DamagedTag _ ->
          reading;
    };
  }
}
