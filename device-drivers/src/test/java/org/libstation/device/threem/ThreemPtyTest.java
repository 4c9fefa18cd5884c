package org.libstation.device.threem;

import org.libstation.device.pad.PadPtyContract;
import org.libstation.device.threem.lab.ThreemTwin;
import org.libstation.lab.twin.TagField;

class ThreemPtyTest extends PadPtyContract {
  @Override
  protected String model() {
    return "threem";
  }

  @Override
  protected TagField twin() {
    return new ThreemTwin();
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
