package org.libstation.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ManualStationClock;
import org.libstation.journal.Entries;
import org.libstation.journal.EntryState;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.JournalException;
import org.libstation.journal.Mark;
import org.libstation.journal.sqlite.JournalBreak.BreakKind;
import org.libstation.journal.sqlite.JournalRestore.RestoreResult;
import org.libstation.journal.sqlite.JournalStore.JournalOpening;

/// The journal that lies there is not the one that should: missing, emptied, another's, older.
final class JournalBreakTest {
  private static final Mark CLOSED =
      new Mark.EntryClosed(Mark.EntryClosed.ClosingReason.SETTLED, "station");

  private final ManualStationClock clock = new ManualStationClock();

  @TempDir Path root;

  private Station station() {
    return new Station(root, clock);
  }

  /// A loan that is settled, one that waits, and a return that waits.
  private static void aDay(Station station) {
    try (SqliteJournal journal = station.open()) {
      long settled = journal.append(Entries.loanGiven(new ItemId("1"), Entries.CARD));
      journal.mark(settled, CLOSED);
      assertThat(journal.append(Entries.loanGiven(Entries.ITEM, Entries.CARD))).isEqualTo(2);
    }
  }

  private SqliteJournal broken(Station station, BreakKind kind) {
    JournalOpening opening = station.store().open(station.directory);
    assertThat(opening)
        .isInstanceOfSatisfying(
            JournalOpening.JournalReplaced.class,
            broken -> assertThat(broken.found().kind()).isEqualTo(kind));
    return ((JournalOpening.JournalReplaced) opening).journal();
  }

  private JournalWord word() {
    return new JournalWord("Chan", "looked at it", clock.now().corrected().toInstant());
  }

  private static JournalOpening.JournalReplaced asked(Station station) {
    return (JournalOpening.JournalReplaced) station.store().open(station.directory);
  }

  private JournalWord.Resumed resumed(Station station) {
    JournalOpening.JournalReplaced broken = asked(station);
    try (SqliteJournal _ = broken.journal()) {
      return word().resumes(broken);
    }
  }

  private RestoreResult bringBack(Station station, Path file) {
    return new JournalRestore(word()).run(asked(station), file);
  }

  private Path aside(Station station, String name) throws IOException {
    Path kept = Files.createDirectories(root.resolve("kept")).resolve(name);
    Files.move(station.file(), kept);
    return kept;
  }

  @Test
  void a_first_start_asks_nobody() {
    station().open().close();
    station().open().close();
  }

  @Test
  void a_missing_journal_beside_the_machines_key_or_the_mark_is_no_first_start() throws Exception {
    for (boolean key : new boolean[] {true, false}) {
      Station station = new Station(root.resolve("key-" + key), clock);
      aDay(station);
      Files.delete(station.file());
      Files.delete(key ? HighWaterFile.of(station.directory).file() : station.machineKey);
      broken(station, BreakKind.MISSING).close();
      // And is still asked about at the next start.
      broken(station, BreakKind.MISSING).close();
    }
  }

  @Test
  void a_file_that_only_a_running_station_leaves_says_so_too() throws Exception {
    Station station = station();
    Path counters = Files.createFile(root.resolve("metrics.csv"));
    JournalStore store =
        new JournalStore(
            clock,
            station.machineKey,
            Station.recoveryKey(),
            Station.BALLAST,
            new java.security.SecureRandom(),
            List.of(counters));
    JournalOpening opening = store.open(station.directory);
    assertThat(opening).isInstanceOf(JournalOpening.JournalReplaced.class);
    ((JournalOpening.JournalReplaced) opening).journal().close();
  }

  @Test
  void a_journal_of_no_bytes_is_kept_with_its_log_and_asked_about() throws Exception {
    Station station = station();
    Path log = SetAsideFiles.sibling(station.file(), "-wal");
    byte[] tail;
    try (SqliteJournal journal = station.open()) {
      journal.append(Entries.loanGiven(Entries.ITEM, Entries.CARD));
      tail = Files.readAllBytes(log);
    }
    Files.write(station.file(), new byte[0]);
    Files.write(log, tail);

    try (SqliteJournal journal = broken(station, BreakKind.EMPTIED)) {
      assertThat(journal.append(Entries.returned(Entries.ITEM, clock.now())))
          .isGreaterThan(SetAsideFiles.GENERATION);
    }
    assertThat(station.directory.resolve("set-aside-1/journal.db-wal")).hasBinaryContent(tail);
  }

