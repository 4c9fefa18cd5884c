package org.libstation.command;

import org.libstation.journal.JournalEntry;
import org.libstation.journal.StaffToDo;
import org.libstation.journal.sqlite.SqliteJournal;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A named person says what was done about an entry.
@Command(
    name = "close",
    description =
        "Closes a thing on the to-do list: who put it right, and how. A card that was kept for it"
            + " is erased. The station must not run meanwhile; on its own screen it may.",
    footer = {
      "",
      "Examples:",
      "  ./station journal close 17 --config config --by \"Chan Tai-man\" --reason \"booked by"
          + " hand\""
    })
final class CloseTaskCommand extends SiteCommand {
  @Parameters(paramLabel = "N", description = "the entry's number on the list")
  private long number;

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "who put it right")
  private String by = "";

  @Option(names = "--reason", required = true, paramLabel = "WORDS", description = "how")
  private String reason = "";

  @Override
  protected int run() {
    String name = StaffWriting.said("--by", by);
    String how = StaffWriting.said("--reason", reason);
    String line = StaffWriting.in(site(), journal -> closed(journal, name, how));
    say(line);
    return 0;
  }

  private String closed(SqliteJournal journal, String name, String how) {
    JournalEntry entry = StaffWriting.entry(journal, number);
    StaffToDo todo =
        StaffToDo.of(entry)
            .orElseThrow(() -> new SiteProblem("nothing is to be done about entry " + number));
    journal.mark(number, todo.closing(name, how));
    return "entry " + number + ": put right by " + name;
  }
}
