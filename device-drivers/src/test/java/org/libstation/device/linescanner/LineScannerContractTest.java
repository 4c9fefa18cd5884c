package org.libstation.device.linescanner;

import java.nio.charset.StandardCharsets;
import org.libstation.device.linescanner.lab.LineScannerTwin;
import org.libstation.lab.twin.CodeScanner;
import org.libstation.testkit.BarcodeReaderContract;

class LineScannerContractTest extends BarcodeReaderContract {
  @Override
  protected String model() {
    return "linescanner";
  }

  @Override
  protected CodeScanner twin() {
    return new LineScannerTwin();
  }

  @Override
  protected void half(CodeScanner twin, String code) {
    ((LineScannerTwin) twin)
        .raw(code.substring(0, code.length() / 2).getBytes(StandardCharsets.US_ASCII));
  }
}
