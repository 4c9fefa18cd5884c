package org.libstation.journal.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.circulation.PatronId;
import org.libstation.journal.EntryPages;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.JournalException;
import org.sqlite.SQLiteConfig;

/// Reads a journal, also while a station writes it. It holds no transaction between calls, so that
/// it does not delay an erasure.
public final class JournalReader implements AutoCloseable, EntryPages {
  private final JournalFile file;
  private final Optional<CardSealer> keys;

  private JournalReader(JournalFile file, Optional<CardSealer> keys) {
    this.file = file;
    this.keys = keys;
  }

  static JournalReader open(Path path) {
    return open(path, Optional.empty());
  }

  /// @param keys opens cards that this machine sealed
  static JournalReader open(Path path, Optional<CardSealer> keys) {
    if (!Files.exists(path)) {
      throw new JournalException(JournalException.FaultKind.DISK, "there is no journal at " + path);
    }
    refuseEmptied(path);
    refuseOtherForms(path);
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    try {
      Connection connection = config.createConnection("jdbc:sqlite:" + path.toAbsolutePath());
      boolean known = false;
      try {
        JournalForm.check(path, JournalSchema.version(connection));
        known = true;
      } finally {
        if (!known) {
          connection.close();
        }
      }
      return new JournalReader(new JournalFile(connection), keys);
    } catch (SQLException e) {
      throw SqliteErrors.exception(path + " cannot be read", e);
    }
  }

  /// Refuses an empty file before SQLite opens it: beside one, SQLite deletes the log and with it
  /// the newest entries.
  private static void refuseEmptied(Path path) {
    try {
      if (Files.size(path) == 0) {
        throw new JournalException(
            JournalException.FaultKind.CORRUPT,
            path
                + " is empty; a log beside it, if there is one, was not touched: start the station,"
                + " which sets both aside, then journal salvage reads what the log holds");
      }
    } catch (IOException e) {
      throw new JournalException(JournalException.FaultKind.of(e), path + " cannot be read", e);
    }
  }

  /// Refuses another form before SQLite opens the file: even a reading connection would leave a log
  /// beside it.
  private static void refuseOtherForms(Path path) {
    try {
      JournalForm.check(path, JournalSchema.versionInHeader(path));
    } catch (IOException e) {
      throw new JournalException(JournalException.FaultKind.of(e), path + " cannot be read", e);
    }
  }

  @Override
  public List<JournalEntry> all(long from, int limit) {
    try {
      return file.page(from, limit);
    } catch (SQLException e) {
      throw SqliteErrors.exception("the journal cannot be read", e);
    }
  }

  /// Returns the newest entry whose clock was not in doubt, closed or not. A clock that shows an
  /// earlier time was set back.
  public Optional<JournalEntry> newestSound() {
    try {
      return file.newestSound();
    } catch (SQLException e) {
      throw SqliteErrors.exception("the journal cannot be read", e);
    }
  }

  HighWater highWater(Instant now) {
    try {
      return file.highWater(now);
    } catch (SQLException e) {
      throw SqliteErrors.exception("the journal cannot be read", e);
    }
  }

  /// Reports whether SQLite's own check finds the file undamaged.
  public boolean isSound() {
    try {
      return file.isSound();
    } catch (SQLException e) {
      throw SqliteErrors.exception("the journal cannot be checked", e);
    }
  }

  /// Returns the entries that are not closed, by number.
  public List<JournalEntry> open() {
    try {
      return file.open();
    } catch (SQLException e) {
      throw SqliteErrors.exception("the journal cannot be read", e);
    }
  }

  public Optional<JournalEntry> find(long number) {
    try {
      return file.find(number);
    } catch (SQLException e) {
      throw SqliteErrors.exception("the journal cannot be read", e);
    }
  }

  /// Returns the card number kept for an entry; empty if this reader has no key that opens it.
  ///
  /// Use this to ask the central system about a card, or to show its last digits. Show a whole
  /// number only through [org.libstation.journal.Journal#openCard], which leaves a trace.
  public Optional<PatronId> card(long number) {
    try {
      Optional<SealedCard> sealed = file.sealed.find(number);
      Optional<EntryTable.EntryRow> row = file.entries.find(number);
      if (keys.isEmpty() || sealed.isEmpty() || row.isEmpty()) {
        return Optional.empty();
      }
      String context = JournalFile.context(row.get().at(), row.get().what());
      return Optional.of(keys.get().open(sealed.get(), context).card());
    } catch (SQLException e) {
      throw SqliteErrors.exception("the journal cannot be read", e);
    } catch (JournalException e) {
      if (e.kind() == JournalException.FaultKind.KEY) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /// Returns the sealed cards with their entries, by number.
  Map<EntryTable.EntryRow, SealedCard> sealed() {
    try {
      Map<EntryTable.EntryRow, SealedCard> cards = new LinkedHashMap<>();
      for (long number : file.sealed.entries()) {
        cards.put(file.entries.find(number).orElseThrow(), file.sealed.find(number).orElseThrow());
      }
      return cards;
    } catch (SQLException e) {
      throw SqliteErrors.exception("the journal cannot be read", e);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (SQLException e) {
      throw SqliteErrors.exception("the journal could not be closed", e);
    }
  }
}
