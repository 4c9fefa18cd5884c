package org.libstation.device.ippprinter;

import java.util.List;
import java.util.Optional;
import org.libstation.device.Device;
import org.libstation.device.ReceiptPrinter;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.DriverProvider;
import org.libstation.device.driver.DriverSetup;
import org.libstation.device.exam.Examination;
import org.libstation.device.exam.PrintingExamination;

/// Provides the driver `ippprinter`. README.md here describes its options.
public final class IppPrinterProvider implements DriverProvider {
  @Override
  public String model() {
    return "ippprinter";
  }

  @Override
  public Class<ReceiptPrinter> kind() {
    return ReceiptPrinter.class;
  }

  @Override
  public List<String> reachedBy() {
    return List.of("tcp");
  }

  /// The print server of this computer.
  @Override
  public String usualAddress(String name, DeviceSheets sheets) {
    return "tcp:localhost:631";
  }

  @Override
  public List<ListedDevice> listed() {
    return CupsQueues.at(CupsQueues.server());
  }

  @Override
  public Device create(DriverSetup setup) {
    return new IppPrinter(setup.name(), IppSettings.of(setup), setup.clock(), setup.listener());
  }

  @Override
  public Optional<Examination> examination(DriverSetup setup) {
    IppSettings settings = IppSettings.of(setup);
    return Optional.of(
        new PrintingExamination(
            (_, clock, listener) -> new IppPrinter(setup.name(), settings, clock, listener)));
  }
}
