package org.libstation.fleet.order;

import org.libstation.site.SettingKey;

/// Why an order is not carried out.
public enum OrderRefusal {
  JUNK("it is not an order"),
  VERSION("it is of a version that this station does not know"),
  KEY_UNKNOWN("its key is not in fleet.staff-keys of this station"),
  FORGED("it was altered after it was signed, or signed by another key"),
  OTHER_STATION("it is for another station"),
  NO_EXPIRY("it has no expiry time"),
  EXPIRED("it has expired"),
  TOO_FAR("it is valid for longer than 15 minutes"),
  CLOCK_DOUBTFUL("the station does not know what time it is"),
  UNKNOWN_ORDER("this station knows no such order"),
  NOT_ALLOWED_HERE("fleet.orders of the station does not allow it"),
  NOT_ALLOWED_KEY("this key may not give it"),
  WRONG_WITH("a parameter is missing, too long or wrong"),
  REPLAYED("it was received before"),
  REORDERED("a later order of this key was received before it"),
  BUSY("too many orders are under way"),
  NOT_KEPT("the station cannot keep it on disk");

  private final String english;

  OrderRefusal(String english) {
    this.english = english;
  }

  /// The reason as part of an English sentence.
  public String english() {
    return english;
  }

  /// Word on the wire.
  public String word() {
    return SettingKey.word(this);
  }

  /// Whether the sender did not prove to hold one of this station's staff keys.
  boolean isStranger() {
    return compareTo(OTHER_STATION) < 0;
  }
}
