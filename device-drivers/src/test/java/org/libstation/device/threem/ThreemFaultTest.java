package org.libstation.device.threem;

import java.util.EnumSet;
import java.util.Set;
import org.libstation.device.pad.PadFaultContract;
import org.libstation.device.pad.lab.PadFault;

class ThreemFaultTest extends PadFaultContract {
  ThreemFaultTest() {
    super(new ThreemRig());
  }

  /// It is alone on its line, lists in one reply, and its field has no switch.
  @Override
  protected Set<PadFault> impossible() {
    return EnumSet.of(PadFault.OTHER_ADDRESS, PadFault.ENDLESS, PadFault.FIELD_OFF);
  }
}
