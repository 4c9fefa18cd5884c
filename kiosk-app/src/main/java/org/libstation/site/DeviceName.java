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

/// A device's key in `station.devices`, in display order.
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

  /// The device's role in the flow.
  public DeviceRole role() {
    return role;
  }

  /// The models that fit this name; a printer model does not fit `pad`, for example.
  public List<String> models() {
    return StreamSupport.stream(Drivers.models().spliterator(), false)
        .filter(model -> canBe(Drivers.kind(model)))
        .toList();
  }

  private boolean canBe(Class<? extends Device> kind) {
    return switch (this) {
      case SCANNER, DROPSCANNER -> kind == BarcodeReader.class;
      // A pad can read cards, too.
      case CARDS -> kind == BarcodeReader.class || kind == TagReader.class;
      case PAD, DROP -> kind == TagReader.class;
      case BIN -> kind == BinSensor.class;
      case PRINTER -> kind == ReceiptPrinter.class;
    };
  }

  /// @throws WrongOptionException if the model is known but is another kind of device
  public void check(String model) {
    List<String> fit = models();
    if (Drivers.known(model) && !fit.contains(model)) {
      String expected = "one of " + String.join(", ", fit);
      throw new WrongOptionException(
          WrongOptionException.MODEL,
          WrongOptionException.OptionRule.ONE_OF,
          fit,
          expected,
          "'%s' is not a driver for '%s'; expected: %s".formatted(model, word(), expected));
    }
  }

  /// The key as written in the file.
  public String word() {
    return SettingKey.word(this);
  }

  /// Sorts a map alphabetically by the keys as written in a file.
  static <T> Map<DeviceName, T> inOrder(Map<DeviceName, T> some) {
    Map<DeviceName, T> all = new TreeMap<>(Comparator.comparing(DeviceName::word));
    all.putAll(some);
    return Collections.unmodifiableMap(all);
  }

  /// Finds a device name by its word in the file; empty if there is none.
  public static Optional<DeviceName> of(String word) {
    return Stream.of(values()).filter(name -> name.word().equals(word)).findFirst();
  }
}
