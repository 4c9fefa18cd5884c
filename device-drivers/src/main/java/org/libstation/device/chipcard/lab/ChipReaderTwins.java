package org.libstation.device.chipcard.lab;

import org.libstation.device.DeviceAddress;
import org.libstation.lab.link.Twin;
import org.libstation.lab.twin.TwinProvider;

/// Makes [ChipReaderTwin]s.
public final class ChipReaderTwins implements TwinProvider {
  @Override
  public String model() {
    return "chipcard";
  }

  @Override
  public Twin make() {
    return new ChipReaderTwin();
  }

  /// An ACR122S: a reader behind PC/SC has no line of its own.
  @Override
  public DeviceAddress usual() {
    return DeviceAddress.parse("serial:/dev/libstation/chipcard?baud=9600");
  }
}
