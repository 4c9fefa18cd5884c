package org.libstation.device;

/// What a tag's security byte says, by the configured pair of AFI values (ISO/TC46/SC4/WG11: C2 on
/// loan, 07 in stock).
public enum TagSecurity {
  /// In stock: the gate alarms.
  ARMED,
  /// On loan: the gate stays silent.
  CLEARED,
  /// A third value: do not touch, tell staff.
  UNKNOWN
}
