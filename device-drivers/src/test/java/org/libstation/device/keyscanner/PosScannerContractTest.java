package org.libstation.device.keyscanner;

import java.util.Arrays;
import org.libstation.device.keyscanner.lab.PosScannerTwin;
import org.libstation.lab.twin.CodeScanner;
import org.libstation.testkit.BarcodeReaderContract;

class PosScannerContractTest extends BarcodeReaderContract {
  private static final int DATA = 5;

  @Override
  protected String model() {
    return "keyscanner";
  }

  @Override
  protected String address() {
    return "hidraw:/dev/null";
  }

  @Override
  protected CodeScanner twin() {
    PosScannerTwin twin = new PosScannerTwin();
    twin.identifier("");
    return twin;
  }

  /// A report that says more follows, and none does.
  @Override
  protected void half(CodeScanner twin, String code) {
    byte[] report = new byte[62];
    report[0] = 2;
    report[1] = 7;
    Arrays.fill(report, DATA, DATA + 7, (byte) code.charAt(0));
    report[61] = 1;
    ((PosScannerTwin) twin).piece(report);
  }

  @Override
  protected void plugged(CodeScanner twin) {
    ((PosScannerTwin) twin).plug();
  }
}
