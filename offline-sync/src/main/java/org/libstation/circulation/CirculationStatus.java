package org.libstation.circulation;

import java.util.Optional;

/// An item's SIP2 circulation status (message 18, first fixed field), by its two-digit code.
public enum CirculationStatus {
  OTHER("01"),
  ON_ORDER("02"),
  AVAILABLE("03"),
  CHARGED("04"),
  CHARGED_NOT_RECALLABLE("05"),
  IN_PROCESS("06"),
  RECALLED("07"),
  ON_HOLD_SHELF("08"),
  TO_BE_RESHELVED("09"),
  IN_TRANSIT("10"),
  CLAIMED_RETURNED("11"),
  LOST("12"),
  MISSING("13");

  private final String code;

  CirculationStatus(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /// The status of a code; empty if the code is none of the thirteen.
  public static Optional<CirculationStatus> ofCode(String code) {
    for (CirculationStatus status : values()) {
      if (status.code.equals(code)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }

  /// Whether the item is certainly on loan (04 and 05).
  public boolean onLoan() {
    return this == CHARGED || this == CHARGED_NOT_RECALLABLE;
  }

  /// Whether the item is certainly not on loan (03, 08 and 09).
  public boolean onShelf() {
    return this == AVAILABLE || this == ON_HOLD_SHELF || this == TO_BE_RESHELVED;
  }
}
