package org.libstation.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.libstation.journal.sqlite.JournalBackup;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The command `journal backup`: copies the journal, even while the station runs.
@Command(name = "backup")
final class BackupCommand extends PrintingCommand {
  private final InstantSource clock;

  @Mixin private JournalPlace place = new JournalPlace();

  @Option(names = "--to", required = true, paramLabel = "FILE")
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
  }
}
