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

/// The keys that card numbers of a journal are sealed with.
///
/// @param machineKey the file of this machine's key
/// @param recoveryKey the site's
record CardSealKeys(Path machineKey, LibraryKey recoveryKey, SecureRandom random) {

  /// @throws JournalException KEY when the machine's key does not fit what was sealed here,
  ///   KEY_MISSING when there is none
  CardSealer sealer(Connection connection) throws SQLException {
    return new CardSealer(key(connection), recoveryKey, random);
  }

  /// The machine's key; made now if nothing was ever sealed with one.
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

  /// Cards that came over from another machine are sealed with its key, and their entries are with
  /// staff ([JournalSalvage]): they say nothing of this machine's. What staff have anyway can wait
  /// for the recovery key.
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
