package org.libstation.device.feig.lab;

import java.util.Set;
import org.libstation.device.feig.FeigRig;
import org.libstation.device.pad.PadFaultContract;
import org.libstation.device.pad.lab.PadFault;

class FeigFaultTest extends PadFaultContract {
  FeigFaultTest() {
    super(new FeigRig());
  }

  @Override
  protected Set<PadFault> impossible() {
    return Set.of();
  }
}
