package org.libstation.command;

import java.util.List;
import org.libstation.journal.sqlite.JournalStore.JournalOpening;
import org.libstation.journal.sqlite.JournalWord;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;

/// Goes on with a journal that is older than it was.
@Command(
    name = "resume",
    description =
        "Where an older journal lies: the station goes on with it, by name, and lends again. What"
            + " is open in it is looked up in the central system before anything of it is sent;"
            + " what concerns money goes to staff. The station must not run meanwhile.",
    footer = {
      "",
      "Examples:",
      "  ./station journal resume --config config --by \"Chan Tai-man\" --reason \"backup of"
          + " Monday\"",
      "",
      "Where a newer one can be had, './station journal restore' brings it back instead."
    })
final class ResumeJournalCommand extends AnsweringCommand {
  ResumeJournalCommand(JournalAnswer answer) {
    super(answer);
  }

  @Override
  List<String> lines(JournalWord word, JournalOpening.JournalReplaced broken) {
    JournalWord.Resumed resumed = word.resumes(broken);
    if (resumed.answered().isEmpty()) {
      throw new SiteProblem(
          broken.found().words()
              + ": './station journal restore' brings the old one back, './station journal new'"
              + " gives it up");
    }
    return List.of(
        "gone on with, by " + by(),
        "to be looked up     " + resumed.toLookUp(),
        "handed to staff     " + resumed.toStaff());
  }
}
