package org.libstation.journal.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.libstation.journal.EntryState;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.JournalException;

/// The keys that seal the card numbers of a journal.
///
/// @param machineKey the file of this machine's key
/// @param recoveryKey the site's
record CardSealKeys(Path machineKey, LibraryKey recoveryKey, SecureRandom random) {

  /// Makes the sealer for an open journal.
  ///
  /// @throws JournalException KEY if the machine's key does not fit the sealed cards, KEY_MISSING
  ///   if there is none, KEY_BOUND if its TPM does not release it
  CardSealer sealer(Connection connection) throws SQLException {
    return new CardSealer(key(connection), recoveryKey, random);
  }

  /// Returns the machine's key. It is made now if the file is missing and the journal holds no
  /// sealed card.
  private SecretKey key(Connection connection) throws SQLException {
    try (SealedTable sealed = new SealedTable(connection);
        EntryTable entries = new EntryTable(connection)) {
      var numbers = sealed.entries();
      if (!Files.exists(machineKey)) {
        if (!numbers.isEmpty()) {
          throw new JournalException(
              JournalException.FaultKind.KEY_MISSING,
              machineKey + ": the key that sealed " + numbers.size() + " cards is missing");
        }
        return MachineKey.create(machineKey, random);
      }
      SecretKey key = MachineKey.read(machineKey);
      CardSealer sealer = new CardSealer(key, recoveryKey, random);
      for (long number : numbers) {
        if (opens(sealer, sealed, entries, number)) {
          return key;
        }
      }
      if (allWithStaff(connection, numbers)) {
        return key;
      }
      throw new JournalException(
          JournalException.FaultKind.KEY, machineKey + ": this key opens no card in the journal");
    }
  }

  /// Reports whether all entries with a card are with staff. Cards that [JournalSalvage] brought
  /// over from another machine are sealed with that machine's key and are with staff. So they say
  /// nothing about this machine's key, and can wait for the recovery key.
  private static boolean allWithStaff(Connection connection, Collection<Long> numbers)
      throws SQLException {
    if (numbers.isEmpty()) {
      return true;
    }
    try (EntryTable entries = new EntryTable(connection);
        MarkTable marks = new MarkTable(connection)) {
      for (long number : numbers) {
        Optional<EntryTable.EntryRow> row = entries.find(number);
        if (row.isPresent() && !isWithStaff(row.get(), marks.of(number))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isWithStaff(EntryTable.EntryRow row, List<JournalEntry.Noted> marks) {
    return new JournalEntry(row.number(), row.at(), row.what(), marks, true).state()
        == EntryState.WITH_STAFF;
  }

  private static boolean opens(
      CardSealer sealer, SealedTable sealed, EntryTable entries, long number) throws SQLException {
    Optional<EntryTable.EntryRow> row = entries.find(number);
    Optional<SealedCard> card = sealed.find(number);
    if (row.isEmpty() || card.isEmpty()) {
      return false;
    }
    try {
      sealer.open(card.get(), JournalFile.context(row.get().at(), row.get().what()));
      return true;
    } catch (JournalException _) {
      return false;
    }
  }
}
