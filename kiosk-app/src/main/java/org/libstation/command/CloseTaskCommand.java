package org.libstation.command;

import org.libstation.journal.JournalEntry;
import org.libstation.journal.StaffToDo;
import org.libstation.journal.sqlite.SqliteJournal;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command `journal close`: a named person closes a staff task and says what was done.
@Command(name = "close")
final class CloseTaskCommand extends SiteCommand {
  @Parameters(paramLabel = "N")
  private long number;

  @Mixin private StaffName by = new StaffName();

  @Option(names = "--reason", required = true, paramLabel = "WORDS")
  private String reason = "";

  @Override
  protected int run() {
    String name = by.get();
    String how = StaffWriting.said("--reason", reason);
    String line = StaffWriting.in(site(), journal -> closed(journal, name, how));
    say(line);
    return 0;
  }

  private String closed(SqliteJournal journal, String name, String how) {
    JournalEntry entry = StaffWriting.entry(journal, number);
    StaffToDo todo =
        StaffToDo.of(entry)
            .orElseThrow(() -> new SiteProblem("there is no open staff task for entry " + number));
    journal.mark(number, todo.closing(name, how));
    return "entry " + number + ": put right by " + name;
  }
}
