package org.libstation.command;

import org.libstation.circulation.PatronId;
import org.libstation.journal.StaffToDo;
import org.libstation.journal.sqlite.SqliteJournal;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// The command `journal card`: opens the card number of an open staff task and records the opening.
@Command(name = "card")
final class OpenCardCommand extends SiteCommand {
  @Parameters(paramLabel = "N")
  private long number;

  @Mixin private StaffName by = new StaffName();

  @Override
  protected int run() {
    String name = by.get();
    String card = StaffWriting.in(site(), journal -> opened(journal, name));
    say(card);
    return 0;
  }

  private String opened(SqliteJournal journal, String name) {
    if (StaffToDo.of(StaffWriting.entry(journal, number)).isEmpty()) {
      throw new SiteProblem(
          "there is no open staff task for entry " + number + ", so its card stays sealed");
    }
    return journal
        .openCard(number, name)
        .map(PatronId::value)
        .orElseThrow(() -> new SiteProblem("no card is kept for entry " + number));
  }
}
