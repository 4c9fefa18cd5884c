package org.libstation.device.escpos;

import org.libstation.device.Device;
import org.libstation.device.DriverOptions;
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
    DriverOptions options = setup.options();
    ReceiptJob.Settings settings =
        new ReceiptJob.Settings(
            Integer.parseInt(options.choice("dots", "576", "576", "384")),
            options.choice("letters", "own", "own", "drawn").equals("drawn"),
            options.choice("qr", "native", "native", "drawn").equals("native"));
    return new EscPosPrinter(
        setup.name(), settings, setup.opener(), setup.clock(), setup.listener());
  }
}
