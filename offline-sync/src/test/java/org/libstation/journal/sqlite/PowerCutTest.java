package org.libstation.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.circulation.ManualStationClock;
import org.libstation.journal.Entries;
import org.libstation.journal.Journal.MarkOn;
import org.libstation.journal.Journal.NewEntry;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.JournalException;
import org.libstation.journal.Mark;

/// A short day at a station, cut at every statement and at every half kilobyte of the log.
final class PowerCutTest {
  private static final Mark CLOSED =
      new Mark.EntryClosed(Mark.EntryClosed.ClosingReason.SETTLED, "station");

  private final ManualStationClock clock = new ManualStationClock();

  @TempDir Path root;

  private List<Runnable> day(SqliteJournal journal) {
    return List.of(
        () -> journal.append(Entries.loanAsked(Entries.ITEM, Entries.CARD)),
        () ->
            journal.append(
                NewEntry.of(
                    Entries.loanGiven(Entries.ITEM, Entries.CARD).what(),
                    Optional.of(Entries.CARD),
                    List.of(Mark.NotSent.said("link down"), new Mark.Released()),
                    List.of(
                        new MarkOn(1, Mark.NotSent.said("")),
                        new MarkOn(
                            1,
                            new Mark.EntryClosed(
                                Mark.EntryClosed.ClosingReason.WITHDRAWN, "station"))))),
        () -> journal.append(Entries.returned(Entries.OTHER_ITEM, clock.now())),
        () -> journal.mark(3, new Mark.Armed()),
        () -> journal.mark(2, CLOSED),
        () -> journal.mark(3, CLOSED));
  }

  /// The whole of a journal, as it is after some step.
  private record State(List<JournalEntry> all, List<JournalEntry> open) {
    static State of(SqliteJournal journal) {
      return new State(journal.all(0, 100), journal.open());
    }
  }

  private List<State> states() {
    List<State> states = new ArrayList<>();
    try (SqliteJournal journal = new Station(root.resolve("whole"), clock).open()) {
      states.add(State.of(journal));
      for (Runnable step : day(journal)) {
        step.run();
        states.add(State.of(journal));
      }
    }
    return states;
  }

  @Test
  void a_cut_before_any_statement_leaves_each_write_whole_or_absent() {
    List<State> states = states();
    Station station = new Station(root.resolve("cut"), clock);
    List<Station> copies = new ArrayList<>();
    List<Integer> done = new ArrayList<>();
    AtomicInteger steps = new AtomicInteger(-1);
    Faults watcher =
        new Faults(
            _ -> {
              if (steps.get() >= 0) {
                copies.add(station.copy(root.resolve("copy" + copies.size())));
                done.add(steps.get());
              }
            });
    try (SqliteJournal journal = station.open(watcher)) {
      steps.set(0);
      for (Runnable step : day(journal)) {
        step.run();
        steps.incrementAndGet();
      }
      steps.set(-1);
    }

    assertThat(copies).hasSizeGreaterThan(40);
    for (int i = 0; i < copies.size(); i++) {
      try (SqliteJournal found = copies.get(i).open()) {
        int returned = done.get(i);
        // What had returned is there; the step under way is there or it is not.
        assertThat(State.of(found))
            .isIn(states.get(returned), states.get(Math.min(returned + 1, states.size() - 1)));
      }
    }
  }

  @Test
  void a_failure_of_any_statement_writes_nothing_and_the_journal_goes_on() {
    List<State> states = states();
    int failures = 0;
    for (int n = 1; n < 200; n++) {
      AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
      Faults faults =
          new Faults(
              sql -> {
                // A checkpoint comes after the write and must not undo it: other tests see to it.
                if (!sql.equals("ROLLBACK")
                    && !sql.contains("wal_checkpoint")
                    && left.decrementAndGet() == 0) {
                  throw new SQLException("disk I/O error", null, 10);
                }
              });
      Station station = new Station(root.resolve("fault" + n), clock);
      try (SqliteJournal journal = station.open(faults)) {
        left.set(n);
        int done = 0;
        for (Runnable step : day(journal)) {
          if (fails(step)) {
            failures++;
            assertThat(State.of(journal)).isEqualTo(states.get(done));
            step.run();
          }
          done++;
          assertThat(journal.open()).isEqualTo(states.get(done).open());
        }
        if (left.get() > 0) {
          break;
        }
        left.set(Integer.MAX_VALUE);
        assertThat(State.of(journal)).isEqualTo(states.getLast());
      }
    }
    assertThat(failures).isGreaterThan(40);
  }

