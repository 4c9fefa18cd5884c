package org.libstation.device.chipcard;

import org.libstation.device.driver.DeviceSheets;

/// The keys of a site's cards, in a file of their own; read when a card needs one.
final class CardKeys {
  private final DeviceSheets sheets;

  CardKeys(DeviceSheets sheets) {
    this.sheets = sheets;
  }

  @Override
  public String toString() {
    return "keys of cards in " + sheets;
  }
}
