package org.libstation.station.parts;

import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.libstation.device.BarcodeReader;
import org.libstation.device.Device;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceListener;
import org.libstation.flow.state.ScanReport;
import org.libstation.site.DeviceName;
import org.libstation.site.Site;
import org.libstation.site.SiteProblem;
import org.libstation.site.StationSettings;
import org.libstation.station.ScanJudge;

/// A site's barcode reader with that site's rules.
///
/// @param device opens nothing before its first step
/// @param explain judges a scan by the site's rules
public record SiteScanner(Device device, Function<DeviceEvent.ScanSeen, ScanReport> explain) {

  /// @param name as in `station.devices`
  /// @throws SiteProblem if the settings have no such reader
  public static SiteScanner of(Site site, String name, DeviceListener listener) {
    StationSettings settings = site.settings();
    DeviceName known =
        DeviceName.of(name)
            .filter(settings.devices()::containsKey)
            .orElseThrow(() -> notThere(name, settings));
    StationSettings.DeviceEntry entry = Objects.requireNonNull(settings.devices().get(known));
    Device device = Devices.create(site.directory(), known, entry, listener);
    if (!(device instanceof BarcodeReader reader)) {
      throw new SiteProblem("--device: '" + name + "' reads no barcodes");
    }
    reader.reading(true);
    ScanJudge judge = Devices.judge(settings.barcodes());
    return new SiteScanner(reader, seen -> judge.explain(known.role(), seen));
  }

  private static SiteProblem notThere(String name, StationSettings settings) {
    return new SiteProblem(
        "--device: '%s' is not in station.devices; there are %s"
            .formatted(
                name,
                settings.devices().keySet().stream()
                    .map(DeviceName::word)
                    .collect(Collectors.joining(", "))));
  }
}
