package org.libstation.journal.sqlite;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.StationClock;
import org.libstation.journal.DiskState;
import org.libstation.journal.EntryState;
import org.libstation.journal.Journal;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.JournalException;
import org.libstation.journal.Mark;

/// A journal in one SQLite file; [JournalStore] opens it.
///
/// Each append or mark is one transaction, which is on the disk when the method returns. Entries
/// that are not closed are also kept in memory, which changes only after the write. Memory holds no
/// card number, only which loans share one ([OpenLoans]).
public final class SqliteJournal implements Journal {
  /// How long a card is kept for an entry that is with staff before [#exportStale] exports and
  /// erases it.
  public static final Duration STAFF_KEEPS_CARD = Duration.ofDays(30);

  private final JournalFile file;
  private final StationClock clock;
  private final EntryCards cards;
  private final Ballast ballast;
  private final Closeable lock;
  private final HighWaterFile.Writer mark;
  private final long heldUpTo;
  private final OpenEntries open = new OpenEntries();
  private final OpenLoans loans;
  private DiskState diskState;
  private boolean closed;

  /// Loads the open entries and finishes an erasure that was cut short.
  ///
  /// @param lock released when the journal is closed
  /// @param mark follows what is written here
  /// @param heldUpTo entries up to this number wait for a person's answer; 0 for none
  SqliteJournal(
      Connection connection,
      StationClock clock,
      CardSealer sealer,
      SecureRandom random,
      Ballast ballast,
      Closeable lock,
      HighWaterFile.Writer mark,
      long heldUpTo)
      throws SQLException {
    this.file = new JournalFile(connection);
    this.clock = clock;
    this.cards = new EntryCards(file, sealer, random);
    this.ballast = ballast;
    this.lock = lock;
    this.mark = mark;
    this.heldUpTo = heldUpTo;
    this.loans = new OpenLoans(random);
    file.open().forEach(open::now);
    for (JournalEntry entry : open.all()) {
      if (isUnsettledLoan(entry)) {
        cards.card(entry.number()).ifPresent(card -> loans.put(entry.number(), card));
      }
    }
    file.truncateLog();
    diskState = ballast.take() ? DiskState.ROOMY : DiskState.BALLAST_USED;
  }

  @Override
  public synchronized long append(NewEntry entry) {
    // These record what has already happened: something was handed over or paid, the bin was
    // emptied, or entries were lost.
    boolean mustFit =
        entry.what() instanceof CirculationEvent.ItemReturned
            || entry.what() instanceof CirculationEvent.MoneyTaken
            || entry.what() instanceof CirculationEvent.ObjectDropped
            || entry.what() instanceof CirculationEvent.BinEmptied
            || entry.what() instanceof CirculationEvent.EntriesLost;
    long written =
        write(
            mustFit,
            tx -> {
              long number = file.entries.insert(OptionalLong.empty(), tx.now, entry.what());
              tx.touched.add(number);
              boolean keepsCard = entry.marks().stream().noneMatch(JournalFile::erases);
              if (entry.card().isPresent() && keepsCard) {
                cards.seal(number, entry, tx.now);
              }
              for (Mark mark : entry.marks()) {
                file.note(tx, number, EntryCards.masked(entry.card(), mark));
              }
              for (MarkOn on : entry.also()) {
                note(tx, on.entry(), on.mark());
              }
              return number;
            });
    entry.card().ifPresent(card -> count(written, card));
    return written;
  }

  private void count(long number, PatronId card) {
    JournalEntry written = open.find(number);
    if (written != null && isUnsettledLoan(written)) {
      loans.put(number, card);
    }
  }

  private static boolean isUnsettledLoan(JournalEntry entry) {
    return entry.what() instanceof CirculationEvent.LoanGiven && entry.cardSealed();
  }

  @Override
  public synchronized void mark(long entry, List<Mark> marks) {
    write(
        true,
        tx -> {
          for (Mark mark : marks) {
            note(tx, entry, mark);
          }
          return entry;
        });
  }

  @Override
  public synchronized void mark(List<MarkOn> marks) {
    if (marks.isEmpty()) {
      return;
    }
    write(
        true,
        tx -> {
          for (MarkOn on : marks) {
            note(tx, on.entry(), on.mark());
          }
          return marks.size();
        });
  }

  private void note(JournalFile.Transaction tx, long number, Mark mark) throws SQLException {
    if (file.entries.find(number).isEmpty()) {
      throw new IllegalArgumentException("there is no entry " + number);
    }
    file.note(tx, number, cards.masked(number, mark));
  }

