package org.libstation.device.threem;

import org.libstation.device.pad.PadContract;

class ThreemContractTest extends PadContract {
  ThreemContractTest() {
    super(new ThreemRig());
  }
}
