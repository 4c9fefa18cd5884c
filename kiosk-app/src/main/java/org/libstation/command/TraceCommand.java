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

/// The command `trace`: asks a running station to record its wire traffic for a limited time.
@Command(name = "trace")
public final class TraceCommand extends SiteCommand {
  @Option(names = "--minutes", paramLabel = "N")
  private int minutes = 10;

  @Parameters(paramLabel = "NAME", arity = "0..*", completionCandidates = Protocols.class)
  private List<String> names = new ArrayList<>();

  /// Names of protocols to trace, offered as completions.
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
                  : ": nothing is written unless one starts within %d minutes".formatted(minutes)));
    }
    return 0;
  }
}
