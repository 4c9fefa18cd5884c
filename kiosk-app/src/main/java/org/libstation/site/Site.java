package org.libstation.site;

import java.nio.file.Path;
import java.util.Map;

/// What a scenario, the journal's commands and the demo need to know of a site.
///
/// @param directory where `station.yaml` lies
/// @param data where the journal lies
/// @param embedded whether its central system is the embedded library
/// @param devices by name
public record Site(
    Path directory,
    Path data,
    boolean embedded,
    String centralUser,
    String centralPassword,
    Path policy,
    Map<String, DeviceAt> devices) {
  public Site {
    devices = Map.copyOf(devices);
  }

  /// @param model such as `feig`
  /// @param address such as `serial:/dev/libstation/pad?baud=38400`
  public record DeviceAt(String model, String address) {}
}
