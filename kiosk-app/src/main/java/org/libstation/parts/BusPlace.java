package org.libstation.parts;

import java.nio.file.Path;
import java.util.Map;
import org.libstation.device.driver.BusSetup;

/// A site's bus, for `setup-bus`.
@FunctionalInterface
public interface BusPlace {

  /// @param device its name in `station.devices`
  /// @throws SiteProblem when the settings cannot be, or the device is on no bus
  Bus of(Path config, Map<String, String> overrides, String device);

  /// @param baud the speed the site says the bus has
  record Bus(BusSetup setup, int baud) {}
}
