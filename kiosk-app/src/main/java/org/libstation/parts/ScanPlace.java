package org.libstation.parts;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.libstation.device.Device;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceListener;
import org.libstation.flow.state.ScanReport;

/// A site's reader and rules, for `test-scan`.
@FunctionalInterface
public interface ScanPlace {

  /// @param device its name in `station.devices`
  /// @throws SiteProblem when the settings cannot be, or have no such reader
  Reader of(Path config, Map<String, String> overrides, String device, DeviceListener listener);

  /// @param device opens nothing until it is stepped
  /// @param explain judges a scan by the site's rules
  record Reader(Device device, Function<DeviceEvent.ScanSeen, ScanReport> explain) {}
}
