package org.libstation.command;

import java.time.InstantSource;
import java.util.List;
import org.libstation.journal.sqlite.JournalBreak;
import org.libstation.journal.sqlite.JournalStore.JournalOpening;
import org.libstation.journal.sqlite.JournalWord;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;

/// The command `journal new`: gives up a missing journal and continues with the new one.
@Command(name = "new")
final class NewJournalCommand extends AnsweringCommand {
  NewJournalCommand(InstantSource clock) {
    super(clock);
  }

  @Override
  List<String> lines(JournalWord word, JournalOpening.JournalReplaced broken) {
    List<JournalBreak> given = word.beginsAnew(broken);
    if (given.isEmpty()) {
      throw new SiteProblem(
          broken.found().words()
              + ": './station journal restore' brings the newer one back, './station journal"
              + " resume' goes on with this one");
    }
    return given.stream().map(each -> "given up by " + by() + ": " + each.words()).toList();
  }
}
