package org.libstation.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ManualStationClock;
import org.libstation.circulation.TaskNote;
import org.libstation.journal.DiskState;
import org.libstation.journal.Entries;
import org.libstation.journal.EntryState;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.JournalException;
import org.libstation.journal.Mark;
import org.libstation.journal.StaffToDo;
import org.libstation.journal.sqlite.JournalStore.JournalOpening;

final class JournalStoreTest {
  private static final Mark CLOSED =
      new Mark.EntryClosed(Mark.EntryClosed.ClosingReason.SETTLED, "station");

  private final ManualStationClock clock = new ManualStationClock();

  @TempDir Path root;

  private Station station() {
    return new Station(root, clock);
  }

  private static void sql(Station station, String statement) throws SQLException {
    try (Connection raw = ConnectionSource.plain(station.file());
        Statement sql = raw.createStatement()) {
      sql.execute(statement);
    }
  }

  @Test
  void a_second_opening_is_told_that_the_journal_is_in_use_until_it_is_closed() {
    Station station = station();
    try (SqliteJournal journal = station.open()) {
      assertThat(station.store().open(station.directory)).isInstanceOf(JournalOpening.InUse.class);
      assertThat(journal.append(Entries.returned(Entries.ITEM, clock.now()))).isEqualTo(1);
    }
    station.open().close();
  }

