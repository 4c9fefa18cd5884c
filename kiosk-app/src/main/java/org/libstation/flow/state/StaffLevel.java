package org.libstation.flow.state;

/// Rights behind a staff PIN; each level includes those before it.
public enum StaffLevel {
  /// The to-do list, the check of tags on the pad, emptying the drop.
  STAFF,
  /// The checks, and allowing lending again.
  TECHNICIAN,
  /// Data that leave the station: the support bundle.
  ADMINISTRATOR;

  public boolean may(StaffLevel needed) {
    return compareTo(needed) >= 0;
  }
}
