package org.libstation.command;

import java.util.Arrays;
import java.util.List;
import org.libstation.site.SiteProblem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.UsageMessageSpec;

/// Stands where a command of the laboratory would, so that a person who reads of it in the manual
/// is told why there is none here.
@Command(description = "comes with the laboratory, which is not beside this program", hidden = true)
public final class AwayCommand extends PrintingCommand {
  private static final List<String> LABORATORY =
      List.of("demo", "scenario", "library", "ledger", "cache", "bench", "emulate", "release");

  /// For each command of the laboratory that nobody brought along; the help has no example of it.
  public static void standIn(CommandLine line) {
    UsageMessageSpec help = line.getCommandSpec().usageMessage();
    for (String name : LABORATORY) {
      if (!line.getSubcommands().containsKey(name)) {
        CommandLine away = new CommandLine(new AwayCommand());
        away.setUnmatchedArgumentsAllowed(true);
        line.addSubcommand(name, away);
        help.footer(
            Arrays.stream(help.footer())
                .filter(example -> !example.contains("./station " + name + " "))
                .toArray(String[]::new));
      }
    }
  }

  @Override
  protected int run() {
    throw new SiteProblem(
        commandLine().getCommandName()
            + ": this command belongs to the laboratory (demo, twins, benchmarks), which is not"
            + " beside this program");
  }
}
