package org.libstation.device;

import java.util.Map;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.DriverOptions;
import org.libstation.device.driver.DriverSetup;
import org.libstation.device.link.LinkOpener;

/// What a driver is made from, for tests that change what they are about.
public final class SampleSetup {
  private SampleSetup() {}

  /// A device named `device` with the sheets that are shipped, without options; nobody listens to
  /// it.
  public static DriverSetup of(String address, DeviceClock clock, LinkOpener line) {
    return new DriverSetup(
        "device",
        DeviceAddress.parse(address),
        new DriverOptions(Map.of()),
        clock,
        _ -> {},
        line,
        DeviceSheets.shipped());
  }
}
