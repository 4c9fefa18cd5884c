package org.libstation.circulation;

/// What the station may do with the security bit of an item that was lent, as the central system
/// answered the checkout.
public enum SecurityBitRule {
  /// The station clears the bit, once the loan is on disk.
  MAY_CLEAR,
  /// The station must not touch the bit.
  KEEP
}
