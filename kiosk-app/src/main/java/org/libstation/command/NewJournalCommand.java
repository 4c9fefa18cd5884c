package org.libstation.command;

import java.util.List;
import org.libstation.journal.sqlite.JournalBreak;
import org.libstation.journal.sqlite.JournalStore.JournalOpening;
import org.libstation.journal.sqlite.JournalWord;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;

/// Gives up a journal that is missing, and goes on with the new one.
@Command(
    name = "new",
    description =
        "Where there was no journal, an empty one or another's, and a station has run: the lost one"
            + " is given up, by name, and the station lends again with the new one. What was open"
            + " in the lost one is not settled by this station any more. The station must not run"
            + " meanwhile.",
    footer = {
      "",
      "Examples:",
      "  ./station journal new --config config --by \"Chan Tai-man\" --reason \"disk replaced\"",
      "",
      "Where the old one can be had, './station journal restore' brings it back instead."
    })
final class NewJournalCommand extends AnsweringCommand {
  NewJournalCommand(JournalAnswer answer) {
    super(answer);
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
