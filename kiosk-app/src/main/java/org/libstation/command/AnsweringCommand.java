package org.libstation.command;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.libstation.journal.sqlite.JournalStore.JournalOpening;
import org.libstation.journal.sqlite.JournalWord;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// A command by which a named person decides about a journal that is not the expected one, while no
/// station runs.
abstract class AnsweringCommand extends SiteCommand {
  private final InstantSource clock;

  @Mixin private StaffName by = new StaffName();

  @Option(names = "--reason", required = true, paramLabel = "WORDS")
  private String reason = "";

  AnsweringCommand(InstantSource clock) {
    this.clock = clock;
  }

  /// Carries out the decision.
  ///
  /// @return what was done, as lines for the person
  abstract List<String> lines(JournalWord word, JournalOpening.JournalReplaced broken);

  final String by() {
    return by.get();
  }

  @Override
  protected int run() {
    JournalWord word =
        new JournalWord(by(), StaffWriting.said("--reason", reason), clock.instant());
    print(
        StaffWriting.opened(
            site(), "stop the station first", (found, _) -> lines(word, broken(found))));
    return 0;
  }

  private static JournalOpening.JournalReplaced broken(JournalOpening found) {
    if (found instanceof JournalOpening.SetAside(Path file, _)) {
      throw new SiteProblem(
          file + " was damaged and set aside: run './station journal salvage' instead");
    }
    if (found instanceof JournalOpening.JournalReplaced broken) {
      return broken;
    }
    throw new SiteProblem("this is the right journal: there is nothing to decide");
  }
}
