package org.libstation.lab.twin;

import java.util.List;
import java.util.Map;
import org.libstation.device.DeviceAddress;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.Drivers;
import org.libstation.lab.link.PluggedTwin;
import org.libstation.lab.link.Twin;
import org.libstation.lab.link.tcp.TcpTwin;

/// Makes the twins of one make of device; found by [java.util.ServiceLoader]. A make's twin is in
/// its own folder and one line in `META-INF/services/org.libstation.lab.twin.TwinProvider`.
public interface TwinProvider {

  /// The word that chooses the driver in a configuration, such as `escpos`.
  String model();

  /// The options of `station.yaml` by which devices of it speak otherwise, each with a twin of its
  /// own: first that of none.
  default List<Map<String, String>> kinds() {
    return List.of(Map.of());
  }

  /// A device as it comes out of its box. It plays one or more of the roles of this package, by
  /// which hands can do something at it.
  ///
  /// @param kind one of [#kinds]
  Twin make(Map<String, String> kind);

  /// Plugs one in at a port of this computer, as such a device is on a network.
  ///
  /// @param port 0 for any that is free
  /// @throws java.io.UncheckedIOException when the port is not to be had
  default PluggedTwin atPort(Twin twin, int port) {
    return TcpTwin.plugged(twin, port);
  }

  /// Options of its driver by which it waits as long as it may: a twin answers when its machine
  /// comes to it, and a device does at once.
  default Map<String, String> patience() {
    return Map.of();
  }

  /// The address of such a device on a line, with the usual settings of that line: where a new one
  /// is looked for.
  default DeviceAddress usual(Map<String, String> kind) {
    return DeviceAddress.parse(Drivers.usualAddress(model(), model(), DeviceSheets.shipped()));
  }
}
