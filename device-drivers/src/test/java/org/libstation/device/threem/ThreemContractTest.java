package org.libstation.device.threem;

import org.libstation.device.pad.PadContract;
import org.libstation.device.pad.PadRig;

class ThreemContractTest extends PadContract {
  @Override
  protected PadRig<?> rig() {
    return new ThreemRig();
  }
}
