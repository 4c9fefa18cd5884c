package org.libstation.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.libstation.log.Traces;
import org.libstation.site.SettingsFile;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `trace`: asks a running station to write down what goes over its wires, for a while.
@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    description =
        "Asks a running station to write down what goes over its wires for some minutes, into"
            + " data/traces. Masked as it is written: of a device the first bytes of each piece, of SIP2 no"
            + " number, name or secret.",
    footer = {
      "",
      "Examples:",
      "  ./station trace --config config --minutes 10 pad sip2",
      "  ./station trace --config config                       ends all traces"
    })
public final class TraceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--config", required = true, paramLabel = "DIR", description = "the site")
  private Path config = Path.of("config");

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "1 to 120 (default: ${DEFAULT-VALUE})")
  private int minutes = 10;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      description = "devices by their names in the settings, or sip2; none = ends all")
  private List<String> names = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    if (minutes < 1 || minutes > 120) {
      throw new SiteProblem("--minutes: expected 1 to 120, not " + minutes);
    }
    Path data = config.resolve(SettingsFile.read(config, Map.of()).data());
    Traces.want(data, names, InstantSource.system().instant().plusSeconds(60L * minutes));
    Path folder = data.resolve("traces");
    PrintWriter out = spec.commandLine().getOut();
    out.println(names.isEmpty() ? "all traces end" : folder.toString());
    out.flush();
    return 0;
  }
}
