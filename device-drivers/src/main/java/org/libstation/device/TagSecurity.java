package org.libstation.device;

/// The meaning of a tag's security byte by the configured pair of AFI values (ISO/TC46/SC4/WG11: C2
/// on loan, 07 in stock). The flow has its own copy, `PadTag.SecurityBit`, because it must not
/// depend on device drivers; the station's `DeviceBridge` translates.
public enum TagSecurity {
  /// In stock: the gate alarms.
  ARMED,
  /// On loan: the gate stays silent.
  CLEARED,
  /// A third value. The tag must not be touched, and staff must be informed.
  UNKNOWN
}
