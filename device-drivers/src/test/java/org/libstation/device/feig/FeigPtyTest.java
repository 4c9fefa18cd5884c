package org.libstation.device.feig;

import org.libstation.device.feig.lab.FeigTwin;
import org.libstation.device.pad.PadPtyContract;

class FeigPtyTest extends PadPtyContract {
  FeigPtyTest() {
    super(new FeigTwin());
  }

  @Override
  protected String model() {
    return "feig";
  }

  @Override
  protected int baud() {
    return 38400;
  }

  @Override
  protected String frame() {
    return "8E1";
  }
}