  /// Writes in one transaction. If the disk is full, it frees the ballast and tries again what must
  /// fit.
  ///
  /// @param mustFit whether the write may use the room that the ballast kept
  private long write(boolean mustFit, JournalFile.TransactionWork work) {
    if (!mustFit && diskState != DiskState.ROOMY) {
      throw new JournalException(
          JournalException.FaultKind.DISK_FULL,
          "the disk space left is reserved for returns and for closing entries");
    }
    try {
      return written(work);
    } catch (SQLException e) {
      if (SqliteErrors.kind(e) != JournalException.FaultKind.DISK_FULL) {
        throw SqliteErrors.exception("the journal could not be written", e);
      }
      boolean freed = ballast.free();
      diskState = freed ? DiskState.BALLAST_USED : DiskState.FULL;
      if (!freed || !mustFit) {
        throw SqliteErrors.exception("the journal could not be written", e);
      }
    }
    try {
      return written(work);
    } catch (SQLException e) {
      if (SqliteErrors.kind(e) == JournalException.FaultKind.DISK_FULL) {
        diskState = DiskState.FULL;
      }
      throw SqliteErrors.exception("the journal could not be written", e);
    }
  }

  private long written(JournalFile.TransactionWork work) throws SQLException {
    EventTime now = clock.now();
    JournalFile.JournalWriteOutcome outcome = file.write(now, work);
    // Only after the commit, so that the mark is never ahead of what is on the disk.
    mark.reached(
        mark.reached()
            .after(outcome.newEntries(), outcome.newMarks(), now.corrected().toInstant()));
    for (JournalEntry entry : outcome.after()) {
      open.now(entry);
      if (!open.contains(entry.number()) || !entry.cardSealed()) {
        loans.remove(entry.number());
      }
    }
    if (diskState == DiskState.FULL) {
      diskState = DiskState.BALLAST_USED;
    }
    if (file.pendingErasures() >= JournalFile.MOST_PENDING) {
      file.finishErasure();
    }
    return outcome.result();
  }

  @Override
  public synchronized Optional<JournalEntry> find(long entry) {
    return reading(() -> file.find(entry));
  }

  @Override
  public synchronized List<JournalEntry> open() {
    return open.all();
  }

  @Override
  public synchronized List<JournalEntry> open(ItemId item) {
    return open.of(item);
  }

  @Override
  public synchronized Optional<JournalEntry> headAfter(Optional<JournalEntry> last) {
    return open.headAfter(last);
  }

  @Override
  public synchronized Optional<JournalEntry> lastMove(ItemId item) {
    return reading(() -> whole(file.entries.lastMove(item)));
  }

  @Override
  public synchronized Optional<JournalEntry> lastLoan(ItemId item, long before) {
    return reading(() -> whole(file.entries.lastLoan(item, before)));
  }

  private Optional<JournalEntry> whole(OptionalLong number) throws SQLException {
    return number.isPresent() ? file.find(number.getAsLong()) : Optional.empty();
  }

  @Override
  public synchronized List<JournalEntry> unarmedReturns() {
    return reading(file::unarmedReturns);
  }

  @Override
  public synchronized List<JournalEntry> lyingLoans() {
    return reading(file::lyingLoans);
  }

  @Override
  public synchronized List<JournalEntry> awaitingParts() {
    return reading(file::awaitingParts);
  }

  @Override
  public synchronized List<JournalEntry> closedLast(int limit) {
    return reading(() -> file.closedLast(limit));
  }

  @Override
  public synchronized List<JournalEntry> markedSince(long mark) {
    return reading(() -> file.markedSince(mark));
  }

  @Override
  public synchronized long newestMark() {
    return reading(file.marks::newest);
  }

  @Override
  public synchronized List<JournalEntry> all(long from, int limit) {
    return reading(() -> file.page(from, limit));
  }

  @Override
  public synchronized List<JournalEntry> newest(int limit) {
    return reading(() -> file.newest(limit));
  }

  /// @throws JournalException KEY if the card was sealed by another machine
  @Override
  public synchronized Optional<PatronId> card(long entry) {
    return reading(() -> cards.find(entry)).map(CardSealer.SealedPatron::card);
  }

  @Override
  public synchronized Optional<String> patronClass(long entry) {
    return reading(() -> cards.openable(entry)).flatMap(CardSealer.SealedPatron::patronClass);
  }

  @Override
  public synchronized Optional<PatronId> openCard(long entry, String by) {
    mark(entry, new Mark.CardOpened(by));
    return card(entry);
  }

  /// Counts as [Journal] says, without loans whose card was sealed by another machine.
  @Override
  public synchronized int unsettledLoans(PatronId card) {
    return loans.of(card);
  }

  @Override
  public synchronized DiskState diskState() {
    return diskState;
  }

  /// Reserves the ballast's room again after a technician has freed disk space.
  public synchronized DiskState restoreBallast() {
    if (ballast.take()) {
      diskState = DiskState.ROOMY;
    }
    return diskState;
  }

  @Override
  public synchronized void finishErasures() {
    file.finishErasure();
    mark.pause(clock.monotonic());
  }

  @Override
  public boolean awaitsWord(long entry) {
    return entry <= heldUpTo;
  }

  public synchronized HighWater highWater() {
    return mark.reached();
  }

