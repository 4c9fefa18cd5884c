package org.libstation.device.ippprinter.lab;

import java.util.Map;
import org.libstation.lab.link.PluggedTwin;
import org.libstation.lab.link.Twin;
import org.libstation.lab.link.http.HttpTwin;
import org.libstation.lab.twin.TwinProvider;

/// Makes simulated devices ([IppTwin]) for the driver `ippprinter`.
public final class IppTwins implements TwinProvider {
  @Override
  public String model() {
    return "ippprinter";
  }

  @Override
  public Twin make(Map<String, String> kind) {
    return new IppTwin();
  }

  /// Uses the paths of printers that speak IPP themselves, and of CUPS queues.
  @Override
  public PluggedTwin atPort(Twin twin, int port) {
    return HttpTwin.plugged(twin, port, "/ipp/print|/printers/[^/]+", "application/ipp");
  }
}
