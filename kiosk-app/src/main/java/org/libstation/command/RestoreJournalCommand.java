package org.libstation.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.libstation.journal.sqlite.JournalRestore;
import org.libstation.journal.sqlite.JournalStore.JournalOpening;
import org.libstation.journal.sqlite.JournalWord;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command `journal restore`: brings the old journal back, together with what was written
/// since.
@Command(name = "restore")
final class RestoreJournalCommand extends AnsweringCommand {
  @Option(names = "--from", required = true, paramLabel = "FILE")
  private Path from = Path.of("journal.db");

  RestoreJournalCommand(InstantSource clock) {
    super(clock);
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
          "the last entries are missing, or may be missing: the station takes returns only, and"
              + " sends no open entry of this journal until './station journal resume'");
    }
    return lines;
  }
}
