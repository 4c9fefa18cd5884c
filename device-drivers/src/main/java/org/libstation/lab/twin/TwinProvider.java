package org.libstation.lab.twin;

import org.libstation.device.DeviceAddress;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.Drivers;
import org.libstation.lab.link.Twin;

/// Makes the twins of one make of device; found by [java.util.ServiceLoader]. A make's twin is in
/// its own folder and one line in `META-INF/services/org.libstation.lab.twin.TwinProvider`.
public interface TwinProvider {

  /// The word that chooses the driver in a configuration, such as `escpos`.
  String model();

  /// A device as it comes out of its box. It plays one or more of the roles of this package, by
  /// which hands can do something at it.
  Twin make();

  /// The address of such a device on a line, with the usual settings of that line: where a new one
  /// is looked for.
  default DeviceAddress usual() {
    return DeviceAddress.parse(Drivers.usualAddress(model(), model(), DeviceSheets.shipped()));
  }
}
