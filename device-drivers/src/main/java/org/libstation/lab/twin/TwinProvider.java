package org.libstation.lab.twin;

import java.util.List;
import java.util.Map;
import org.libstation.device.DeviceAddress;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.Drivers;
import org.libstation.lab.link.PluggedTwin;
import org.libstation.lab.link.Twin;
import org.libstation.lab.link.tcp.TcpTwin;

/// Makes the twins of one make of device; found by [java.util.ServiceLoader]. A make's twin has its
/// own package and one line in `META-INF/services/org.libstation.lab.twin.TwinProvider`.
public interface TwinProvider {

  /// The word that chooses the driver in a configuration, such as `escpos`.
  String model();

  /// The options of `station.yaml` under which devices of this model speak another protocol, each
  /// with its own twin. The first entry has no options.
  default List<Map<String, String>> kinds() {
    return List.of(Map.of());
  }

  /// Makes a new device. It has one or more of the roles of this package, through which people act
  /// on it.
  ///
  /// @param kind one of [#kinds]
  Twin make(Map<String, String> kind);

  /// Plugs a twin in at a port of this computer, as a device on a network.
  ///
  /// @param port 0 for any free port
  /// @throws java.io.UncheckedIOException if the port is not available
  default PluggedTwin atPort(Twin twin, int port) {
    return TcpTwin.plugged(twin, port);
  }

  /// Driver options with the longest allowed waits. A twin answers only when its computer has time;
  /// a real device answers at once.
  default Map<String, String> patience() {
    return Map.of();
  }

  /// The address at which a new device of this kind is looked for on a line, with the line's usual
  /// settings.
  default DeviceAddress usual(Map<String, String> kind) {
    return DeviceAddress.parse(Drivers.usualAddress(model(), model(), DeviceSheets.shipped()));
  }
}
