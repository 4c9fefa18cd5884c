package org.libstation.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.List;
import org.libstation.circulation.PatronId;
import org.libstation.file.BoundedFile;
import org.libstation.journal.JournalException;
import org.libstation.journal.sqlite.LibraryKey;
import org.libstation.journal.sqlite.RecoveredCards;
import org.libstation.journal.sqlite.RecoveredCards.Recovered;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Opens sealed cards away from the station.
@Command(
    name = "cards",
    description = {
      "Shows the card numbers in an export of a station (data/exports), or in the journal.db of a"
          + " dead machine, with the site's private recovery key. The file is only read.",
      "Status 1 when a card was sealed for another key."
    },
    footer = {
      "",
      "Examples:",
      "  ./station journal cards data/exports/cards-20261224-090000.txt \\",
      "      --recovery-key /mnt/safe/recovery-private.pem",
      "  ./station journal cards /mnt/old/journal/journal.db --recovery-key /mnt/safe/private.pem"
    })
final class CardsCommand extends PrintingCommand {
  private static final byte[] SQLITE = "SQLite format 3".getBytes(StandardCharsets.US_ASCII);

  @Parameters(paramLabel = "FILE", description = "an export, or a journal.db")
  private Path file = Path.of("");

  @Option(
      names = "--recovery-key",
      required = true,
      paramLabel = "FILE",
      description = "the site's private recovery key (PEM)")
  private Path recoveryKey = Path.of("");

  @Override
  protected int run() {
    try {
      PrivateKey key = LibraryKey.readPrivate(recoveryKey);
      List<Recovered> cards =
          isJournal()
              ? RecoveredCards.fromJournal(file, key)
              : RecoveredCards.fromExport(file, key);
      cards.forEach(card -> say(line(card)));
      say(cards.isEmpty() ? "no card is kept in it" : "cards  " + cards.size());
      return cards.stream().allMatch(card -> card.card().isPresent()) ? 0 : 1;
    } catch (IOException e) {
      throw new SiteProblem(file + " cannot be read: " + BoundedFile.why(e));
    } catch (JournalException e) {
      throw new SiteProblem(String.valueOf(e.getMessage()));
    }
  }

  private boolean isJournal() throws IOException {
    BoundedFile.checkPlain(file);
    try (var in = Files.newInputStream(file)) {
      return java.util.Arrays.equals(in.readNBytes(SQLITE.length), SQLITE);
    }
  }

  private static String line(Recovered card) {
    return "%5d  %s  %s  %s  %s"
        .formatted(
            card.entry(),
            card.at(),
            card.what(),
            card.item().value(),
            card.card().map(PatronId::value).orElseGet(() -> "sealed for the key " + card.key()));
  }
}
