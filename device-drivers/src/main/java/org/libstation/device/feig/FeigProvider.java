package org.libstation.device.feig;

import org.libstation.device.Device;
import org.libstation.device.DriverProvider;
import org.libstation.device.DriverSetup;

/// Makes [FeigTagReader]s; model `feig`.
public final class FeigProvider implements DriverProvider {
  @Override
  public String model() {
    return "feig";
  }

  @Override
  public Device create(DriverSetup setup) {
    return new FeigTagReader(setup, FeigOptions.read(setup.options()));
  }
}
