package org.libstation.device.keyscanner.lab;

import java.util.Map;
import org.libstation.lab.link.Twin;
import org.libstation.lab.twin.TwinProvider;

/// Makes simulated devices ([KeyScannerTwin]) for the driver `keyscanner`.
public final class KeyScannerTwins implements TwinProvider {
  @Override
  public String model() {
    return "keyscanner";
  }

  @Override
  public Twin make(Map<String, String> kind) {
    return new KeyScannerTwin();
  }
}