  @Test
  void a_journal_of_an_older_form_than_this_program_reads_is_refused_and_not_touched()
      throws Exception {
    Station station = station();
    station.open().close();
    int before = JournalForm.GOES_ON_WITH - 1;
    sql(station, "PRAGMA user_version = " + before);
    byte[] bytes = Files.readAllBytes(station.file());

    JournalOpening opening = station.store().open(station.directory);

    assertThat(JournalStore.journal(opening)).isEmpty();
    assertThat(String.valueOf(opening))
        .contains(
            "version " + before,
            "versions from " + JournalForm.GOES_ON_WITH,
            "install the version that wrote it",
            "move the file away",
            "'station journal new'");
    Path copy = root.resolve("copy.db");
    for (ThrowingCallable use :
        List.<ThrowingCallable>of(
            () -> JournalStore.read(station.directory),
            () -> JournalBackup.write(station.directory, copy, Instant.EPOCH))) {
      assertThatThrownBy(use)
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("version that wrote it");
    }
    assertThat(copy).doesNotExist();
    assertThat(Files.readAllBytes(station.file())).isEqualTo(bytes);
    try (Stream<Path> files = Files.list(station.directory)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith("set-aside") || name.endsWith("-wal"));
    }
  }

  @Test
  void others_of_the_machine_cannot_look_into_its_directory_whatever_the_umask() throws Exception {
    Station station = station();
    Files.createDirectories(station.directory);
    Files.setPosixFilePermissions(station.directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    station.open().close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(station.directory)))
        .as("a group may have been let in on purpose")
        .isEqualTo("rwxr-x---");
  }

  @Test
  void a_journal_of_a_newer_version_is_refused_and_not_touched() throws Exception {
    Station station = station();
    station.open().close();
    int next = JournalSchema.VERSION + 1;
    sql(station, "PRAGMA user_version = " + next);
    byte[] before = Files.readAllBytes(station.file());

    JournalOpening opening = station.store().open(station.directory);

    assertThat(opening)
        .isInstanceOfSatisfying(
            JournalOpening.OtherForm.class,
            other ->
                assertThat(other.why())
                    .contains(
                        "version " + next, "up to " + JournalSchema.VERSION, "newer program"));
    assertThat(Files.readAllBytes(station.file())).isEqualTo(before);
    assertThatThrownBy(() -> JournalStore.read(station.directory))
        .isInstanceOfSatisfying(
            JournalException.class,
            e -> assertThat(e.kind()).isEqualTo(JournalException.FaultKind.NEWER));
  }

  @Test
  void a_kind_this_version_does_not_know_means_newer() throws Exception {
    Station station = station();
    station.open().close();
    sql(
        station,
        "INSERT INTO entry (wall, boot, monotonic, clock, kind, item, item_key, details) VALUES"
            + " ('2026-11-25T09:30+08:00', 'b', 'PT1S', 'sound', 'book burnt', '3', '3', '')");

    assertThat(station.store().open(station.directory))
        .isInstanceOf(JournalOpening.OtherForm.class);
  }

  @Test
  void a_corrupt_journal_is_set_aside_whole_and_a_new_one_counts_on_above_it() throws Exception {
    Station station = station();
    fill(station, 60);
    damage(station, 1.0);
    byte[] corrupt = Files.readAllBytes(station.file());

    JournalOpening opening = station.store().open(station.directory);

    assertThat(opening).isInstanceOf(JournalOpening.SetAside.class);
    JournalOpening.SetAside aside = (JournalOpening.SetAside) opening;
    try (SqliteJournal journal = aside.journal()) {
      assertThat(Files.readAllBytes(aside.file())).isEqualTo(corrupt);
      assertThat(journal.all(0, 10)).isEmpty();
      assertThat(journal.append(Entries.returned(Entries.ITEM, clock.now())))
          .isEqualTo(SetAsideFiles.GENERATION + 1);
    }
    // Still a technician's matter after a restart; the new journal goes on.
    JournalOpening again = station.store().open(station.directory);
    assertThat(again).isInstanceOf(JournalOpening.SetAside.class);
    try (SqliteJournal journal = ((JournalOpening.SetAside) again).journal()) {
      assertThat(journal.all(0, 10)).hasSize(1);
    }
  }

  @Test
  void a_file_that_is_no_journal_at_all_is_set_aside_too() throws Exception {
    Station station = station();
    Files.createDirectories(station.directory);
    Files.writeString(station.file(), "this is a shopping list\n".repeat(500));

    JournalOpening opening = station.store().open(station.directory);

    assertThat(opening).isInstanceOf(JournalOpening.SetAside.class);
    try (SqliteJournal journal = ((JournalOpening.SetAside) opening).journal()) {
      SalvageReport report =
          JournalSalvage.run(((JournalOpening.SetAside) opening).file(), journal, Optional.empty());
      assertThat(report.broughtOver().now()).isZero();
      assertThat(report.found().entries()).isEqualTo(new Lost.LossUnknown(0));
      assertThat(report.found().damaged()).isTrue();
    }
    assertStaysUntilANamedPersonClosesIt(station);
  }

  /// What could not be read is a staff line, and lending waits until a person has closed it.
  private static void assertStaysUntilANamedPersonClosesIt(Station station) {
    JournalOpening still = station.store().open(station.directory);
    assertThat(still).isInstanceOf(JournalOpening.SetAside.class);
    try (SqliteJournal journal = ((JournalOpening.SetAside) still).journal()) {
      StaffToDo line =
          StaffToDo.of(journal.open()).stream()
              .filter(JournalStoreTest::tellsWhatIsLost)
              .findFirst()
              .orElseThrow();
      assertThat(TaskNote.asWritten(line.main().notes()))
          .contains("set-aside-1", "entries unreadable");
      journal.mark(line.entry().number(), line.closing("Chan Tai-man", "looked at the shelves"));
    }
    station.open().close();
  }

  @Test
  @Tag("full")
  void salvage_brings_readable_open_entries_over_once_with_their_cards() throws Exception {
    Station station = station();
    fill(station, 200);
    damage(station, 0.5);
    JournalOpening.SetAside aside =
        (JournalOpening.SetAside) station.store().open(station.directory);
    try (SqliteJournal journal = aside.journal()) {
      SalvageReport report = JournalSalvage.run(aside.file(), journal, Optional.empty());

      assertThat(report.found().damaged()).isTrue();
      assertThat(report.broughtOver().now()).isPositive();
      assertThat(report.found().entriesRead()).isBetween(150, 200);
      List<JournalEntry> open =
          journal.open().stream()
              .filter(entry -> !(entry.what() instanceof CirculationEvent.EntriesLost))
              .toList();
      assertThat(open).hasSize(report.broughtOver().now());
      for (JournalEntry entry : open) {
        assertThat(entry.number()).isLessThan(SetAsideFiles.GENERATION);
        if (entry.cardSealed()) {
          assertThat(journal.card(entry.number())).contains(Entries.CARD);
        }
      }
      SalvageReport second = JournalSalvage.run(aside.file(), journal, Optional.empty());
      assertThat(second.broughtOver().now()).isZero();
      assertThat(second.broughtOver().before()).isEqualTo(report.broughtOver().now());
      // Only cards were hit: each of their entries is known, and went to staff.
      assertThat(report.found().entries()).isEqualTo(new Lost.NoneKnown());
      assertThat(report.broughtOver().toStaff())
          .isEqualTo(report.broughtOver().now() - report.broughtOver().cards())
          .isPositive();
    }
    station.open().close();
  }

  @Test
  void
      a_journal_cut_in_half_gives_what_is_in_the_half_that_is_left_and_says_nobody_knows_of_the_rest()
          throws Exception {
    Station station = station();
    fill(station, 200);
    try (RandomAccessFile file = new RandomAccessFile(station.file().toFile(), "rw")) {
      file.setLength(file.length() / 2 / 4096 * 4096);
    }
    JournalOpening.SetAside aside =
        (JournalOpening.SetAside) station.store().open(station.directory);
    try (SqliteJournal journal = aside.journal()) {
      SalvageReport report = JournalSalvage.run(aside.file(), journal, Optional.empty());

      assertThat(report.broughtOver().now()).isGreaterThan(50);
      assertThat(report.found().entries())
          .isInstanceOfSatisfying(
              Lost.LossUnknown.class,
              lost ->
                  assertThat(lost.atLeast() + report.found().entriesRead()).isBetween(150L, 200L));
      assertThat(String.join("\n", report.lines()))
          .containsPattern("entries lost +an unknown number, at least")
          .contains("staff line          entry " + report.line().orElseThrow());
      assertThat(JournalSalvage.run(aside.file(), journal, Optional.empty()).line())
          .isEqualTo(report.line());
      assertThat(StaffToDo.of(journal.open()).stream().filter(JournalStoreTest::tellsWhatIsLost))
          .singleElement()
          .satisfies(
              todo ->
                  assertThat(TaskNote.asWritten(todo.main().notes())).contains("among them 3000"));
    }
    assertStaysUntilANamedPersonClosesIt(station);
  }

  private static boolean tellsWhatIsLost(StaffToDo todo) {
    return todo.main().kind() == Mark.StaffLine.StaffReason.ENTRIES_LOST;
  }

  @Test
  @Tag("full")
  void salvage_from_a_whole_file_keeps_states_and_hands_over_what_moved_since() throws Exception {
    Station old = new Station(root.resolve("old"), clock);
    try (SqliteJournal journal = old.open()) {
      journal.append(Entries.loanGiven(Entries.ITEM, Entries.CARD));
      journal.append(Entries.loanGiven(Entries.OTHER_ITEM, Entries.CARD));
      long closed = journal.append(Entries.loanGiven(new ItemId("3"), Entries.CARD));
      journal.mark(closed, CLOSED);
    }
    Station station = new Station(root.resolve("new"), clock);
    Files.createDirectories(station.directory.resolve("set-aside-1"));
    try (SqliteJournal journal = station.open()) {
      journal.append(Entries.returned(Entries.OTHER_ITEM, clock.now()));

      SalvageReport report =
          JournalSalvage.run(old.file(), journal, Optional.of(Station.recoveryPrivateKey()));

      assertThat(report)
          .isEqualTo(
              new SalvageReport(
                  new SalvageReport.SalvageFindings(
                      3, new Lost.NoneKnown(), new Lost.NoneKnown(), false),
                  new SalvageReport.BroughtOver(2, 0, 1, 2, 0),
                  OptionalLong.empty()));
      assertThat(journal.find(1)).map(JournalEntry::state).contains(EntryState.WAITING);
      assertThat(journal.find(2)).map(JournalEntry::state).contains(EntryState.WITH_STAFF);
      assertThat(journal.card(1)).contains(Entries.CARD);
      assertThat(journal.unsettledLoans(Entries.CARD)).isEqualTo(2);
    }
  }

  @Test
  void entries_of_a_dead_machine_whose_numbers_this_station_gave_too_come_over_under_new_ones() {
    Station old = new Station(root.resolve("old"), clock);
    try (SqliteJournal journal = old.open()) {
      journal.append(Entries.loanGiven(Entries.ITEM, Entries.CARD));
      journal.append(Entries.returned(Entries.ITEM, clock.now()));
    }
    clock.advance(Duration.ofMinutes(5));
    Station station = new Station(root.resolve("new"), clock);
    try (SqliteJournal journal = station.open()) {
      journal.append(Entries.returned(Entries.OTHER_ITEM, clock.now()));
      journal.append(Entries.returned(new ItemId("3"), clock.now()));
      Optional<PrivateKey> key = Optional.of(Station.recoveryPrivateKey());

      SalvageReport report = JournalSalvage.run(old.file(), journal, key);

      assertThat(report.broughtOver()).isEqualTo(new SalvageReport.BroughtOver(2, 0, 0, 1, 0));
      assertThat(journal.open(Entries.ITEM))
          .extracting(JournalEntry::number)
          .containsExactly(3L, 4L);
      assertThat(journal.card(3)).contains(Entries.CARD);
      assertThat(JournalSalvage.run(old.file(), journal, key).broughtOver())
          .isEqualTo(new SalvageReport.BroughtOver(0, 2, 0, 0, 0));
    }
    station.open().close();
  }

  @Test
  void without_the_recovery_key_cards_of_another_machine_come_over_shut_and_go_to_staff() {
    Station old = new Station(root.resolve("old"), clock);
    try (SqliteJournal journal = old.open()) {
      journal.append(Entries.loanGiven(Entries.ITEM, Entries.CARD));
    }
    Station station = new Station(root.resolve("new"), clock);
    try (SqliteJournal journal = station.open()) {
      SalvageReport report = JournalSalvage.run(old.file(), journal, Optional.empty());

      assertThat(report.broughtOver().cardsShut()).isEqualTo(1);
      assertThat(report.broughtOver().toStaff()).isEqualTo(1);
      assertThatThrownBy(() -> journal.card(1))
          .isInstanceOfSatisfying(
              JournalException.class,
              e -> assertThat(e.kind()).isEqualTo(JournalException.FaultKind.KEY));
      assertThat(journal.unsettledLoans(Entries.CARD)).isZero();
    }
    assertThat(RecoveredCards.fromJournal(station.file(), Station.recoveryPrivateKey()))
        .singleElement()
        .satisfies(card -> assertThat(card.card()).contains(Entries.CARD));
    // Its own key opens none of these, and is right all the same.
    station.open().close();
  }

  @Test
  void the_machines_key_is_made_for_its_owner_alone_and_lies_outside_the_journal()
      throws Exception {
    Station station = station();
    station.open().close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(station.machineKey)))
        .isEqualTo("rw-------");
    assertThat(station.machineKey.startsWith(station.directory)).isFalse();
  }

  @Test
  void a_key_that_is_missing_wrong_or_open_to_others_refuses_a_journal_with_cards()
      throws Exception {
    Station station = station();
    try (SqliteJournal journal = station.open()) {
      journal.append(Entries.loanGiven(Entries.ITEM, Entries.CARD));
    }
    Path kept = root.resolve("kept.key");
    Files.move(station.machineKey, kept);
    assertUnfit(station, "missing");
    assertThat(station.machineKey).doesNotExist();

    MachineKey.create(station.machineKey, new java.security.SecureRandom());
    assertUnfit(station, "opens no card");

    Files.delete(station.machineKey);
    Files.move(kept, station.machineKey);
    Files.setPosixFilePermissions(station.machineKey, PosixFilePermissions.fromString("rw-r--r--"));
    assertUnfit(station, "0600");

    Files.setPosixFilePermissions(station.machineKey, PosixFilePermissions.fromString("rw-------"));
    try (SqliteJournal journal = station.open()) {
      assertThat(journal.card(1)).contains(Entries.CARD);
    }
  }

  private static void assertUnfit(Station station, String why) {
    assertThat(station.store().open(station.directory))
        .isInstanceOfSatisfying(
            JournalOpening.KeyUnfit.class, unfit -> assertThat(unfit.why()).contains(why));
  }

  @Test
  void a_full_disk_gives_its_ballast_to_returns_and_closings_and_takes_no_more_loans()
      throws Exception {
    Station station = station();
    Path ballast = station.directory.resolve(JournalFiles.BALLAST);
    AtomicInteger room = new AtomicInteger(Integer.MAX_VALUE);
    Faults disk =
        new Faults(
            sql -> {
              // A disk on which the ballast takes the last room, then `room` more commits fit.
              if (sql.equals("COMMIT")
                  && room.get() < Integer.MAX_VALUE
                  && (Files.exists(ballast) || room.getAndDecrement() <= 0)) {
                throw new SQLException("database or disk is full", null, 13);
              }
            });
    try (SqliteJournal journal = station.open(disk)) {
      long loan = journal.append(Entries.loanGiven(Entries.ITEM, Entries.CARD));
      assertThat(journal.diskState()).isEqualTo(DiskState.ROOMY);
      assertThat(Files.size(ballast)).isEqualTo(Station.BALLAST);
      room.set(2);

      assertDiskFull(() -> journal.append(Entries.loanGiven(Entries.OTHER_ITEM, Entries.CARD)));
      assertThat(journal.diskState()).isEqualTo(DiskState.BALLAST_USED);
      assertThat(ballast).doesNotExist();
      assertDiskFull(() -> journal.append(Entries.loanAsked(Entries.OTHER_ITEM, Entries.CARD)));

      journal.append(Entries.returned(Entries.OTHER_ITEM, clock.now()));
      journal.mark(loan, CLOSED);
      assertThat(journal.diskState()).isEqualTo(DiskState.BALLAST_USED);

      assertDiskFull(() -> journal.append(Entries.returned(Entries.ITEM, clock.now())));
      assertThat(journal.diskState()).isEqualTo(DiskState.FULL);
      assertThat(journal.all(0, 10)).hasSize(2);

      room.set(Integer.MAX_VALUE);
      journal.append(Entries.returned(Entries.ITEM, clock.now()));
      assertThat(journal.diskState()).isEqualTo(DiskState.BALLAST_USED);
      assertThat(journal.restoreBallast()).isEqualTo(DiskState.ROOMY);
      journal.append(Entries.loanGiven(Entries.ITEM, Entries.CARD));
    }
  }

  private static void assertDiskFull(Runnable write) {
    assertThatThrownBy(write::run)
        .isInstanceOfSatisfying(
            JournalException.class,
            e -> assertThat(e.kind()).isEqualTo(JournalException.FaultKind.DISK_FULL));
  }

  @Test
  void a_reader_beside_the_writer_sees_what_is_written_and_holds_nothing_up() {
    Station station = station();
    try (SqliteJournal journal = station.open();
        JournalReader reader = JournalStore.read(station.directory)) {
      long loan = journal.append(Entries.loanGiven(Entries.ITEM, Entries.CARD));
      assertThat(reader.open()).isEqualTo(journal.open());

      journal.mark(loan, CLOSED);
      journal.finishErasures();

      assertThat(journal.erasurePending()).isFalse();
      assertThat(reader.open()).isEmpty();
      assertThat(reader.all(0, 10)).isEqualTo(journal.all(0, 10));
      assertThat(reader.find(loan)).isPresent();
    }
  }

  @Test
  void the_newest_sound_entry_is_found_closed_or_not_and_doubtful_ones_are_passed_over() {
    Station station = station();
    try (SqliteJournal journal = station.open();
        JournalReader reader = JournalStore.read(station.directory)) {
      assertThat(reader.newestSound()).isEmpty();
      journal.append(Entries.loanGiven(Entries.ITEM, Entries.CARD));
      long closed = journal.append(Entries.loanGiven(Entries.OTHER_ITEM, Entries.CARD));
      journal.mark(closed, CLOSED);
      clock.setDoubtful(true);
      journal.append(Entries.returned(Entries.ITEM, clock.now()));

      assertThat(reader.newestSound()).map(JournalEntry::number).contains(closed);
    }
  }

  private void fill(Station station, int entries) {
    try (SqliteJournal journal = station.open()) {
      for (int i = 0; i < entries; i++) {
        long number = journal.append(Entries.loanGiven(new ItemId("3000" + i), Entries.CARD));
        journal.mark(number, new Mark.Released());
        if (i % 10 == 0) {
          journal.mark(number, CLOSED);
        }
      }
    }
  }

  /// Overwrites a page with noise.
  ///
  /// @param where 1 = the last page
  private static void damage(Station station, double where) throws IOException {
    int page = 4096;
    try (RandomAccessFile file = new RandomAccessFile(station.file().toFile(), "rw")) {
      long pages = file.length() / page;
      long target = Math.max(3, (long) (where * (pages - 1)));
      byte[] noise = new byte[page];
      java.util.Arrays.fill(noise, (byte) 0xA5);
      file.seek(target * page);
      file.write(noise);
    }
  }
}
