package org.libstation.device.pdfprinter;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.libstation.device.Device;
import org.libstation.device.ReceiptPrinter;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.DriverProvider;
import org.libstation.device.driver.DriverSetup;
import org.libstation.device.exam.Examination;

/// Provides the driver `pdfprinter`. Its address is the folder, such as
/// `file:/var/lib/libstation/receipts`.
public final class PdfPrinterProvider implements DriverProvider {

  @Override
  public String model() {
    return "pdfprinter";
  }

  @Override
  public Class<ReceiptPrinter> kind() {
    return ReceiptPrinter.class;
  }

  @Override
  public List<String> reachedBy() {
    return List.of("file");
  }

  @Override
  public String usualAddress(String name, DeviceSheets sheets) {
    return "file:receipts";
  }

  @Override
  public Device create(DriverSetup setup) {
    return new PdfPrinter(
        setup.name(), Path.of(setup.address().place()), setup.clock(), setup.listener());
  }

  @Override
  public Optional<Examination> examination(DriverSetup setup) {
    return Optional.of(new PdfExamination(setup.name(), Path.of(setup.address().place())));
  }
}
