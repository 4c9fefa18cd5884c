package org.libstation.parts;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.libstation.device.BarcodeReader;
import org.libstation.device.Device;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceListener;
import org.libstation.flow.state.ScanReport;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.run.ScanJudge;
import org.libstation.site.SettingsFile;
import org.libstation.site.SiteProblem;
import org.libstation.site.StationSettings;

/// A site's barcode reader with the rules of that site.
///
/// @param device opens nothing until it is stepped
/// @param explain judges a scan by the site's rules
public record SiteScanner(Device device, Function<DeviceEvent.ScanSeen, ScanReport> explain) {

  /// @param name in `station.devices`
  /// @throws SiteProblem when the settings cannot be, or have no such reader
  public static SiteScanner of(
      Path config, Map<String, String> overrides, String name, DeviceListener listener) {
    StationSettings settings = SettingsFile.read(config, overrides);
    StationSettings.DeviceEntry entry = settings.devices().get(name);
    if (entry == null) {
      throw new SiteProblem(
          "--device: '%s' is not in station.devices; there are %s"
              .formatted(
                  name, String.join(", ", settings.devices().keySet().stream().sorted().toList())));
    }
    Device device = Devices.create(config, name, entry, listener);
    if (!(device instanceof BarcodeReader reader)) {
      throw new SiteProblem("--device: '" + name + "' reads no barcodes");
    }
    reader.reading(true);
    ScanJudge judge = Devices.judge(settings.barcodes());
    DeviceRole role = Devices.role(name).orElse(DeviceRole.SCANNER);
    return new SiteScanner(reader, seen -> judge.explain(role, seen));
  }
}
