package org.libstation.device.feig;

import org.libstation.device.feig.lab.FeigTwin;
import org.libstation.device.pad.PadPtyContract;
import org.libstation.lab.twin.TagField;

class FeigPtyTest extends PadPtyContract {
  @Override
  protected String model() {
    return "feig";
  }

  @Override
  protected TagField twin() {
    return new FeigTwin();
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
