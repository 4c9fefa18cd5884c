package org.libstation.device.modbusbin;

import org.libstation.device.Device;
import org.libstation.device.DriverProvider;
import org.libstation.device.DriverSetup;

/// Makes [ModbusBinSensor]s; model `modbusbin`.
public final class ModbusBinProvider implements DriverProvider {
  @Override
  public String model() {
    return "modbusbin";
  }

  @Override
  public Device create(DriverSetup setup) {
    return new ModbusBinSensor(setup, BinOptions.read(setup));
  }
}
