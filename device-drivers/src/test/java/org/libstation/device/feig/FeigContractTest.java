package org.libstation.device.feig;

import org.libstation.device.pad.PadContract;

class FeigContractTest extends PadContract {
  FeigContractTest() {
    super(new FeigRig());
  }
}
