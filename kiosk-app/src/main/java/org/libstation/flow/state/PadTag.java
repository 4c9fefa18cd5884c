package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.Optional;
import org.libstation.circulation.ItemId;

/// A tag that lies on the pad now.
///
/// @param uid the tag's identifier as hex
/// @param use whether the flow may work on the tag
@RecordBuilder
public record PadTag(String uid, TagReading reading, SecurityBit security, Use use)
    implements PadTagBuilder.With {

  /// The security bit as last read or written. A copy of the drivers' `TagSecurity`, because the
  /// flow must not depend on device drivers; the station's `DeviceBridge` translates.
  public enum SecurityBit {
    ARMED,
    CLEARED,
    /// Neither of the two known values: the station does not write the bit and tells staff.
    UNKNOWN
  }

  /// What the flow may do with the tag.
  public enum Use {
    /// No row has taken the tag yet.
    FRESH,
    /// A row of this session has the tag. It is not taken again before it was lifted.
    TAKEN,
    /// The tag is left from an earlier session, or lay there when the station or the pad's reader
    /// started. It is shown, but not worked on before it was lifted.
    FORMER
  }

  /// Returns the tag as left by a visit that is over. Of a library card, only the fact that one
  /// lies there is kept.
  ///
  /// @param tellCard monotonic; from then on staff are told of a card
  public PadTag left(Duration tellCard) {
    return with(c -> c.reading(withoutCard(Optional.of(tellCard))).use(Use.FORMER));
  }

  /// Returns the tag as a forgotten card that staff have been told of.
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
