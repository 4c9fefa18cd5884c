package org.libstation.device.escpos.lab;

import java.util.Map;
import org.libstation.lab.link.Twin;
import org.libstation.lab.twin.TwinProvider;

/// Makes simulated devices ([EscPosTwin]) for the driver `escpos`.
public final class EscPosTwins implements TwinProvider {
  /// 80 mm paper at 203 dots an inch.
  private static final int PAPER_DOTS = 576;

  @Override
  public String model() {
    return "escpos";
  }

  @Override
  public Twin make(Map<String, String> kind) {
    return new EscPosTwin(PAPER_DOTS);
  }

  @Override
  public Map<String, String> patience() {
    return Map.of("answer.ms", "5000");
  }
}
