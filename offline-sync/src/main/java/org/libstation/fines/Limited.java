package org.libstation.fines;

import java.util.Optional;
import org.libstation.circulation.Money;
import org.libstation.fines.Maximum.Reached;

/// Charges for one item as money, within the limits.
///
/// @param minor minor units
/// @param bills how many charges were made before the limit was reached
record Limited(long minor, long bills, Reached reached) {

  static Limited of(FinePolicy policy, Optional<Money> price, long charges) {
    long rate = policy.rate().minor();
    Maximum maximum = policy.maximum();
    long limit = maximum.limit(price);
    long bills = Math.min(charges, chargesWithin(limit, rate));
    long sum = policy.rounded(Math.multiplyExact(maximum.truncate() ? charges : bills, rate));
    boolean smaller = maximum.truncate() ? sum > limit : bills < charges;
    if (!smaller) {
      return new Limited(sum, bills, Reached.NONE);
    }
    return new Limited(maximum.truncate() ? limit : sum, bills, maximum.reachedAt(limit, price));
  }

  /// The charges made until their sum has reached the limit.
  static long chargesWithin(long limit, long rate) {
    if (limit == 0) {
      return 0;
    }
    return limit == Long.MAX_VALUE || rate == 0 ? Long.MAX_VALUE : Math.ceilDiv(limit, rate);
  }
}
