package org.libstation.device.pdfprinter;

import java.nio.file.Path;
import java.util.Optional;
import org.libstation.device.Device;
import org.libstation.device.driver.DriverProvider;
import org.libstation.device.driver.DriverSetup;
import org.libstation.device.exam.Examination;

/// `pdfprinter`: the address is the folder, `file:/var/lib/libstation/receipts`.
public final class PdfPrinterProvider implements DriverProvider {

  @Override
  public String model() {
    return "pdfprinter";
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
