package org.libstation.journal.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.file.BoundedFile;
import org.libstation.journal.JournalException;

/// Opens sealed cards away from the station, with the library's private key. The cards are in the
/// journal of a dead machine or in an export.
public final class RecoveredCards {
  private RecoveredCards() {}

  /// One sealed card.
  ///
  /// @param what the entry's kind in words: `loan given` …
  /// @param card empty if the given key does not open it
  /// @param key the id of the key that opens it
  public record Recovered(
      long entry,
      String what,
      ItemId item,
      OffsetDateTime at,
      Optional<PatronId> card,
      String key) {}

  /// Returns the cards in a readable journal. For a corrupt one, run [JournalSalvage] first.
  ///
  /// @param file `journal.db`, with its `-wal` beside it if there is one
  public static List<Recovered> fromJournal(Path file, PrivateKey key) {
    try (JournalReader reader = JournalReader.open(file)) {
      List<Recovered> cards = new ArrayList<>();
      reader.sealed().forEach((entry, card) -> cards.add(fromRow(entry, card, key)));
      return cards;
    }
  }

  private static Recovered fromRow(EntryTable.EntryRow entry, SealedCard sealed, PrivateKey key) {
    String context = JournalFile.context(entry.at(), entry.what());
    return new Recovered(
        entry.number(),
        EventText.of(entry.what()).kind(),
        entry.what().item(),
        entry.at().wall(),
        open(sealed, context, key).map(CardSealer.SealedPatron::card),
        sealed.recoveryKey());
  }

  /// Returns the cards in a file that [SqliteJournal#exportStale] wrote.
  ///
  /// @throws JournalException CORRUPT if it is not such a file
  public static List<Recovered> fromExport(Path file, PrivateKey key) {
    try {
      List<String> lines = BoundedFile.text(file).lines().toList();
      if (lines.isEmpty() || !lines.getFirst().equals(CardExport.HEADING)) {
        throw new JournalException(
            JournalException.FaultKind.CORRUPT, file + ": expected '" + CardExport.HEADING + "'");
      }
      return lines.stream().skip(1).map(line -> fromLine(line, key)).toList();
    } catch (IOException | IllegalArgumentException e) {
      throw new JournalException(
          JournalException.FaultKind.CORRUPT, file + ": this card export cannot be read", e);
    }
  }

  private static Recovered fromLine(String text, PrivateKey key) {
    CardExport.ExportedCard line = CardExport.FIELDS.read(JournalLine.parse(text));
    return new Recovered(
        line.entry(),
        line.what(),
        new ItemId(line.sealedFor().item()),
        line.sealedFor().wall(),
        open(line.sealed(), line.sealedFor().context(), key).map(CardSealer.SealedPatron::card),
        line.sealed().recoveryKey());
  }

  static Optional<CardSealer.SealedPatron> open(SealedCard sealed, String context, PrivateKey key) {
    try {
      return Optional.of(CardSealer.openForRecovery(sealed, context, key));
    } catch (JournalException _) {
      return Optional.empty();
    }
  }
}
