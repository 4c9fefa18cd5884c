package org.libstation.site;

import java.util.Optional;
import java.util.stream.Stream;
import org.libstation.flow.state.StationFacts.DeviceRole;

/// A name that a device of `station.devices` may have, in the order in which they are shown.
public enum DeviceName {
  SCANNER(DeviceRole.SCANNER),
  CARDS(DeviceRole.CARD_READER),
  PAD(DeviceRole.PAD),
  DROP(DeviceRole.DROP_READER),
  DROPSCANNER(DeviceRole.DROP_SCANNER),
  BIN(DeviceRole.DROP),
  PRINTER(DeviceRole.PRINTER);

  private final DeviceRole role;

  DeviceName(DeviceRole role) {
    this.role = role;
  }

  /// What the flow knows it as.
  public DeviceRole role() {
    return role;
  }

  /// As the file has it.
  public String word() {
    return SettingKey.word(this);
  }

  public static Optional<DeviceName> of(String word) {
    return Stream.of(values()).filter(name -> name.word().equals(word)).findFirst();
  }
}
