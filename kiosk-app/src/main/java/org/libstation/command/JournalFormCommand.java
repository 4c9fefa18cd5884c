package org.libstation.command;

import java.io.IOException;
import org.libstation.journal.sqlite.JournalForm;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// What an update must know before it lets another program at a journal.
@Command(
    name = "form",
    description =
        "Tells which form the journal has (0: there is none), to which one this program brings it,"
            + " and the oldest one that it can go on with as it is. While a file held-form with a"
            + " number lies beside the journal, it is brought to that form and no further, so that"
            + " the program before can go on with it. Nothing is changed, also beside a station"
            + " that runs.",
    footer = {"", "Examples:", "  ./station journal form --config config"})
final class JournalFormCommand extends PrintingCommand {
  @Mixin private JournalPlace place = new JournalPlace();

  @Override
  protected int run() {
    try {
      say("here: " + JournalForm.here(place.directoryOfJournal()));
    } catch (IOException e) {
      throw new SiteProblem("the journal cannot be read: " + e.getMessage());
    }
    say("written: " + JournalForm.newest());
    say("goes on with: " + JournalForm.GOES_ON_WITH);
    return 0;
  }
}
