package org.libstation.flow.state;

/// What whoever typed a PIN may do behind it; each level may do what those before it may.
public enum StaffLevel {
  /// The to-do list, the tray, emptying.
  STAFF,
  /// The checks, and letting lending go on.
  TECHNICIAN,
  /// What leaves the station: the support bundle.
  ADMINISTRATOR;

  public boolean may(StaffLevel needed) {
    return compareTo(needed) >= 0;
  }
}
