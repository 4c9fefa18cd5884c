package org.libstation.journal.sqlite;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.PatronId;
import org.libstation.journal.CardMasking;
import org.libstation.journal.Journal.NewEntry;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.JournalException;
import org.libstation.journal.Mark;

/// The cards of a journal's entries. It seals them when they are written, opens them on demand, and
/// masks them in the text of marks. [SqliteJournal] admits one thread at a time.
final class EntryCards {
  private final JournalFile file;
  private final CardSealer sealer;
  private final SecureRandom random;

  EntryCards(JournalFile file, CardSealer sealer, SecureRandom random) {
    this.file = file;
    this.sealer = sealer;
    this.random = random;
  }

  /// Seals the card of a new entry in the transaction that writes it. The entry must have a card.
  void seal(long number, NewEntry entry, EventTime at) throws SQLException {
    CardSealer.SealedPatron card =
        new CardSealer.SealedPatron(entry.card().orElseThrow(), entry.patronClass());
    seal(number, card, at, entry.what());
  }

  /// Seals an entry's card in the transaction that writes the entry.
  void seal(long number, CardSealer.SealedPatron card, EventTime at, CirculationEvent what)
      throws SQLException {
    file.sealed.insert(number, sealer.seal(card, JournalFile.context(at, what)));
  }

  static Mark masked(Optional<PatronId> card, Mark mark) {
    return card.map(c -> CardMasking.without(c, mark)).orElse(mark);
  }

  /// Masks the entry's card in the mark, if this machine's key opens the card.
  Mark masked(long number, Mark mark) throws SQLException {
    return masked(card(number), mark);
  }

  /// Returns the card number; empty if there is none or this machine's key does not open it.
  Optional<PatronId> card(long number) throws SQLException {
    return openable(number).map(CardSealer.SealedPatron::card);
  }

  /// @throws JournalException KEY if the card was sealed by another machine
  Optional<CardSealer.SealedPatron> find(long number) throws SQLException {
    Optional<SealedCard> sealed = file.sealed.find(number);
    if (sealed.isEmpty()) {
      return Optional.empty();
    }
    return file.entries
        .find(number)
        .map(row -> sealer.open(sealed.get(), JournalFile.context(row.at(), row.what())));
  }

  /// Returns the card and class; empty if there is none or this machine's key does not open it.
  Optional<CardSealer.SealedPatron> openable(long number) throws SQLException {
    try {
      return find(number);
    } catch (JournalException e) {
      if (e.kind() == JournalException.FaultKind.KEY) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /// Opens a sealed card; empty if this machine's key does not open it.
  Optional<CardSealer.SealedPatron> tryOpen(
      SealedCard sealed, EventTime at, CirculationEvent what) {
    try {
      return Optional.of(sealer.open(sealed, JournalFile.context(at, what)));
    } catch (JournalException e) {
      return Optional.empty();
    }
  }

  /// Makes the lines of an export file that only the library's private key opens.
  List<CardExport.ExportedCard> exported(List<JournalEntry> stale, LibraryKey key)
      throws SQLException {
    List<CardExport.ExportedCard> lines = new ArrayList<>();
    for (JournalEntry entry : stale) {
      Optional<PatronId> card = card(entry.number());
      lines.add(
          card.isPresent()
              ? CardExport.line(entry, card.get(), key, random)
              : CardExport.line(entry, file.sealed.find(entry.number()).orElseThrow()));
    }
    return lines;
  }
}