  private static boolean fails(Runnable step) {
    try {
      step.run();
      return false;
    } catch (JournalException e) {
      assertThat(e.kind()).isEqualTo(JournalException.FaultKind.IO);
      return true;
    }
  }

  @Test
  void a_log_torn_anywhere_still_opens_as_some_moment_of_the_day() throws Exception {
    Station station = new Station(root.resolve("torn"), clock);
    Station whole;
    try (SqliteJournal journal = station.open()) {
      day(journal).forEach(Runnable::run);
      // It truncates the log: what follows is all there is in it.
      journal.finishErasures();
      journal.append(Entries.loanGiven(Entries.ITEM, Entries.CARD));
      journal.append(Entries.returned(Entries.ITEM, clock.now()));
      whole = station.copy(root.resolve("torn-whole"));
    }
    long size = Files.size(SetAsideFiles.sibling(whole.file(), "-wal"));
    assertThat(size).isPositive();
    int last = 0;
    for (long cut = 0; cut < size + 512; cut += 512) {
      Station torn = whole.copy(root.resolve("torn-" + cut));
      try (RandomAccessFile log =
          new RandomAccessFile(SetAsideFiles.sibling(torn.file(), "-wal").toFile(), "rw")) {
        log.setLength(Math.min(cut, size));
      }
      try (SqliteJournal found = torn.open()) {
        int entries = found.all(0, 100).size();
        assertThat(entries).isBetween(Math.max(3, last), 5);
        for (JournalEntry entry : found.all(4, 100)) {
          assertThat(found.open()).contains(entry);
          assertThat(entry.cardSealed()).isEqualTo(entry.number() == 4);
        }
        last = entries;
      }
    }
    assertThat(last).isEqualTo(5);
  }

  @Test
  void a_checkpoint_that_fails_does_not_undo_the_closing() {
    AtomicInteger checkpoints = new AtomicInteger();
    Faults faults =
        new Faults(
            sql -> {
              if (sql.contains("wal_checkpoint") && checkpoints.incrementAndGet() == 2) {
                throw new SQLException("disk I/O error", null, 10);
              }
            });
    try (SqliteJournal journal = new Station(root, clock).open(faults)) {
      long number = journal.append(Entries.loanGiven(Entries.ITEM, Entries.CARD));
      journal.mark(number, CLOSED);
      journal.finishErasures();
      assertThat(checkpoints).hasValue(2);
      assertThat(journal.erasurePending()).isTrue();
      assertThat(journal.open()).isEmpty();

      journal.append(Entries.returned(Entries.ITEM, clock.now()));
      assertThat(journal.erasurePending()).isFalse();
    }
  }

  @Test
  void rows_cannot_be_changed_or_deleted_even_from_outside() throws Exception {
    Station station = new Station(root, clock);
    try (SqliteJournal journal = station.open()) {
      long number = journal.append(Entries.loanAsked(Entries.ITEM, Entries.CARD));
      try (var raw = ConnectionSource.plain(station.file());
          var sql = raw.createStatement()) {
        for (String attack :
            List.of(
                "UPDATE entry SET item = 'x'",
                "DELETE FROM entry",
                "UPDATE mark SET kind = 'closed'",
                "DELETE FROM mark",
                "UPDATE sealed SET card = x'00'",
                "DELETE FROM sealed")) {
          assertThatThrownBy(() -> sql.executeUpdate(attack))
              .isInstanceOf(SQLException.class)
              .hasMessageMatching(".*(never|only when).*");
        }
      }
      assertThat(journal.card(number)).contains(Entries.CARD);
    }
  }
}
