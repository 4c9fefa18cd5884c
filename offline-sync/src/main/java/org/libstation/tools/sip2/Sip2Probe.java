package org.libstation.tools.sip2;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.libstation.central.CentralBehaviourProbe;
import org.libstation.central.DialectFile;
import org.libstation.central.ProbeReport;
import org.libstation.central.Trial;
import org.libstation.central.link.Transport;
import org.libstation.central.sip2.Sip2Dialect;
import org.libstation.central.sip2.site.DialectSettings;
import org.libstation.central.sip2.site.Sip2Provider;

/// Probes a central system that speaks SIP2.
public final class Sip2Probe implements CentralBehaviourProbe {
  private final Function<DialectFile, Sip2Dialect> reading = DialectSettings::dialect;

  @Override
  public String protocol() {
    return Sip2Provider.PROTOCOL;
  }

  @Override
  public ProbeReport run(Transport link, Trial trial, Means means) {
    try (ProbeWire wire = new ProbeWire(link, means.monotonic(), means.patience())) {
      ProbeRun probe = new ProbeRun(wire, trial, means);
      Optional<String> stopped = ran(probe);
      probe.noteEnds();
      List<Fit> ranked =
          Fit.ranked(
              means.dialects().stream()
                  .map(file -> Fit.of(file.name(), reading.apply(file), probe.findings()))
                  .toList());
      return new Sip2Report(
          reading, probe.findings(), ranked, stopped, probe.loan(), wire.transcript().lines());
    }
  }

  private static Optional<String> ran(ProbeRun probe) {
    try {
      probe.run();
      return Optional.empty();
    } catch (Stopped stopped) {
      return Optional.of("It cannot go on: " + stopped.getMessage());
    } catch (IOException broken) {
      return Optional.of("The connection broke: " + broken.getMessage());
    }
  }
}
