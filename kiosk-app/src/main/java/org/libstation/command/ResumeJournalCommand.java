package org.libstation.command;

import java.time.InstantSource;
import java.util.List;
import org.libstation.journal.sqlite.JournalStore.JournalOpening;
import org.libstation.journal.sqlite.JournalWord;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;

/// The command `journal resume`: continues with a journal that is an older copy.
@Command(name = "resume")
final class ResumeJournalCommand extends AnsweringCommand {
  ResumeJournalCommand(InstantSource clock) {
    super(clock);
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
