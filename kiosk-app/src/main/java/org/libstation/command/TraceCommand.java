package org.libstation.command;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.libstation.central.Centrals;
import org.libstation.check.HealthFile;
import org.libstation.process.log.Traces;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Carries out `trace`: asks a running station to write down what goes over its wires, for a while.
@Command(
    name = "trace",
    description =
        "Asks a running station to write down what goes over its wires for some minutes, into"
            + " data/traces. Masked as it is written: of a device the first bytes of each piece, of"
            + " the talk with the central system no number, name or secret.",
    footer = {
      "",
      "Examples:",
      "  ./station trace --config config --minutes 10 pad sip2",
      "  ./station trace --config config                       ends all traces"
    })
public final class TraceCommand extends SiteCommand {
  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "1 to 120 (default: ${DEFAULT-VALUE})")
  private int minutes = 10;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      completionCandidates = Protocols.class,
      description =
          "devices by their names in the settings, or the central system's protocol"
              + " (${COMPLETION-CANDIDATES}); none = ends all")
  private List<String> names = new ArrayList<>();

  static final class Protocols implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Centrals.protocols().iterator();
    }
  }

  @Override
  protected int run() throws Exception {
    if (minutes < 1 || minutes > 120) {
      throw new SiteProblem("--minutes: expected 1 to 120, not " + minutes);
    }
    Path data = site().data();
    Traces.want(data, names, InstantSource.system().instant().plusSeconds(60L * minutes));
    Path folder = data.resolve("traces");
    say(names.isEmpty() ? "all traces end" : folder.toString());
    if (!HealthFile.isRunning(data)) {
      warn(
          "no station runs with "
              + data
              + (names.isEmpty()
                  ? ""
                  : ": nothing is written unless one does within %d minutes".formatted(minutes)));
    }
    return 0;
  }
}
