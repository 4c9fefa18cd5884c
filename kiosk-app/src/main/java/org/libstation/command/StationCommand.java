package org.libstation.command;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.libstation.site.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Carries out `station`: the one program.
@Command(
    name = "station",
    description = "The software of a library self-service station.",
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
public final class StationCommand extends CommandGroup {

  private static final int WIDTH = 100;

  /// The command line with its subcommands.
  public static CommandLine with(Object... subcommands) {
    CommandLine line = new CommandLine(new StationCommand());
    line.getCommandSpec().versionProvider(() -> new String[] {"Libstation " + Version.number()});
    for (Object subcommand : subcommands) {
      line.addSubcommand(subcommand);
    }
    line.addSubcommand(help());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(WIDTH);
    // A word that begins with @ is what it is, and no file with words in it.
    line.setExpandAtFiles(false);
    line.registerConverter(LocalDate.class, StationCommand::day);
    line.setExitCodeExceptionMapper(
        problem ->
            problem instanceof CommandLine.ParameterException
                ? CommandLine.ExitCode.USAGE
                : CommandFault.BUG);
    line.setExecutionExceptionHandler(
        (problem, command, _) -> {
          if (CommandFault.isToldPlainly(problem)) {
            return CommandFault.told(problem, command.getErr());
          }
          throw problem;
        });
    return line;
  }

  private static CommandLine help() {
    CommandLine help = new CommandLine(new CommandLine.HelpCommand());
    help.getCommandSpec()
        .usageMessage()
        .description("Shows what a command does and understands, as COMMAND --help does.")
        .footer("", "Examples:", "  ./station help journal");
    return help;
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      throw new CommandLine.TypeConversionException(
          "expected a day that there is, such as 2026-11-30, found '" + text + "'");
    }
  }
}
