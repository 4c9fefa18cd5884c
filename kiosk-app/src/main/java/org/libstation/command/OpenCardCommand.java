package org.libstation.command;

import org.libstation.circulation.PatronId;
import org.libstation.journal.StaffToDo;
import org.libstation.journal.sqlite.SqliteJournal;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Opens the whole card number of an entry that staff must put right; the opening is written down.
@Command(
    name = "card",
    description =
        "Shows the whole card number kept for a thing on the to-do list. Who opened it is written"
            + " into the journal first. The station must not run meanwhile.",
    footer = {"", "Examples:", "  ./station journal card 17 --config config --by \"Chan Tai-man\""})
final class OpenCardCommand extends SiteCommand {
  @Parameters(paramLabel = "N", description = "the entry's number on the list")
  private long number;

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "who opens it")
  private String by = "";

  @Override
  protected int run() {
    String name = StaffWriting.said("--by", by);
    String card = StaffWriting.in(site(), journal -> opened(journal, name));
    say(card);
    return 0;
  }

  private String opened(SqliteJournal journal, String name) {
    if (StaffToDo.of(StaffWriting.entry(journal, number)).isEmpty()) {
      throw new SiteProblem(
          "nothing is to be done about entry " + number + ", so its card stays sealed");
    }
    return journal
        .openCard(number, name)
        .map(PatronId::value)
        .orElseThrow(() -> new SiteProblem("no card is kept for entry " + number));
  }
}
