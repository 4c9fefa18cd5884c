package org.libstation.command;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.libstation.site.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command `station`, which is the whole program.
@Command(name = "station")
public final class StationCommand extends CommandGroup {

  private static final int WIDTH = 100;

  /// Makes the command line with its subcommands.
  public static CommandLine with(Object... subcommands) {
    CommandLine line = new CommandLine(new StationCommand());
    line.getCommandSpec().versionProvider(() -> new String[] {"Libstation " + Version.number()});
    for (Object subcommand : subcommands) {
      line.addSubcommand(subcommand);
    }
    line.addSubcommand(new CommandLine.HelpCommand());
    CommandHelp.into(line);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(WIDTH);
    // A word that begins with @ is taken literally, not as a file of arguments.
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

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      throw new CommandLine.TypeConversionException(
          "expected an existing day such as 2026-11-30, found '" + text + "'");
    }
  }
}
