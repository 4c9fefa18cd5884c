package org.libstation.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.libstation.circulation.PatronId;
import org.libstation.journal.ToDo;
import org.libstation.journal.sqlite.SqliteJournal;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Opens the whole card number of an entry that staff must put right; the opening is written down.
@Command(
    name = "card",
    mixinStandardHelpOptions = true,
    description =
        "Shows the whole card number kept for a thing on the to-do list. Who opened it is written"
            + " into the journal first. The station must not run meanwhile.",
    footer = {"", "Examples:", "  ./station journal card 17 --config config --by \"Chan Tai-man\""})
final class OpenCardCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "N", description = "the entry's number on the list")
  private long number;

  @Option(
      names = "--config",
      required = true,
      paramLabel = "DIR",
      description = "the site's directory")
  private Path config = Path.of("config");

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "who opens it")
  private String by = "";

  @Override
  public Integer call() {
    String name = StaffWriting.said("--by", by);
    String card = StaffWriting.in(config, journal -> opened(journal, name));
    PrintWriter out = spec.commandLine().getOut();
    out.println(card);
    out.flush();
    return 0;
  }

  private String opened(SqliteJournal journal, String name) {
    if (ToDo.of(StaffWriting.entry(journal, number)).isEmpty()) {
      throw new SiteProblem(
          "nothing is to be done about entry " + number + ", so its card stays sealed");
    }
    return journal
        .openCard(number, name)
        .map(PatronId::value)
        .orElseThrow(() -> new SiteProblem("no card is kept for entry " + number));
  }
}
