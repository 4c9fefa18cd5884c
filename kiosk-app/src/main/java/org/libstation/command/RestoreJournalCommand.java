package org.libstation.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.libstation.journal.sqlite.JournalRestore;
import org.libstation.journal.sqlite.JournalStore.JournalOpening;
import org.libstation.journal.sqlite.JournalWord;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Brings the old journal back, with what was written meanwhile.
@Command(
    name = "restore",
    description =
        "Where a journal was missing, empty, another's or older: puts the old one, or a backup of"
            + " it, in its place. Returns that were taken meanwhile are carried over into it. The"
            + " file is only read. The station must not run meanwhile.",
    footer = {
      "",
      "Examples:",
      "  ./station journal restore --from /mnt/backup/journal.db --config config \\",
      "      --by \"Chan Tai-man\" --reason \"disk replaced\"",
      "",
      "A journal that was moved away with its -wal file is given where both lie together."
    })
final class RestoreJournalCommand extends AnsweringCommand {
  @Option(
      names = "--from",
      required = true,
      paramLabel = "FILE",
      description = "the old journal.db, or a backup of it")
  private Path from = Path.of("journal.db");

  RestoreJournalCommand(JournalAnswer answer) {
    super(answer);
  }

  @Override
  List<String> lines(JournalWord word, JournalOpening.JournalReplaced broken) {
    if (!Files.isRegularFile(from)) {
      throw new SiteProblem("--from: expected a journal; there is no file " + from);
    }
    return switch (new JournalRestore(word).run(broken, from)) {
      case JournalRestore.RestoreResult.RestoreRefused(String why) -> throw new SiteProblem(why);
      case JournalRestore.RestoreResult.Restored back -> lines(back);
    };
  }

  private List<String> lines(JournalRestore.RestoreResult.Restored back) {
    List<String> lines = new ArrayList<>();
    lines.add("brought back by " + by() + ": " + back.back());
    lines.add("carried over        " + back.carried());
    lines.add("handed to staff     " + back.toStaff());
    if (back.older()) {
      lines.add(
          "it lacks what was written last, or nobody can tell: the station takes returns only, and"
              + " sends nothing that is open in it, until './station journal resume'");
    }
    return lines;
  }
}
