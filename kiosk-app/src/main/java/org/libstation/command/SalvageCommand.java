package org.libstation.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libstation.journal.JournalException;
import org.libstation.journal.sqlite.JournalBreak;
import org.libstation.journal.sqlite.JournalSalvage;
import org.libstation.journal.sqlite.JournalStore.JournalOpening;
import org.libstation.journal.sqlite.LibraryKey;
import org.libstation.journal.sqlite.SqliteJournal;
import org.libstation.site.SiteProblem;
import org.libstation.station.parts.JournalParts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Brings the readable open entries of a damaged journal into the new one. A damaged journal is set
/// aside first, never overwritten.
@Command(
    name = "salvage",
    description =
        "Brings the readable open entries of a journal that was set aside, or of a dead machine's,"
            + " over into this station's journal. The old file is only read; doing it twice adds"
            + " nothing. What could not be read is told as an unknown number, and is a staff line"
            + " until a named person closes it. The station must not run meanwhile.",
    footer = {
      "",
      "Examples:",
      "  ./station journal salvage --config config",
      "  ./station journal salvage --config config --from /mnt/old/journal/journal.db \\",
      "      --recovery-key /mnt/safe/recovery-private.pem",
      "",
      "Without --recovery-key, cards that another machine sealed stay sealed and go to staff."
    })
final class SalvageCommand extends SiteCommand {
  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "the journal.db of a dead machine (default: the one that was set aside here)")
  private @Nullable Path from;

  @Option(
      names = "--recovery-key",
      paramLabel = "FILE",
      description = "the site's private recovery key, which opens cards of another machine")
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
    try {
      Optional<PrivateKey> key = Optional.ofNullable(recoveryKey).map(LibraryKey::readPrivate);
      print(lines(JournalParts.open(site()), key));
      return 0;
    } catch (JournalException e) {
      throw new SiteProblem(String.valueOf(e.getMessage()));
    }
  }

  private List<String> lines(JournalOpening opening, Optional<PrivateKey> key) {
    return switch (opening) {
      case JournalOpening.Opened(SqliteJournal journal) -> {
        try (journal) {
          yield from == null
              ? List.of("nothing to salvage: the journal is whole, and none waits set aside")
              : salvaged(from, journal, key);
        }
      }
      case JournalOpening.SetAside(Path file, SqliteJournal journal) -> {
        try (journal) {
          yield from == null && !Files.exists(file)
              ? List.of(
                  file
                      + " is not there any more; what it lost is a staff line (journal todo,"
                      + " close)")
              : salvaged(from == null ? file : from, journal, key);
        }
      }
      case JournalOpening.JournalReplaced(JournalBreak found, SqliteJournal journal, _) -> {
        try (journal) {
          yield from == null
              ? List.of(
                  "nothing to salvage: " + found.words(),
                  "'station journal restore' brings the old one back; with --from its open entries"
                      + " come over")
              : salvaged(from, journal, key);
        }
      }
      case JournalOpening.OtherForm(_, String why) -> throw new SiteProblem(why);
      case JournalOpening.InUse(Path file) ->
          throw new SiteProblem(file + " is in use: end the station first");
      case JournalOpening.KeyUnfit(_, _, String why) -> throw new SiteProblem(why);
    };
  }

  private static List<String> salvaged(Path file, SqliteJournal journal, Optional<PrivateKey> key) {
    List<String> lines = new ArrayList<>();
    lines.add("salvaged            " + file);
    lines.addAll(JournalSalvage.run(file, journal, key).lines());
    return lines;
  }
}
