package org.libstation.device.oddpad.lab;

import java.util.Map;
import org.libstation.lab.link.Twin;
import org.libstation.lab.twin.TwinProvider;

/// Makes [OddPadTwin]s.
public final class OddPadTwins implements TwinProvider {
  @Override
  public String model() {
    return "oddpad";
  }

  @Override
  public Twin make(Map<String, String> kind) {
    return new OddPadTwin();
  }
}
