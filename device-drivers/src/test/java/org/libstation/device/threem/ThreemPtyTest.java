package org.libstation.device.threem;

import org.libstation.device.pad.PadPtyContract;
import org.libstation.device.threem.lab.ThreemTwin;

class ThreemPtyTest extends PadPtyContract {
  ThreemPtyTest() {
    super(new ThreemTwin());
  }

  @Override
  protected String model() {
    return "threem";
  }

  @Override
  protected int baud() {
    return 19200;
  }

  @Override
  protected String frame() {
    return "8N1";
  }
}
