package org.libstation.device.chipcard.lab;

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
}
