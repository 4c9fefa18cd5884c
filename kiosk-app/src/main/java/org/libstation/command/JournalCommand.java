package org.libstation.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.libstation.journal.Entry;
import org.libstation.journal.JournalException;
import org.libstation.journal.JournalPrinter;
import org.libstation.journal.sqlite.JournalReader;
import org.libstation.journal.sqlite.JournalStore;
import org.libstation.site.SiteProblem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Reads a station's journal, also while the station runs. It prints no card number: it opens none.
@Command(
    name = "journal",
    mixinStandardHelpOptions = true,
    description =
        "What happened at a station, from its journal, also while the station runs. No card number"
            + " is ever printed.",
    synopsisSubcommandLabel =
        "list|show|audit|todo|close|card|rehearse|merge|fines|recount|salvage|words|new|restore|resume|backup",
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
      "  ./station journal restore, new, resume            after a journal was lost, or an older"
          + " put back"
    })
public final class JournalCommand implements Runnable {
  private static final int PAGE = 1000;

  @Spec private CommandSpec spec = CommandSpec.create();

  private JournalCommand() {}

  /// `journal` with all that can follow it.
  ///
  /// @param clock of which moment a newer policy is taken
  public static CommandLine with(InstantSource clock) {
    return new CommandLine(new JournalCommand())
        .addSubcommand(new JournalAuditCommand())
        .addSubcommand(new ToDoCommand())
        .addSubcommand(new CloseTaskCommand())
        .addSubcommand(new OpenCardCommand())
        .addSubcommand(new CardsCommand())
        .addSubcommand(new RehearseCommand())
        .addSubcommand(new MergeCommand())
        .addSubcommand(new ToldFinesCommand())
        .addSubcommand(new RecountCommand(clock))
        .addSubcommand(new SalvageCommand())
        .addSubcommand(new NewJournalCommand(new JournalAnswer(clock)))
        .addSubcommand(new RestoreJournalCommand(new JournalAnswer(clock)))
        .addSubcommand(new ResumeJournalCommand(new JournalAnswer(clock)))
        .addSubcommand(new BackupCommand(clock))
        .addSubcommand(new OldWordsCommand());
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "expected list, show, audit, todo, close, card, rehearse, merge, fines, recount, salvage,"
            + " words, new, restore, resume or backup after journal");
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
    List<Entry> entries = reading(place, open ? JournalReader::open : JournalCommand::everything);
    if (entries.isEmpty()) {
      return print(List.of(open ? "nothing is open" : "the journal is empty"));
    }
    return print(JournalPrinter.list(entries));
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "All that is known of one entry, a line a mark.",
      footer = {"", "Examples:", "  ./station journal show 17 --config config"})
  int show(
      @Mixin JournalPlace place,
      @Parameters(paramLabel = "N", description = "the entry's number") long number) {
    Entry found =
        reading(place, reader -> reader.find(number))
            .orElseThrow(() -> new SiteProblem("there is no entry " + number + " in the journal"));
    return print(JournalPrinter.show(found));
  }

  static List<Entry> everything(JournalReader reader) {
    List<Entry> all = new ArrayList<>();
    List<Entry> page;
    do {
      page = reader.all(all.isEmpty() ? 1 : all.getLast().number() + 1, PAGE);
      all.addAll(page);
    } while (page.size() == PAGE);
    return all;
  }

  private <T> T reading(JournalPlace place, Function<JournalReader, T> use) {
    Path directory = place.journal();
    try (JournalReader reader = JournalStore.read(directory)) {
      return use.apply(reader);
    } catch (JournalException e) {
      throw new SiteProblem(plain(directory.resolve(JournalStore.FILE), e));
    }
  }

  static String plain(Path file, JournalException e) {
    return switch (e.kind()) {
      case NEWER ->
          file
              + " was written by a newer version of this program and was not touched; read it with"
              + " that version";
      case CORRUPT ->
          "%s is damaged (%s); end the station, then './station journal salvage' sets it aside and"
                  .formatted(file, e.getMessage())
              + " brings over what can be read";
      case IN_USE -> file + " is in use: another program holds it; end that, or try again";
      case KEY, KEY_MISSING, READ_ONLY, IO, DISK, DISK_FULL -> file + ": " + e.getMessage();
    };
  }

  private int print(List<String> lines) {
    PrintWriter out = spec.commandLine().getOut();
    lines.forEach(out::println);
    out.flush();
    return 0;
  }
}
