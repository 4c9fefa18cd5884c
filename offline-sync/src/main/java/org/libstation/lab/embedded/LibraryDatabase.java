package org.libstation.lab.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;

/// The SQLite database of the library's ledger, in a file or in memory. Not thread-safe; while it
/// is in use, another process may only read the file ([#readOnly(Path)]).
///
/// In a file every transaction is on the disk when it returns (WAL, `synchronous=FULL`).
final class LibraryDatabase implements AutoCloseable {

  /// Reads one row.
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private static final String SCHEMA =
      """
      create table if not exists item (
        barcode text primary key, title_number integer not null, title text not null,
        author text not null, language text not null, class text not null,
        media_type text not null, call_number text not null, parts integer not null
      ) strict;
      create index if not exists item_title on item (title_number);
      create table if not exists member (
        card text primary key, pin_digest text not null, name text not null, kind text not null,
        expires text not null, state text not null
      ) strict;
      create table if not exists loan (
        number integer primary key, item text not null, card text not null,
        station text not null, lent_at text not null, first_due text not null,
        due text not null, renewals integer not null, returned_at text
      ) strict;
      create unique index if not exists loan_open on loan (item) where returned_at is null;
      create index if not exists loan_card on loan (card) where returned_at is null;
      create table if not exists renewal (
        loan integer not null, on_day text not null, new_due text not null
      ) strict;
      create index if not exists renewal_loan on renewal (loan);
      create table if not exists hold (
        number integer primary key, title_number integer not null, card text not null,
        placed_at text not null, state text not null, item text
      ) strict;
      create index if not exists hold_title on hold (title_number);
      create table if not exists hold_kept (
        hold integer primary key, until text not null
      ) strict;
      create table if not exists charge (
        number integer primary key, card text not null, loan integer, item text,
        what text not null, amount_minor integer not null, paid_minor integer not null,
        currency text not null, explanation text not null
      ) strict;
      create index if not exists charge_card on charge (card);
      create table if not exists action (
        number integer primary key autoincrement, at text not null, kind text not null,
        station text not null, sequence integer, item text not null, card text not null,
        done integer not null, detail text not null
      ) strict;
      create trigger if not exists action_stays before update on action
        begin select raise(abort, 'the action log is only added to'); end;
      create trigger if not exists action_remains before delete on action
        begin select raise(abort, 'the action log is only added to'); end;
      """;

  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  private LibraryDatabase(Connection connection) {
    this.connection = connection;
  }

  /// Opens or creates a ledger.
  ///
  /// @throws LedgerException if the file cannot be opened
  static LibraryDatabase file(Path file) {
    return open("jdbc:sqlite:" + file, "pragma journal_mode=wal", "pragma synchronous=full");
  }

  static LibraryDatabase memory() {
    return open("jdbc:sqlite::memory:");
  }

  /// Makes a ledger in memory from a snapshot.
  static LibraryDatabase memory(byte[] snapshot) {
    try {
      Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
      connection.unwrap(SQLiteConnection.class).deserialize("main", snapshot);
      return new LibraryDatabase(connection);
    } catch (SQLException broken) {
      throw new LedgerException("the snapshot cannot be opened", broken);
    }
  }

  /// Returns the whole database as bytes, from which another ledger can be made.
  byte[] snapshot() {
    try {
      return connection.unwrap(SQLiteConnection.class).serialize("main");
    } catch (SQLException broken) {
      throw new LedgerException("the ledger cannot be copied", broken);
    }
  }

  /// Opens a ledger for reading only, also while another process writes it.
  ///
  /// @throws LedgerException if there is no ledger
  static LibraryDatabase readOnly(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new LedgerException("there is no ledger " + file);
    }
    try {
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      try (Statement statement = connection.createStatement()) {
        statement.execute("pragma query_only=on");
      }
      return new LibraryDatabase(connection);
    } catch (SQLException broken) {
      throw new LedgerException("the ledger cannot be opened", broken);
    }
  }

  private static LibraryDatabase open(String url, String... pragmas) {
    try {
      Connection connection = DriverManager.getConnection(url);
      try (Statement statement = connection.createStatement()) {
        for (String pragma : pragmas) {
          statement.execute(pragma);
        }
        statement.executeUpdate(SCHEMA);
      }
      return new LibraryDatabase(connection);
    } catch (SQLException broken) {
      throw new LedgerException("the ledger cannot be opened", broken);
    }
  }

  <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... values) {
    try {
      PreparedStatement statement = prepared(sql, values);
      try (ResultSet rows = statement.executeQuery()) {
        List<T> found = new ArrayList<>();
        while (rows.next()) {
          found.add(reader.read(rows));
        }
        return found;
      }
    } catch (SQLException broken) {
      throw new LedgerException("the ledger cannot be read", broken);
    }
  }

  <T> Optional<T> one(String sql, RowReader<T> reader, @Nullable Object... values) {
    return query(sql, reader, values).stream().findFirst();
  }

  int count(String sql, @Nullable Object... values) {
    return one(sql, row -> row.getInt(1), values).orElse(0);
  }

  void update(String sql, @Nullable Object... values) {
    try {
      prepared(sql, values).executeUpdate();
    } catch (SQLException broken) {
      throw new LedgerException("the ledger cannot be written", broken);
    }
  }

  /// Inserts a row and returns its number.
  long insert(String sql, @Nullable Object... values) {
    update(sql, values);
    return one("select last_insert_rowid()", row -> row.getLong(1)).orElseThrow();
  }

  /// Does the work in one transaction. If the work throws, nothing is changed.
  <T> T transaction(Supplier<T> work) {
    update("begin immediate");
    boolean done = false;
    try {
      T result = work.get();
      update("commit");
      done = true;
      return result;
    } finally {
      if (!done) {
        update("rollback");
      }
    }
  }

  private PreparedStatement prepared(String sql, @Nullable Object[] values) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  @Override
  public void close() {
    try {
      for (PreparedStatement statement : statements.values()) {
        statement.close();
      }
      connection.close();
    } catch (SQLException broken) {
      throw new LedgerException("the ledger cannot be closed", broken);
    }
  }
}
