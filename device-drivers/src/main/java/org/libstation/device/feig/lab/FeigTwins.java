package org.libstation.device.feig.lab;

import java.util.Map;
import org.libstation.lab.link.Twin;
import org.libstation.lab.twin.TwinProvider;

/// Makes simulated devices ([FeigTwin]) for the driver `feig`.
public final class FeigTwins implements TwinProvider {
  @Override
  public String model() {
    return "feig";
  }

  @Override
  public Twin make(Map<String, String> kind) {
    return new FeigTwin();
  }

  @Override
  public Map<String, String> patience() {
    return Map.of("reply.ms", "1000");
  }
}
