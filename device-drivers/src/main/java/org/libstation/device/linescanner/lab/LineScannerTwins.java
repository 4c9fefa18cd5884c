package org.libstation.device.linescanner.lab;

import java.util.Map;
import org.libstation.lab.link.Twin;
import org.libstation.lab.twin.TwinProvider;

/// Makes simulated devices ([LineScannerTwin]) for the driver `linescanner`.
public final class LineScannerTwins implements TwinProvider {
  @Override
  public String model() {
    return "linescanner";
  }

  @Override
  public Twin make(Map<String, String> kind) {
    return new LineScannerTwin();
  }
}
