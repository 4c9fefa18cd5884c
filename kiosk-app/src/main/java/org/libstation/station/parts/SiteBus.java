package org.libstation.station.parts;

import java.nio.file.Path;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.driver.BusSetup;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.Drivers;
import org.libstation.device.driver.LinkOpeners;
import org.libstation.site.DeviceName;
import org.libstation.site.OnePort;
import org.libstation.site.Site;
import org.libstation.site.SiteProblem;
import org.libstation.site.StationSettings;

/// A site's Modbus line, from its settings.
///
/// @param baud the configured speed of the bus
public record SiteBus(BusSetup setup, int baud) {

  /// @param name a device on the bus, as in `station.devices`
  /// @throws SiteProblem if the device is on no bus, or cannot be made
  public static SiteBus of(Site site, String name) {
    Path config = site.directory();
    StationSettings settings = site.settings();
    DeviceName device = DeviceName.of(name).orElseThrow(() -> onNoBus(name));
    StationSettings.DeviceEntry entry = settings.devices().get(device);
    if (entry == null) {
      throw onNoBus(name);
    }
    // If two devices share a port, a write would reach the other device too.
    OnePort.check(config, settings);
    // Makes the device only to report a wrong model, option or address with its place, as a start
    // does.
    Devices.create(config, device, entry, _ -> {}).close();
    DeviceAddress address = DeviceAddress.parse(entry.address());
    BusSetup setup =
        Drivers.busSetup(
                entry.model(),
                name,
                address,
                entry.options(),
                DeviceClock.system(),
                DeviceSheets.of(config.resolve("devices")),
                baud -> LinkOpeners.of(address.with("baud", Integer.toString(baud))))
            .orElseThrow(() -> onNoBus(name));
    return new SiteBus(setup, Integer.parseInt(address.baud()));
  }

  private static SiteProblem onNoBus(String name) {
    return new SiteProblem(
        "--device: expected a device on a bus in station.devices, not '" + name + "'");
  }
}
