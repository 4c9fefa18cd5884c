package org.libstation.device.feig;

import org.libstation.device.pad.PadContract;
import org.libstation.device.pad.PadRig;

class FeigContractTest extends PadContract {
  @Override
  protected PadRig<?> rig() {
    return new FeigRig();
  }
}