  @Test
  void a_sound_file_without_an_entry_or_without_a_table_is_asked_about() throws Exception {
    Station empty = new Station(root.resolve("other"), clock);
    empty.open().close();
    Station station = station();
    aDay(station);
    Files.copy(empty.file(), station.file(), StandardCopyOption.REPLACE_EXISTING);
    broken(station, BreakKind.EMPTIED).close();

    Station second = new Station(root.resolve("second"), clock);
    aDay(second);
    Files.delete(second.file());
    try (Connection raw = ConnectionSource.plain(second.file());
        Statement sql = raw.createStatement()) {
      sql.execute("PRAGMA user_version = 0");
      sql.execute("CREATE TABLE notes (a TEXT)");
      sql.execute("DROP TABLE notes");
    }
    broken(second, BreakKind.EMPTIED).close();
  }

  @Test
  void another_stations_journal_is_set_aside_whole_and_nothing_of_it_is_gone_on_with()
      throws Exception {
    Station other = new Station(root.resolve("other"), clock);
    aDay(other);
    Station station = station();
    aDay(station);
    Files.copy(other.file(), station.file(), StandardCopyOption.REPLACE_EXISTING);
    try (SqliteJournal journal = broken(station, BreakKind.ANOTHER)) {
      assertThat(journal.open()).isEmpty();
    }
    assertThat(JournalReader.open(station.directory.resolve("set-aside-1/journal.db")).all(1, 10))
        .hasSize(2);
  }

  @Test
  void an_older_copy_is_noticed_and_what_is_open_in_it_waits_for_a_word() throws Exception {
    Station station = station();
    aDay(station);
    Path copy = Files.copy(station.file(), root.resolve("copy.db"));
    try (SqliteJournal journal = station.open()) {
      journal.mark(2, CLOSED);
    }
    Files.copy(copy, station.file(), StandardCopyOption.REPLACE_EXISTING);

    try (SqliteJournal journal = broken(station, BreakKind.OLDER)) {
      assertThat(journal.awaitsWord(2)).isTrue();
      long later = journal.append(Entries.returned(Entries.OTHER_ITEM, clock.now()));
      // Numbers that were given out since the copy are not given out again.
      assertThat(later).isEqualTo(SetAsideFiles.GENERATION + 1);
      assertThat(journal.awaitsWord(later)).isFalse();
    }
    JournalWord.Resumed resumed = resumed(station);
    assertThat(resumed.toLookUp()).isEqualTo(1);
    assertThat(resumed.toStaff()).isZero();
    try (SqliteJournal journal = station.open()) {
      assertThat(journal.awaitsWord(2)).isFalse();
      assertThat(journal.find(2)).map(JournalEntry::state).contains(EntryState.IN_DOUBT);
    }
    assertThat(station.directory.resolve("set-aside-1/answered.txt"))
        .content()
        .contains("answer: resumed", "by: Chan", "reason: looked at it");
  }

  @Test
  void a_log_that_was_cut_off_is_an_older_journal_unless_nothing_was_lost_with_it()
      throws Exception {
    Station station = station();
    Path log = SetAsideFiles.sibling(station.file(), "-wal");
    byte[] file;
    byte[] tail;
    try (SqliteJournal journal = station.open()) {
      journal.append(Entries.loanGiven(Entries.ITEM, Entries.CARD));
      journal.append(Entries.returned(Entries.ITEM, clock.now()));
      file = Files.readAllBytes(station.file());
      tail = Files.readAllBytes(log);
    }
    byte[] mark = Files.readAllBytes(HighWaterFile.of(station.directory).file());
    for (int cut : new int[] {tail.length, tail.length - 512, tail.length / 2, 0}) {
      Station again = new Station(root.resolve("cut-" + cut), clock);
      Files.createDirectories(again.directory);
      Files.createDirectories(again.machineKey.getParent());
      Files.copy(station.machineKey, again.machineKey, StandardCopyOption.COPY_ATTRIBUTES);
      Files.write(again.file(), file);
      Files.write(HighWaterFile.of(again.directory).file(), mark);
      Files.write(SetAsideFiles.sibling(again.file(), "-wal"), java.util.Arrays.copyOf(tail, cut));
      if (cut == tail.length) {
        again.open().close();
      } else {
        broken(again, cut > tail.length - 1024 ? BreakKind.OLDER : BreakKind.EMPTIED).close();
      }
    }
  }

