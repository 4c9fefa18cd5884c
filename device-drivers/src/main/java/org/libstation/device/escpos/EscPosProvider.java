package org.libstation.device.escpos;

import org.libstation.device.Device;
import org.libstation.device.DriverProvider;
import org.libstation.device.DriverSetup;

/// `escpos`: see README.md here for its options.
public final class EscPosProvider implements DriverProvider {

  @Override
  public String model() {
    return "escpos";
  }

  @Override
  public Device create(DriverSetup setup) {
    return new EscPosPrinter(
        setup.name(),
        PrinterSettings.of(setup.options()),
        setup.opener(),
        setup.clock(),
        setup.listener());
  }
}
