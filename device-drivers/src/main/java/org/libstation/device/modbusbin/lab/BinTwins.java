package org.libstation.device.modbusbin.lab;

import java.util.Map;
import org.libstation.lab.link.Twin;
import org.libstation.lab.twin.TwinProvider;

/// Makes simulated devices ([BinTwin]) for the driver `modbusbin`.
public final class BinTwins implements TwinProvider {
  @Override
  public String model() {
    return "modbusbin";
  }

  @Override
  public Twin make(Map<String, String> kind) {
    return new BinTwin();
  }
}