  @Test
  @Tag("full")
  void the_mark_is_never_ahead_of_the_journal_whatever_statement_the_power_is_cut_at()
      throws Exception {
    int[] left = {Integer.MAX_VALUE};
    Faults faults =
        new Faults(
            sql -> {
              if (left[0]-- <= 0) {
                throw new SQLException("disk I/O error", null, 10);
              }
            });
    Station station = station();
    for (int cut = 0; cut < 60; cut++) {
      left[0] = Integer.MAX_VALUE;
      try (SqliteJournal journal = station.open(faults)) {
        left[0] = cut;
        try {
          long number = journal.append(Entries.loanGiven(Entries.ITEM, Entries.CARD));
          journal.mark(number, CLOSED);
        } catch (org.libstation.journal.JournalException _) {
          // What a program that ends here leaves is what is looked at.
        }
        left[0] = Integer.MAX_VALUE;
        Station crashed = station.copy(root.resolve("crashed-" + cut));
        Files.copy(
            HighWaterFile.of(station.directory).file(), HighWaterFile.of(crashed.directory).file());
        crashed.open().close();
      }
    }
  }

  @Test
  void a_mark_that_stayed_behind_or_cannot_be_read_is_no_alarm() throws Exception {
    Station station = station();
    aDay(station);
    Path mark = HighWaterFile.of(station.directory).file();
    byte[] behind = Files.readAllBytes(mark);
    try (SqliteJournal journal = station.open()) {
      journal.mark(2, CLOSED);
    }
    Files.write(mark, behind);
    station.open().close();
    try (RandomAccessFile torn = new RandomAccessFile(mark.toFile(), "rw")) {
      torn.setLength(70);
    }
    station.open().close();
    Files.delete(mark);
    station.open().close();
  }

  @Test
  void a_journal_whose_identity_was_overwritten_is_anothers_and_is_kept() throws Exception {
    Station station = station();
    aDay(station);
    try (Connection raw = ConnectionSource.plain(station.file());
        Statement sql = raw.createStatement()) {
      sql.execute("PRAGMA application_id = 0");
    }
    broken(station, BreakKind.ANOTHER).close();
    assertThat(station.directory.resolve("set-aside-1").resolve(JournalFiles.FILE)).exists();
  }

  @Test
  void a_damaged_journal_is_set_aside_as_ever_and_its_mark_raises_no_second_alarm()
      throws Exception {
    Station station = station();
    aDay(station);
    try (RandomAccessFile file = new RandomAccessFile(station.file().toFile(), "rw")) {
      file.seek(0);
      file.write(new byte[8192]);
    }
    for (int start = 0; start < 2; start++) {
      JournalOpening opening = station.store().open(station.directory);
      assertThat(opening).isInstanceOf(JournalOpening.SetAside.class);
      ((JournalOpening.SetAside) opening).journal().close();
    }
  }

  @Test
  void new_goes_on_with_the_new_journal_and_its_number_stay_above_the_old_ones() throws Exception {
    Station station = station();
    aDay(station);
    Files.delete(station.file());
    try (SqliteJournal journal = broken(station, BreakKind.MISSING)) {
      journal.append(Entries.returned(Entries.ITEM, clock.now()));
    }
    JournalOpening.JournalReplaced asked = asked(station);
    try (SqliteJournal _ = asked.journal()) {
      assertThat(word().beginsAnew(asked)).hasSize(1);
    }
    try (SqliteJournal journal = station.open()) {
      assertThat(journal.all(1, 10)).hasSize(1);
    }
    // And if that one vanishes too, it is asked about again.
    Files.delete(station.file());
    broken(station, BreakKind.MISSING).close();
  }

  @Test
  void the_old_one_is_brought_back_with_what_was_written_meanwhile() throws Exception {
    Station station = station();
    aDay(station);
    Path old = aside(station, "old.db");
    try (SqliteJournal journal = broken(station, BreakKind.MISSING)) {
      long first = journal.append(Entries.returned(Entries.OTHER_ITEM, clock.now()));
      journal.mark(first, CLOSED);
      journal.append(Entries.returned(new ItemId("7"), clock.now()));
    }
    List<JournalEntry> came;
    try (JournalReader reader = JournalStore.read(station.directory)) {
      came = reader.all(1, 10);
    }

    RestoreResult result = bringBack(station, old);

    assertThat(result)
        .isInstanceOfSatisfying(
            RestoreResult.Restored.class,
            restored -> {
              assertThat(restored.older()).isFalse();
              assertThat(restored.carried()).isEqualTo(2);
              assertThat(restored.toStaff()).isZero();
            });
    try (SqliteJournal journal = station.open()) {
      assertThat(journal.all(1, 10)).hasSize(4).endsWith(came.toArray(JournalEntry[]::new));
      assertThat(journal.awaitsWord(2)).isFalse();
      assertThat(journal.card(2)).contains(Entries.CARD);
      assertThat(journal.append(Entries.returned(Entries.ITEM, clock.now())))
          .isEqualTo(SetAsideFiles.GENERATION + 3);
    }
    assertThat(station.directory.resolve("set-aside-1/meanwhile.db")).exists();
  }

