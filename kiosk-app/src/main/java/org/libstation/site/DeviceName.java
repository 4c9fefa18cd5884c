package org.libstation.site;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.libstation.device.BarcodeReader;
import org.libstation.device.BinSensor;
import org.libstation.device.Device;
import org.libstation.device.ReceiptPrinter;
import org.libstation.device.TagReader;
import org.libstation.device.WrongOptionException;
import org.libstation.device.driver.Drivers;
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

  /// The models that can be it: a printer is no pad.
  public List<String> models() {
    return StreamSupport.stream(Drivers.models().spliterator(), false)
        .filter(model -> canBe(Drivers.kind(model)))
        .toList();
  }

  private boolean canBe(Class<? extends Device> kind) {
    return switch (this) {
      case SCANNER, DROPSCANNER -> kind == BarcodeReader.class;
      // A pad reads cards too.
      case CARDS -> kind == BarcodeReader.class || kind == TagReader.class;
      case PAD, DROP -> kind == TagReader.class;
      case BIN -> kind == BinSensor.class;
      case PRINTER -> kind == ReceiptPrinter.class;
    };
  }

  /// @throws WrongOptionException where devices of a known model are of another kind
  public void check(String model) {
    List<String> fit = models();
    if (Drivers.known(model) && !fit.contains(model)) {
      String expected = "one of " + String.join(", ", fit);
      throw new WrongOptionException(
          WrongOptionException.MODEL,
          WrongOptionException.OptionRule.ONE_OF,
          fit,
          expected,
          "'%s' is no device for '%s'; expected: %s".formatted(model, word(), expected));
    }
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
