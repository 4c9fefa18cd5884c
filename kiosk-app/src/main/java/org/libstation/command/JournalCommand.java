package org.libstation.command;

import java.time.InstantSource;
import java.util.List;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.JournalPrinter;
import org.libstation.journal.sqlite.JournalReader;
import org.libstation.service.SiteOffice;
import org.libstation.site.SiteProblem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// The command `journal`: reads a station's journal, even while the station runs. Its own listings
/// print no card number, because they open none.
@Command(
    name = "journal",
    synopsisSubcommandLabel =
        "list|show|audit|todo|close|card|rehearse|merge|fines|recount|salvage|new|restore|resume|backup|key")
public final class JournalCommand extends PrintingCommand {
  private JournalCommand() {}

  /// Makes `journal` with all its subcommands, including those of other archives.
  ///
  /// @param clock gives the time that decisions and backups record
  public static CommandLine with(InstantSource clock) {
    CommandLine line =
        new CommandLine(new JournalCommand())
            .addSubcommand(new JournalAuditCommand())
            .addSubcommand(new ToDoCommand())
            .addSubcommand(new CloseTaskCommand())
            .addSubcommand(new OpenCardCommand())
            .addSubcommand(new CardsCommand())
            .addSubcommand(new SalvageCommand())
            .addSubcommand(new NewJournalCommand(clock))
            .addSubcommand(new RestoreJournalCommand(clock))
            .addSubcommand(new ResumeJournalCommand(clock))
            .addSubcommand(new BackupCommand(clock))
            .addSubcommand(new MachineKeyCommand())
            .addSubcommand(new JournalFormCommand());
    CommandProvider.present().forEach(each -> each.journalCommands().forEach(line::addSubcommand));
    return line;
  }

  @Override
  protected int run() {
    throw new ParameterException(
        commandLine(),
        "expected list, show, audit, todo, close, card, rehearse, merge, fines, recount, salvage,"
            + " form, new, restore, resume, backup or key after journal");
  }

  /// The command `journal list`: lists all entries, or only the open ones.
  @Command(name = "list", mixinStandardHelpOptions = true)
  int list(@Mixin JournalPlace place, @Option(names = "--open") boolean open) {
    List<JournalEntry> entries =
        place.reading(open ? JournalReader::open : JournalReader::everything);
    if (entries.isEmpty()) {
      say(open ? "nothing is open" : "the journal is empty");
    }
    print(new JournalPrinter(SiteOffice.notes()).list(entries));
    return 0;
  }

  /// The command `journal show`: shows one entry with its marks.
  @Command(name = "show", mixinStandardHelpOptions = true)
  int show(@Mixin JournalPlace place, @Parameters(paramLabel = "N") long number) {
    JournalEntry found =
        place
            .reading(reader -> reader.find(number))
            .orElseThrow(() -> new SiteProblem("there is no entry " + number + " in the journal"));
    print(new JournalPrinter(SiteOffice.notes()).show(found));
    return 0;
  }
}
