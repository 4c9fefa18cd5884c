package org.libstation.device.threem;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.libstation.device.link.LinkOpener;
import org.libstation.device.pad.PadRig;
import org.libstation.device.threem.lab.ThreemTwin;

/// The driver and its twin in memory, one thread, a manual clock.
final class ThreemRig extends PadRig<ThreemTwin> {
  ThreemRig() {
    this(Map.of());
  }

  ThreemRig(Map<String, String> options) {
    this(options, opener -> opener);
  }

  ThreemRig(Map<String, String> options, UnaryOperator<LinkOpener> between) {
    super("threem", "serial:/dev/pad?baud=19200&frame=8N1", new ThreemTwin(), options, between);
  }
}
