package org.libstation.device.keyscanner;

import java.util.List;
import org.libstation.device.keyscanner.lab.KeyScannerTwin;
import org.libstation.lab.twin.CodeScanner;
import org.libstation.testkit.BarcodeReaderContract;

class KeyScannerContractTest extends BarcodeReaderContract {
  @Override
  protected String model() {
    return "keyscanner";
  }

  @Override
  protected String address() {
    return "evdev:/dev/null";
  }

  @Override
  protected CodeScanner twin() {
    return new KeyScannerTwin();
  }

  @Override
  protected void half(CodeScanner twin, String code) {
    if (twin.bringAbout("break-off", List.of("1")).isPresent() || !twin.scan(code)) {
      throw new IllegalStateException("it scans");
    }
  }
}
