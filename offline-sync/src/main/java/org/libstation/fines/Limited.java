package org.libstation.fines;

import java.util.Optional;
import org.libstation.circulation.Money;
import org.libstation.fines.Maximum.Reached;

/// The charges for one item as money, within the limits.
///
/// @param minor sum in minor units
/// @param bills number of charges made before the limit was reached
record Limited(long minor, long bills, Reached reached) {

  /// @param fees fees of reminder stages, for one item
  static Limited of(FinePolicy policy, Optional<Money> price, long charges, long fees) {
    long rate = policy.rate().minor();
    Maximum maximum = policy.maximum();
    long limit = maximum.limit(price);
    long bills = Math.min(charges, chargesWithin(limit, rate));
    long daily = Math.multiplyExact(maximum.truncate() ? charges : bills, rate);
    long sum = policy.rounded(Math.addExact(daily, fees));
    // Without truncation the last charge may exceed the limit; the fee of a stage never does.
    long most = maximum.truncate() ? limit : Math.max(limit, policy.rounded(daily));
    boolean smaller = sum > most || (!maximum.truncate() && bills < charges);
    if (!smaller) {
      return new Limited(sum, bills, Reached.NONE);
    }
    return new Limited(Math.min(sum, most), bills, maximum.reachedAt(limit, price));
  }

  /// Number of charges until their sum reaches the limit; [Long#MAX_VALUE] if it never does.
  static long chargesWithin(long limit, long rate) {
    if (limit == 0) {
      return 0;
    }
    return limit == Long.MAX_VALUE || rate == 0 ? Long.MAX_VALUE : Math.ceilDiv(limit, rate);
  }
}
