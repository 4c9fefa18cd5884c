package org.libstation.command;

import java.io.PrintWriter;
import org.libstation.site.SiteProblem;
import org.libstation.site.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `station`: the one program.
@Command(
    name = "station",
    mixinStandardHelpOptions = true,
    version = "Libstation " + Version.NUMBER,
    description = "The software of a library self-service station.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  ./station demo                                 a day at an emulated station",
      "  ./station run --config /etc/libstation         a real one",
      "  ./station scenario config/scenarios/first-day  a scripted journey",
      "  ./station journal list --config config         what happened here",
      "  ./station test                                 the quick tests",
      "",
      "COMMAND --help shows examples of each."
    })
public final class StationCommand implements Runnable {

  /// A bug, as in sysexits.h (EX_SOFTWARE): neither a failed expectation nor a wrong setting.
  private static final int BUG = 70;

  private static final int WIDTH = 100;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getErr());
  }

  /// The command line with its subcommands.
  public static CommandLine with(Object... subcommands) {
    CommandLine line = new CommandLine(new StationCommand());
    for (Object subcommand : subcommands) {
      line.addSubcommand(subcommand);
    }
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(WIDTH);
    line.setExitCodeExceptionMapper(
        problem ->
            problem instanceof CommandLine.ParameterException ? CommandLine.ExitCode.USAGE : BUG);
    line.setExecutionExceptionHandler(
        (problem, command, _) -> {
          if (problem instanceof SiteProblem
              || problem instanceof org.libstation.run.driven.ScenarioProblem) {
            PrintWriter err = command.getErr();
            err.println(problem.getMessage());
            err.flush();
            return 2;
          }
          throw problem;
        });
    return line;
  }
}
