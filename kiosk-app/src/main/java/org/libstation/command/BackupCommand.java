package org.libstation.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.libstation.journal.JournalException;
import org.libstation.journal.sqlite.JournalBackup;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// A copy of the journal, also while the station runs.
@Command(
    name = "backup",
    description =
        "Writes a copy of the journal as it is at one moment, also while the station runs; whole"
            + " and on the disk when the command ends. It holds item numbers and times, and card"
            + " numbers only sealed; no key. Only its owner can read it. A file that is there is"
            + " not touched.",
    footer = {
      "",
      "Examples:",
      "  ./station journal backup --to /mnt/backup/journal-2026-11-28.db --config config",
      "",
      "How a station is backed up, restored and moved: docs/backup.md."
    })
final class BackupCommand extends PrintingCommand {
  private final InstantSource clock;

  @Mixin private JournalPlace place = new JournalPlace();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "the copy; a file that is not there yet")
  private Path to = Path.of("journal-backup.db");

  BackupCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  protected int run() {
    Path directory = place.journal();
    Path file = to.toAbsolutePath();
    Path parent = file.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new SiteProblem("--to: there is no directory " + parent);
    }
    try {
      JournalBackup.BackupReport report = JournalBackup.write(directory, file, clock.instant());
      say("written             " + file);
      say("entries             " + report.copied().entries());
      say("marks               " + report.copied().marks());
      say("sealed cards        " + report.sealedCards());
      say(
          "read by             "
              + (report.ownerAlone()
                  ? "its owner alone"
                  : "whoever has this disk: it keeps no rights"));
      return 0;
    } catch (JournalException e) {
      throw new SiteProblem(String.valueOf(e.getMessage()));
    }
  }
}
