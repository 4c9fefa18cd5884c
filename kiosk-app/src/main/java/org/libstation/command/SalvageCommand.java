package org.libstation.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libstation.journal.sqlite.JournalBreak;
import org.libstation.journal.sqlite.JournalSalvage;
import org.libstation.journal.sqlite.JournalStore.JournalOpening;
import org.libstation.journal.sqlite.LibraryKey;
import org.libstation.journal.sqlite.SqliteJournal;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command `journal salvage`: brings the readable open entries of a damaged journal into the
/// new one. A damaged journal is first set aside and never overwritten.
@Command(name = "salvage")
final class SalvageCommand extends SiteCommand {
  @Option(names = "--from", paramLabel = "FILE")
  private @Nullable Path from;

  @Option(names = "--recovery-key", paramLabel = "FILE")
  private @Nullable Path recoveryKey;

  @Override
  protected int run() {
    if (from != null && !Files.isReadable(from)) {
      throw new SiteProblem(
          "--from: expected the journal.db of another machine; "
              + (Files.exists(from)
                  ? from + " cannot be read by the user " + System.getProperty("user.name")
                  : "there is no " + from));
    }
    Optional<PrivateKey> key = Optional.ofNullable(recoveryKey).map(LibraryKey::readPrivate);
    print(
        StaffWriting.opened(
            site(), "stop the station first", (found, journal) -> lines(found, journal, key)));
    return 0;
  }

  private List<String> lines(
      JournalOpening found, SqliteJournal journal, Optional<PrivateKey> key) {
    if (from != null) {
      return salvaged(from, journal, key);
    }
    if (found instanceof JournalOpening.SetAside(Path file, _)) {
      return Files.exists(file)
          ? salvaged(file, journal, key)
          : List.of(
              file
                  + " is no longer there; its lost entries are a staff task (journal todo, journal close)");
    }
    if (found instanceof JournalOpening.JournalReplaced(JournalBreak broken, _, _)) {
      return List.of(
          "nothing to salvage: " + broken.words(),
          "'station journal restore' brings the old one back; with --from its open entries come"
              + " over");
    }
    return List.of("nothing to salvage: the journal is whole, and no damaged journal is set aside");
  }

  private static List<String> salvaged(Path file, SqliteJournal journal, Optional<PrivateKey> key) {
    List<String> lines = new ArrayList<>();
    lines.add("salvaged            " + file);
    lines.addAll(JournalSalvage.run(file, journal, key).lines());
    return lines;
  }
}
