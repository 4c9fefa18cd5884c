package org.libstation.command;

import java.io.IOException;
import org.libstation.journal.sqlite.JournalForm;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// The command `journal form`: shows which journal forms are present and supported, for an update.
@Command(name = "form")
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
