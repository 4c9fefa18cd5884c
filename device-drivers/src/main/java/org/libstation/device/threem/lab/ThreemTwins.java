package org.libstation.device.threem.lab;

import java.util.Map;
import org.libstation.lab.link.Twin;
import org.libstation.lab.twin.TwinProvider;

/// Makes simulated devices ([ThreemTwin]) for the driver `threem`.
public final class ThreemTwins implements TwinProvider {
  @Override
  public String model() {
    return "threem";
  }

  @Override
  public Twin make(Map<String, String> kind) {
    return new ThreemTwin();
  }

  @Override
  public Map<String, String> patience() {
    return Map.of("reply.ms", "1000");
  }
}
