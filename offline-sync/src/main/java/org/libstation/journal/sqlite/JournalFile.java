package org.libstation.journal.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.EventTime;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Combines the three tables: transactions, whole entries, and the truncating checkpoint that
/// completes an erasure.
final class JournalFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JournalFile.class);

  /// How many erasures may wait for a pause before a write finishes them.
  static final int MOST_PENDING = 32;

  /// Number of pending erasures after which the next write tries again to finish them.
  private static final int TRY_AGAIN = MOST_PENDING;

  final EntryTable entries;
  final MarkTable marks;
  final SealedTable sealed;
  private final Connection connection;
  private final Statement control;
  private int pendingErasures;

  JournalFile(Connection connection) throws SQLException {
    this.connection = connection;
    this.entries = new EntryTable(connection);
    this.marks = new MarkTable(connection);
    this.sealed = new SealedTable(connection);
    this.control = connection.createStatement();
  }

  boolean isSound() throws SQLException {
    return JournalSchema.quickCheck(connection).equals("ok");
  }

  HighWater highWater(Instant now) throws SQLException {
    return JournalSchema.highWater(connection, now);
  }

  /// One transaction in progress: its time and the entries that it touched.
  static final class Transaction {
    final EventTime now;
    final Set<Long> touched = new TreeSet<>();
    private boolean erased;

    private Transaction(EventTime now) {
      this.now = now;
    }
  }

  @FunctionalInterface
  interface TransactionWork {
    long run(Transaction tx) throws SQLException;
  }

  /// @param after the touched entries as they are now on the disk
  record JournalWriteOutcome(
      long result, List<JournalEntry> after, long newEntries, long newMarks) {}

  /// Runs the work as one transaction. All of it is on the disk when this returns, nothing of it if
  /// it throws.
  JournalWriteOutcome write(EventTime now, TransactionWork work) throws SQLException {
    Transaction tx = new Transaction(now);
    boolean committed = false;
    long entriesBefore = entries.inserted();
    long marksBefore = marks.inserted();
    control.execute("BEGIN IMMEDIATE");
    try {
      long result = work.run(tx);
      List<JournalEntry> after = new ArrayList<>();
      for (long number : tx.touched) {
        after.add(find(number).orElseThrow());
      }
      control.execute("COMMIT");
      committed = true;
      pendingErasures += tx.erased ? 1 : 0;
      return new JournalWriteOutcome(
          result, after, entries.inserted() - entriesBefore, marks.inserted() - marksBefore);
    } finally {
      if (!committed) {
        rollBack();
      }
    }
  }

  private void rollBack() {
    try {
      control.execute("ROLLBACK");
    } catch (SQLException e) {
      // SQLite rolls back by itself after some errors. If it did not, the next BEGIN fails.
      LOG.debug("no roll-back was needed or possible: {}", e.getMessage());
    }
  }

  /// Adds a mark. A mark that closes the entry, or exports its card, also deletes the sealed card.
  void note(Transaction tx, long number, Mark mark) throws SQLException {
    bringOver(tx, number, new JournalEntry.Noted(tx.now, mark));
  }

  /// Adds a mark as [#note] does, but with the time at which it was made elsewhere.
  void bringOver(Transaction tx, long number, JournalEntry.Noted noted) throws SQLException {
    Mark mark = noted.mark();
    marks.insert(number, noted.at(), mark);
    if (erases(mark)) {
      tx.erased |= sealed.delete(number);
    }
    tx.touched.add(number);
  }

  /// Reports whether a mark of this kind erases the entry's card.
  static boolean erases(Mark mark) {
    return mark instanceof Mark.EntryClosed || mark instanceof Mark.CardExported;
  }

  /// Returns the text that a sealed card is bound to: the parts of its entry that never change,
  /// without the number.
  static String context(EventTime at, CirculationEvent what) {
    return String.join(
        "\n", at.wall().toString(), at.bootId(), at.monotonic().toString(), what.item().value());
  }

  Optional<JournalEntry> find(long number) throws SQLException {
    Optional<EntryTable.EntryRow> row = entries.find(number);
    return row.isEmpty() ? Optional.empty() : Optional.of(whole(row.get()));
  }

  Optional<JournalEntry> newestSound() throws SQLException {
    Optional<EntryTable.EntryRow> row = entries.newestSound();
    return row.isEmpty() ? Optional.empty() : Optional.of(whole(row.get()));
  }

  List<JournalEntry> open() throws SQLException {
    return whole(entries.open());
  }

  List<JournalEntry> unarmedReturns() throws SQLException {
    return whole(
        entries.unarmed().stream()
            .filter(
                row -> row.what() instanceof CirculationEvent.ItemReturned back && back.tagged())
            .toList());
  }

  List<JournalEntry> lyingLoans() throws SQLException {
    return whole(entries.lying());
  }

  List<JournalEntry> awaitingParts() throws SQLException {
    return whole(entries.sets()).stream().filter(JournalEntry::awaitsParts).toList();
  }

  List<JournalEntry> page(long from, int limit) throws SQLException {
    return whole(entries.page(from, limit));
  }

  List<JournalEntry> closedLast(int limit) throws SQLException {
    return whole(marks.closedLast(limit));
  }

  List<JournalEntry> markedSince(long mark) throws SQLException {
    return whole(marks.entriesSince(mark));
  }

  private List<JournalEntry> whole(Set<Long> numbers) throws SQLException {
    List<JournalEntry> whole = new ArrayList<>();
    for (long number : numbers) {
      whole.add(find(number).orElseThrow());
    }
    return whole;
  }

  List<JournalEntry> newest(int limit) throws SQLException {
    return whole(entries.newest(limit));
  }

  private List<JournalEntry> whole(List<EntryTable.EntryRow> rows) throws SQLException {
    List<JournalEntry> whole = new ArrayList<>();
    for (EntryTable.EntryRow row : rows) {
      whole.add(whole(row));
    }
    return whole;
  }

  private JournalEntry whole(EntryTable.EntryRow row) throws SQLException {
    boolean card = sealed.find(row.number()).isPresent();
    return new JournalEntry(row.number(), row.at(), row.what(), marks.of(row.number()), card);
  }

  /// Returns how many writes erased a card since the log was last truncated.
  int pendingErasures() {
    return pendingErasures;
  }

  /// Truncates the log if a sealed card was deleted since the last time.
  void finishErasure() {
    if (pendingErasures > 0) {
      truncateLog();
    }
  }

  /// Moves everything from the log into the file, so that `secure_delete` overwrites what was
  /// deleted, and truncates the log. It does not throw, because what was written stays written.
  void truncateLog() {
    try (ResultSet row = control.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
      boolean heldUp = row.next() && row.getInt(1) != 0;
      pendingErasures = heldUp ? TRY_AGAIN : 0;
    } catch (SQLException e) {
      pendingErasures = TRY_AGAIN;
      LOG.warn("The journal's log could not be truncated yet: {}", e.getMessage());
    }
  }

  @Override
  public void close() throws SQLException {
    entries.close();
    marks.close();
    sealed.close();
    control.close();
    connection.close();
  }
}
