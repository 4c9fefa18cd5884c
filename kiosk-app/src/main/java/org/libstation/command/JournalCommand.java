package org.libstation.command;

import java.time.InstantSource;
import java.util.List;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.JournalPrinter;
import org.libstation.journal.sqlite.JournalReader;
import org.libstation.site.SiteProblem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// Reads a station's journal, also while the station runs. It prints no card number: it opens none.
@Command(
    name = "journal",
    description =
        "What happened at a station, from its journal, also while the station runs. No card number"
            + " is ever printed.",
    synopsisSubcommandLabel =
        "list|show|audit|todo|close|card|rehearse|merge|fines|recount|salvage|new|restore|resume|backup|key",
    footer = {
      "",
      "Examples:",
      "  ./station journal list --config config            one line an entry",
      "  ./station journal list --open --config config     what is not closed yet",
      "  ./station journal show 17 --data station-data     all that is known of entry 17",
      "  ./station journal audit --config config           what was done and what became of it",
      "  ./station journal todo --config config            what a person must put right",
      "  ./station journal rehearse --config config        what would be refused, if sent now",
      "  ./station journal merge tai-po sha-tin            several stations in true order",
      "  ./station journal salvage --config config         after a damaged journal was set aside",
      "  ./station journal backup --to FILE --config config   a copy, also while the station runs",
      "  ./station journal key --bind --config config      bind the machine's key to its TPM",
      "  ./station journal restore, new, resume            after a journal was lost, or an older"
          + " put back"
    })
public final class JournalCommand extends PrintingCommand {
  private JournalCommand() {}

  /// `journal` with all that can follow it, also of the archives beside this program.
  ///
  /// @param clock of which moment a newer policy is taken
  public static CommandLine with(InstantSource clock) {
    CommandLine line =
        new CommandLine(new JournalCommand())
            .addSubcommand(new JournalAuditCommand())
            .addSubcommand(new ToDoCommand())
            .addSubcommand(new CloseTaskCommand())
            .addSubcommand(new OpenCardCommand())
            .addSubcommand(new CardsCommand())
            .addSubcommand(new SalvageCommand())
            .addSubcommand(new NewJournalCommand(new JournalAnswer(clock)))
            .addSubcommand(new RestoreJournalCommand(new JournalAnswer(clock)))
            .addSubcommand(new ResumeJournalCommand(new JournalAnswer(clock)))
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

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "One line an entry: number, time, what, item, state, and what staff must know.",
      footer = {
        "",
        "Examples:",
        "  ./station journal list --config config",
        "  ./station journal list --open --data station-data"
      })
  int list(
      @Mixin JournalPlace place,
      @Option(names = "--open", description = "only what is not closed yet") boolean open) {
    List<JournalEntry> entries =
        place.reading(open ? JournalReader::open : JournalReader::everything);
    if (entries.isEmpty()) {
      say(open ? "nothing is open" : "the journal is empty");
    }
    print(JournalPrinter.list(entries));
    return 0;
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "All that is known of one entry, a line a mark.",
      footer = {"", "Examples:", "  ./station journal show 17 --config config"})
  int show(
      @Mixin JournalPlace place,
      @Parameters(paramLabel = "N", description = "the entry's number") long number) {
    JournalEntry found =
        place
            .reading(reader -> reader.find(number))
            .orElseThrow(() -> new SiteProblem("there is no entry " + number + " in the journal"));
    print(JournalPrinter.show(found));
    return 0;
  }
}