  @Test
  void a_loan_whose_item_came_back_meanwhile_goes_to_staff_and_is_not_sent_after_its_return()
      throws Exception {
    Station station = station();
    aDay(station);
    Path old = aside(station, "old.db");
    try (SqliteJournal journal = broken(station, BreakKind.MISSING)) {
      long back = journal.append(Entries.returned(Entries.ITEM, clock.now()));
      journal.mark(back, CLOSED);
    }
    RestoreResult _ = bringBack(station, old);
    try (SqliteJournal journal = station.open()) {
      assertThat(journal.find(2)).map(JournalEntry::state).contains(EntryState.WITH_STAFF);
    }
  }

  @Test
  void a_backup_brought_back_is_older_than_what_was_lost_and_waits_for_a_word() throws Exception {
    Station station = station();
    aDay(station);
    Path backup = root.resolve("backup.db");
    JournalBackup.write(station.directory, backup, clock.now().corrected().toInstant());
    try (SqliteJournal journal = station.open()) {
      journal.mark(2, CLOSED);
    }
    Files.delete(station.file());
    broken(station, BreakKind.MISSING).close();

    assertThat(bringBack(station, backup))
        .isInstanceOfSatisfying(
            RestoreResult.Restored.class, restored -> assertThat(restored.older()).isTrue());
    try (SqliteJournal journal = broken(station, BreakKind.OLDER)) {
      assertThat(journal.awaitsWord(2)).isTrue();
    }
    assertThat(resumed(station).toLookUp()).isEqualTo(1);
    station.open().close();
  }

  @Test
  void returns_taken_meanwhile_do_not_make_up_for_what_an_older_copy_lacks() throws Exception {
    Station station = station();
    aDay(station);
    Path backup = root.resolve("backup.db");
    JournalBackup.write(station.directory, backup, clock.now().corrected().toInstant());
    try (SqliteJournal journal = station.open()) {
      journal.append(Entries.returned(Entries.OTHER_ITEM, clock.now()));
    }
    Files.delete(station.file());
    try (SqliteJournal journal = broken(station, BreakKind.MISSING)) {
      long back = journal.append(Entries.returned(new ItemId("7"), clock.now()));
      journal.mark(back, CLOSED);
    }

    assertThat(bringBack(station, backup))
        .isInstanceOfSatisfying(
            RestoreResult.Restored.class, restored -> assertThat(restored.older()).isTrue());
    broken(station, BreakKind.OLDER).close();
  }

  @Test
  void an_older_journal_that_went_on_still_waits_for_a_word_when_it_was_lost_and_brought_back()
      throws Exception {
    Station station = station();
    aDay(station);
    Path backup = root.resolve("backup.db");
    JournalBackup.write(station.directory, backup, clock.now().corrected().toInstant());
    try (SqliteJournal journal = station.open()) {
      journal.append(Entries.loanGiven(Entries.OTHER_ITEM, Entries.CARD));
    }
    Files.copy(backup, station.file(), StandardCopyOption.REPLACE_EXISTING);
    for (String suffix : List.of("-wal", "-shm")) {
      Files.deleteIfExists(SetAsideFiles.sibling(station.file(), suffix));
    }
    try (SqliteJournal journal = broken(station, BreakKind.OLDER)) {
      for (int i = 0; i < 3; i++) {
        long back = journal.append(Entries.returned(new ItemId("7" + i), clock.now()));
        journal.mark(back, CLOSED);
      }
    }
    Path went = aside(station, "went-on.db");
    try (SqliteJournal journal = broken(station, BreakKind.MISSING)) {
      journal.append(Entries.returned(new ItemId("8"), clock.now()));
    }

    assertThat(bringBack(station, went))
        .isInstanceOfSatisfying(
            RestoreResult.Restored.class, restored -> assertThat(restored.older()).isTrue());
    try (SqliteJournal journal = broken(station, BreakKind.OLDER)) {
      assertThat(journal.awaitsWord(2)).isTrue();
    }
  }

