package org.libstation.device.starline.lab;

import java.util.Map;
import org.libstation.lab.link.Twin;
import org.libstation.lab.twin.TwinProvider;

/// Makes simulated devices ([StarTwin]) for the driver `starline`.
public final class StarTwins implements TwinProvider {
  /// 80 mm paper at 203 dots an inch.
  private static final int PAPER_DOTS = 576;

  @Override
  public String model() {
    return "starline";
  }

  @Override
  public Twin make(Map<String, String> kind) {
    return new StarTwin(PAPER_DOTS);
  }
}
