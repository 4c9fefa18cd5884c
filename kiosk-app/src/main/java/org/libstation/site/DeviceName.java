package org.libstation.site;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

  /// As they are told: by their words in a file, as a dictionary has them.
  static <T> Map<DeviceName, T> inOrder(Map<DeviceName, T> some) {
    Map<DeviceName, T> all = new TreeMap<>(Comparator.comparing(DeviceName::word));
    all.putAll(some);
    return Collections.unmodifiableMap(all);
  }

  public static Optional<DeviceName> of(String word) {
    return Stream.of(values()).filter(name -> name.word().equals(word)).findFirst();
  }
}