  @Test
  void nothing_that_reads_touches_the_log_beside_a_file_without_a_byte() throws Exception {
    Station station = station();
    Path log = SetAsideFiles.sibling(station.file(), "-wal");
    Path kept = root.resolve("log");
    try (SqliteJournal journal = station.open()) {
      journal.append(Entries.loanGiven(Entries.ITEM, Entries.CARD));
      Files.copy(log, kept);
    }
    Files.write(station.file(), new byte[0]);
    Files.copy(kept, log, StandardCopyOption.REPLACE_EXISTING);

    assertThatThrownBy(() -> JournalStore.read(station.directory))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("is empty");
    assertThat(log).hasSameBinaryContentAs(kept);
    broken(station, BreakKind.EMPTIED).close();
    assertThat(station.directory.resolve("set-aside-1/journal.db-wal"))
        .hasSameBinaryContentAs(kept);
  }

  @Test
  void another_stations_journal_is_not_brought_back() throws Exception {
    Station other = new Station(root.resolve("other"), clock);
    aDay(other);
    Station station = station();
    aDay(station);
    Files.delete(station.file());
    broken(station, BreakKind.MISSING).close();
    assertThat(bringBack(station, other.file()))
        .isInstanceOfSatisfying(
            RestoreResult.RestoreRefused.class,
            refused -> assertThat(refused.why()).contains("lost another"));
    broken(station, BreakKind.MISSING).close();
  }

  @Test
  void a_machine_that_fails_anywhere_in_a_break_finds_one_break_and_loses_nothing()
      throws Exception {
    // Each state that the steps of a break can leave on the disk.
    Station station = station();
    aDay(station);
    HighWaterFile mark = HighWaterFile.of(station.directory);
    byte[] reached = Files.readAllBytes(mark.file());
    Station other = new Station(root.resolve("other"), clock);
    aDay(other);
    Files.copy(other.file(), station.file(), StandardCopyOption.REPLACE_EXISTING);
    new JournalPast(station.file(), mark, List.of())
        .begin(BreakKind.ANOTHER, 0, clock.now().corrected().toInstant());
    Path moved = station.directory.resolve("set-aside-1/journal.db");
    byte[] foreign = Files.readAllBytes(moved);
    assertThat(mark.exists()).isFalse();

    // Cut after the mark was gone, before the new journal was there.
    broken(station, BreakKind.ANOTHER).close();
    // Cut after the move, before the mark was gone.
    Files.delete(station.file());
    Files.write(mark.file(), reached);
    broken(station, BreakKind.ANOTHER).close();
    // Cut after the note, before the move.
    Files.delete(station.file());
    Files.move(moved, station.file());
    Files.write(mark.file(), reached);
    broken(station, BreakKind.ANOTHER).close();

    assertThat(moved).hasBinaryContent(foreign);
    assertThat(SetAsideFiles.directories(station.directory)).hasSize(1);
  }

  @Test
  void a_backup_while_it_is_written_is_whole_for_its_owner_alone_and_overwrites_nothing()
      throws Exception {
    Station station = station();
    aDay(station);
    Path backup = root.resolve("backup.db");
    try (SqliteJournal journal = station.open()) {
      journal.append(Entries.returned(Entries.OTHER_ITEM, clock.now()));
      JournalBackup.BackupReport report =
          JournalBackup.write(station.directory, backup, clock.now().corrected().toInstant());
      assertThat(report.copied().entries()).isEqualTo(3);
      assertThat(report.copied().identity()).isEqualTo(journal.highWater().identity());
      assertThat(report.sealedCards()).isEqualTo(1);
      assertThat(report.ownerAlone()).isTrue();
      byte[] before = Files.readAllBytes(backup);
      assertThat(Optional.of(backup))
          .get()
          .satisfies(
              there ->
                  org.assertj.core.api.Assertions.assertThatThrownBy(
                          () ->
                              JournalBackup.write(
                                  station.directory, there, clock.now().corrected().toInstant()))
                      .hasMessageContaining("was not touched"));
      assertThat(backup).hasBinaryContent(before);
    }
    assertThat(
            java.nio.file.attribute.PosixFilePermissions.toString(
                Files.getPosixFilePermissions(backup)))
        .isEqualTo("rw-------");
    assertThat(root.resolve("backup.db.part")).doesNotExist();
  }
}
