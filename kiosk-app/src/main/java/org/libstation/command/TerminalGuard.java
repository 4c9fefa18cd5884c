package org.libstation.command;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import org.libstation.file.ProgramName;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// Puts everything that the commands say behind a [TerminalWriter]. Help is then without colours:
/// those are control characters too. An installed program calls itself by its own name there.
public final class TerminalGuard {
  private TerminalGuard() {}

  /// @return the same command line
  public static CommandLine around(CommandLine line, PrintStream out, PrintStream err) {
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    line.setOut(TerminalWriter.over(out));
    line.setErr(TerminalWriter.over(err));
    if (ProgramName.isInstalled()) {
      line.setCommandName(ProgramName.get());
      name(line.getCommandSpec());
    }
    return line;
  }

  private static void name(CommandSpec command) {
    UsageMessageSpec help = command.usageMessage();
    help.description(named(help.description()));
    // Only a checkout has tests to run.
    help.footer(
        Arrays.stream(named(help.footer()))
            .filter(example -> !example.contains(ProgramName.get() + " test "))
            .toArray(String[]::new));
    for (OptionSpec option : List.copyOf(command.options())) {
      if (String.join("", option.description()).contains("./station")) {
        OptionSpec named =
            OptionSpec.builder(option).description(named(option.description())).build();
        command.remove(option).addOption(named);
      }
    }
    command.subcommands().values().forEach(each -> name(each.getCommandSpec()));
  }

  private static String[] named(String[] lines) {
    return Arrays.stream(lines).map(ProgramName::in).toArray(String[]::new);
  }
}
