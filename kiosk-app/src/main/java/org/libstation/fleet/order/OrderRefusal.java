package org.libstation.fleet.order;

import org.libstation.site.SettingKey;

/// Why an order is not carried out.
public enum OrderRefusal {
  JUNK("it is no order"),
  VERSION("it is of a version that this station does not know"),
  KEY_UNKNOWN("its key is not, or no longer, among this station's staff keys"),
  FORGED("it was altered after it was signed, or signed by another key"),
  OTHER_STATION("it is for another station"),
  NO_EXPIRY("it does not say until when it counts"),
  EXPIRED("its time is over"),
  TOO_FAR("it counts for longer than 15 minutes"),
  CLOCK_DOUBTFUL("the station does not know what time it is"),
  UNKNOWN_ORDER("this station knows no such order"),
  NOT_ALLOWED_HERE("fleet.orders of the station does not allow it"),
  NOT_ALLOWED_KEY("this key may not give it"),
  WRONG_WITH("what belongs to it is missing, too long, or not what it should be"),
  REPLAYED("it was taken before"),
  REORDERED("a later order of this key was taken before it"),
  BUSY("too many orders are under way"),
  NOT_KEPT("the station cannot keep it on disk");

  private final String english;

  OrderRefusal(String english) {
    this.english = english;
  }

  public String english() {
    return english;
  }

  /// As it stands on the wire.
  public String word() {
    return SettingKey.word(this);
  }

  /// Whether whoever sent it has not even shown a key of this station's.
  boolean isStranger() {
    return compareTo(OTHER_STATION) < 0;
  }
}