  /// Reports whether a deleted card may still be in the log, because the erasure was put off or a
  /// reader in another process held it up. One that was held up is tried again with each write;
  /// closing and opening finish the rest.
  public synchronized boolean erasurePending() {
    return file.pendingErasures() > 0;
  }

  /// Exports the cards of entries that have been with staff for [#STAFF_KEEPS_CARD], then erases
  /// them here. Only the library's private key opens the exported file.
  ///
  /// @param out a file that does not exist yet; none is made if no card is due
  /// @return how many cards were exported
  /// @throws JournalException DISK if the file exists or cannot be written; then nothing was erased
  public synchronized int exportStale(Instant now, LibraryKey key, Path out) {
    List<JournalEntry> stale =
        open.all().stream()
            .filter(entry -> entry.cardSealed() && withStaffSince(entry, now))
            .toList();
    if (stale.isEmpty()) {
      return 0;
    }
    List<CardExport.ExportedCard> lines = reading(() -> cards.exported(stale, key));
    CardExport.write(out, lines);
    write(
        true,
        tx -> {
          for (int i = 0; i < lines.size(); i++) {
            file.note(
                tx,
                stale.get(i).number(),
                new Mark.CardExported(lines.get(i).sealed().recoveryKey()));
          }
          return lines.size();
        });
    finishErasures();
    return lines.size();
  }

  private static boolean withStaffSince(JournalEntry entry, Instant now) {
    return entry.state() == EntryState.WITH_STAFF
        && entry.marks().stream()
            .filter(
                noted ->
                    noted.mark() instanceof Mark.StaffLine line
                        && EntryState.handsOver(line.kind()))
            .findFirst()
            .map(noted -> noted.at().corrected().toInstant().plus(STAFF_KEEPS_CARD))
            .filter(until -> !until.isAfter(now))
            .isPresent();
  }

  /// Returns the highest number ever given to an entry.
  synchronized long lastNumber() {
    return reading(file.entries::lastNumber);
  }

  /// Reports whether the same event at the same time is written here, under any number.
  synchronized boolean knows(EventTime at, CirculationEvent what) {
    return reading(() -> file.entries.sameAs(at, what)).isPresent();
  }

  /// Returns the newest entry about an item, closed or not.
  synchronized Optional<JournalEntry> about(ItemId item) {
    return reading(() -> whole(file.entries.newestOf(item)));
  }

  /// Copies an entry from another file into this one, with its times and marks.
  ///
  /// @param kept its number here; empty for the next free one
  /// @param card to be sealed for this machine; if empty, `sealed` is copied as it is
  /// @param more marks to add, with the present time
  /// @return its number here
  synchronized long bringOver(
      OptionalLong kept,
      JournalEntry entry,
      Optional<CardSealer.SealedPatron> card,
      Optional<SealedCard> sealed,
      List<Mark> more) {
    long written =
        write(
            true,
            tx -> {
              long number = file.entries.insert(kept, entry.at(), entry.what());
              tx.touched.add(number);
              if (card.isPresent()) {
                cards.seal(number, card.get(), entry.at(), entry.what());
              } else if (sealed.isPresent()) {
                file.sealed.insert(number, sealed.get());
              }
              for (JournalEntry.Noted noted : entry.marks()) {
                file.marks.insert(number, noted.at(), noted.mark());
              }
              for (Mark mark : more) {
                file.note(tx, number, mark);
              }
              return number;
            });
    card.ifPresent(known -> count(written, known.card()));
    return written;
  }

  /// Copies marks from another state of this journal, with the times at which they were made.
  synchronized void bringOver(long number, List<JournalEntry.Noted> marks) {
    write(
        true,
        tx -> {
          for (JournalEntry.Noted noted : marks) {
            file.bringOver(tx, number, noted);
          }
          return number;
        });
  }

  /// Returns the sealed card of an entry; empty if none is kept.
  synchronized Optional<SealedCard> sealed(long number) {
    return reading(() -> file.sealed.find(number));
  }

  /// Opens a sealed card; empty if this machine's key does not open it.
  Optional<CardSealer.SealedPatron> tryOpen(
      SealedCard sealed, EventTime at, CirculationEvent what) {
    return cards.tryOpen(sealed, at, what);
  }

  @FunctionalInterface
  private interface JournalQuery<T> {
    T read() throws SQLException;
  }

  private static <T> T reading(JournalQuery<T> work) {
    try {
      return work.read();
    } catch (SQLException e) {
      throw SqliteErrors.exception("the journal could not be read", e);
    }
  }

  /// Closes the file but keeps the directory locked.
  ///
  /// @return releases the lock
  synchronized Closeable closeFile() throws SQLException {
    closed = true;
    file.finishErasure();
    file.close();
    mark.close();
    return lock;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (lock) {
      file.finishErasure();
      file.close();
      mark.close();
    } catch (SQLException e) {
      throw SqliteErrors.exception("the journal could not be closed", e);
    } catch (IOException e) {
      throw new JournalException(
          JournalException.FaultKind.DISK, "the journal's lock could not be released", e);
    }
  }
}
