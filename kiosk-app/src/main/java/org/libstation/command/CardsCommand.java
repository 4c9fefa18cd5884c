package org.libstation.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.List;
import org.libstation.circulation.PatronId;
import org.libstation.file.BoundedFile;
import org.libstation.journal.sqlite.LibraryKey;
import org.libstation.journal.sqlite.RecoveredCards;
import org.libstation.journal.sqlite.RecoveredCards.Recovered;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command `journal cards`: opens sealed card numbers away from the station.
@Command(name = "cards")
final class CardsCommand extends PrintingCommand {
  private static final byte[] SQLITE = "SQLite format 3".getBytes(StandardCharsets.US_ASCII);

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Option(names = "--recovery-key", required = true, paramLabel = "FILE")
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
