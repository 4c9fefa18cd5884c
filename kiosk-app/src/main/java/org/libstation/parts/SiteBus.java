package org.libstation.parts;

import java.nio.file.Path;
import java.util.Map;
import org.libstation.device.DeviceAddress;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.modbusbin.BusSetup;
import org.libstation.site.OnePort;
import org.libstation.site.SettingsFile;
import org.libstation.site.SiteProblem;
import org.libstation.site.StationSettings;

/// A site's Modbus line, as its settings describe it.
///
/// @param baud the speed the site says the bus has
public record SiteBus(BusSetup setup, int baud) {

  /// @param name of a device on it, in `station.devices`
  /// @throws SiteProblem when the settings cannot be, or the device is on no bus
  public static SiteBus of(Path config, Map<String, String> overrides, String name) {
    StationSettings settings = SettingsFile.read(config, overrides);
    StationSettings.DeviceEntry entry = settings.devices().get(name);
    if (entry == null || !entry.model().equals("modbusbin")) {
      throw new SiteProblem(
          "--device: expected a device of model modbusbin in station.devices, not '" + name + "'");
    }
    // What is written there would reach another device too.
    OnePort.check(config, settings);
    // Tells a wrong model, option or address with its place, as a start does.
    Devices.create(config, name, entry, _ -> {}).close();
    DeviceAddress address = DeviceAddress.parse(entry.address());
    return new SiteBus(
        BusSetup.of(name, address, entry.options(), DeviceSheets.of(config.resolve("devices"))),
        Integer.parseInt(address.option("baud").orElse("9600")));
  }
}
