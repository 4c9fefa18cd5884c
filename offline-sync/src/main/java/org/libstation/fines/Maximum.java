package org.libstation.fines;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalInt;
import org.libstation.circulation.Money;

/// The upper limits of a fine for one item.
///
/// @param amount empty if there is none
/// @param percentOfPrice a limit as a percentage of the item's price, if that is known
/// @param itemPrice whether the item's price is a limit too
/// @param truncate whether the last charge is cut to the limit. Otherwise charging stops once the
///   limit is reached, and the last charge may exceed it (Evergreen,
///   `circ.fines.truncate_to_max_fine`)
@RecordBuilder
public record Maximum(
    Optional<Money> amount, OptionalInt percentOfPrice, boolean itemPrice, boolean truncate)
    implements MaximumBuilder.With {

  public static final Maximum NONE =
      new Maximum(Optional.empty(), OptionalInt.empty(), false, true);

  public static Maximum of(Optional<Money> amount) {
    return new Maximum(amount, OptionalInt.empty(), false, true);
  }

  /// The limit that reduced a fine.
  public enum Reached {
    NONE,
    AMOUNT,
    ITEM_PRICE
  }

  /// The lowest limit, in minor units; [Long#MAX_VALUE] if there is none.
  public long limit(Optional<Money> price) {
    long limit = amount.map(Money::minor).orElse(Long.MAX_VALUE);
    if (price.isPresent()) {
      long full = price.get().minor();
      if (percentOfPrice.isPresent()) {
        limit = Math.min(limit, percent(full, percentOfPrice.getAsInt()));
      }
      limit = itemPrice ? Math.min(limit, full) : limit;
    }
    return limit;
  }

  /// Which limit has this value.
  Reached reachedAt(long limit, Optional<Money> price) {
    boolean amounts = amount.isPresent() && amount.get().minor() == limit;
    boolean whole = itemPrice && price.isPresent() && price.get().minor() == limit;
    return whole && !amounts ? Reached.ITEM_PRICE : Reached.AMOUNT;
  }

  /// A percentage of a sum in whole minor units, rounded half up.
  static long percent(long minor, int percent) {
    return BigDecimal.valueOf(minor)
        .multiply(BigDecimal.valueOf(percent))
        .movePointLeft(2)
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
