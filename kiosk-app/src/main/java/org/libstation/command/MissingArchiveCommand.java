package org.libstation.command;

import java.util.List;
import java.util.Map;
import org.libstation.site.SiteProblem;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Replaces a command of a missing optional archive, to tell a reader of the manual why the command
/// is not available.
@Command(description = "comes with an archive that is not beside this program", hidden = true)
public final class MissingArchiveCommand extends PrintingCommand {
  private static final String LABORATORY = "the laboratory (demo, twins, benchmarks)";
  private static final String TOOLS = "the archive `tools`";
  private static final String FLEET = "the archive `fleet`";

  private static final Map<String, List<String>> COMMANDS =
      Map.of(
          LABORATORY,
          List.of("demo", "scenario", "library", "ledger", "cache", "bench", "emulate", "release"),
          TOOLS,
          List.of("fines", "policy", "sip2", "probe"),
          FLEET,
          List.of("fleet"));

  private static final List<String> JOURNAL = List.of("rehearse", "merge", "fines", "recount");

  private final String archive;

  private MissingArchiveCommand(String archive) {
    this.archive = archive;
  }

  /// Adds a replacement for each command that no archive provides.
  public static void standIn(CommandLine line) {
    COMMANDS.forEach((archive, names) -> names.forEach(name -> standIn(line, name, archive)));
    CommandLine journal = line.getSubcommands().get("journal");
    if (journal != null) {
      JOURNAL.forEach(name -> standIn(journal, name, TOOLS));
    }
  }

  private static void standIn(CommandLine line, String name, String archive) {
    if (line.getSubcommands().containsKey(name)) {
      return;
    }
    CommandLine away = new CommandLine(new MissingArchiveCommand(archive));
    away.setUnmatchedArgumentsAllowed(true);
    line.addSubcommand(name, away);
  }

  @Override
  protected int run() {
    throw new SiteProblem(
        commandLine().getCommandName()
            + ": this command belongs to "
            + archive
            + ", which is not installed");
  }
}
