package org.libstation.device.feig;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.libstation.device.DeviceEvent;
import org.libstation.device.TagReader;
import org.libstation.device.feig.lab.FeigTwin;
import org.libstation.device.link.LinkOpener;
import org.libstation.device.pad.PadRig;
import org.libstation.lab.link.simulated.ManualClock;

/// The driver and its twin in memory, one thread, a manual clock.
public final class FeigRig extends PadRig<FeigTwin> {
  private static final String MODEL = "feig";
  private static final String ADDRESS = "serial:/dev/pad?baud=38400&frame=8E1";

  public FeigRig() {
    this(Map.of());
  }

  FeigRig(Map<String, String> options) {
    this(options, opener -> opener);
  }

  FeigRig(Map<String, String> options, UnaryOperator<LinkOpener> between) {
    super(MODEL, ADDRESS, new FeigTwin(), options, between);
  }

  static TagReader make(
      LinkOpener opener, Map<String, String> options, ManualClock clock, List<DeviceEvent> events) {
    return make(MODEL, ADDRESS, opener, options, clock, events);
  }
}
