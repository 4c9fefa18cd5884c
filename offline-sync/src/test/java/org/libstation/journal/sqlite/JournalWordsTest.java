package org.libstation.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ManualStationClock;
import org.libstation.circulation.Refusal.Reason;
import org.libstation.journal.Act;
import org.libstation.journal.Entries;
import org.libstation.journal.Entry;
import org.libstation.journal.JournalPrinter;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.StaffLine;
import org.libstation.journal.sqlite.JournalStore.Opening;
import org.libstation.testkit.Sample;

/// What a Koha wrote about other readers was kept by journals up to version 3. The bytes of all
/// files are searched.
class JournalWordsTest {
  private static final String NAME = "Lindqvist";
  private static final String CARD = "23529000445172";
  private static final String LONG = NAME + " x".repeat(4_000) + " " + CARD + " " + NAME;
  private static final int LOANS = 60;

  /// All tests kill it before one statement in so many, from one on that the seed says; the long
  /// test before each.
  private static final int MORE = Sample.WHOLE ? 1 : 3;

  private final ManualStationClock clock = new ManualStationClock();

  @TempDir Path root;

  /// A journal as version 3 wrote it, closed or as a power cut leaves it.
  private Station old(String name, boolean withLog) throws SQLException, IOException {
    Station station = new Station(root.resolve(name + (withLog ? "-running" : "")), clock);
    Station cut = new Station(root.resolve(name), clock);
    try (SqliteJournal journal = station.open()) {
      for (int i = 0; i < LOANS; i++) {
        long number = journal.append(Entries.loanGiven(new ItemId("3000" + i), Entries.CARD));
        String words = i == 7 ? LONG : i % 2 == 0 ? "Björn " + NAME : CARD;
        journal.mark(number, Mark.Sending.of(Act.CHECKOUT));
        journal.mark(number, new Mark.Refused(Reason.OTHER, words));
        journal.mark(number, new StaffLine(StaffLine.StaffReason.LOAN_REFUSED, "OTHER " + words));
        journal.mark(
            number,
            new StaffLine(
                StaffLine.StaffReason.FINDING, "lent 10:00; not booked: NOT_YOUR_LOAN " + words));
        journal.mark(
            number, new StaffLine(StaffLine.StaffReason.FINDING, "the station's own words"));
      }
      if (withLog) {
        version(station, 3);
        station.copy(root.resolve(name));
        return cut;
      }
    }
    version(station, 3);
    return station;
  }

  private static void version(Station station, int version) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + station.file());
        Statement sql = connection.createStatement()) {
      sql.execute("PRAGMA user_version = " + version);
    }
  }

  private static int version(Station station) {
    try {
      return JournalSchema.versionInHeader(station.file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean namedIn(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).anyMatch(JournalWordsTest::named);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean named(Path file) {
    try {
      String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      return bytes.contains(NAME) || bytes.contains(CARD);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertCleanAndWhole(SqliteJournal journal, Station station) {
    assertThat(namedIn(station.directory)).isFalse();
    List<Entry> all = journal.all(1, 1000);
    assertThat(all).hasSize(LOANS);
    for (Entry entry : all) {
      assertThat(entry.marks().stream().map(Entry.Noted::mark))
          .containsExactly(
              Mark.Sending.of(Act.CHECKOUT),
              new Mark.Refused(Reason.OTHER, ""),
              new StaffLine(StaffLine.StaffReason.LOAN_REFUSED, "OTHER"),
              new StaffLine(StaffLine.StaffReason.FINDING, "lent 10:00; not booked: NOT_YOUR_LOAN"),
              new StaffLine(StaffLine.StaffReason.FINDING, "the station's own words"));
      assertThat(journal.card(entry.number())).hasValue(Entries.CARD);
    }
    assertThat(version(station)).isEqualTo(JournalSchema.VERSION);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void an_older_journal_is_opened_and_no_byte_of_what_was_written_about_others_is_left(
      boolean withLog) throws Exception {
    Station station = old("journal", withLog);
    assertThat(namedIn(station.directory)).isTrue();

    try (SqliteJournal journal = station.open()) {
      assertCleanAndWhole(journal, station);
    }
    try (SqliteJournal journal = station.open()) {
      assertCleanAndWhole(journal, station);
    }
  }

  @Test
  void after_it_a_mark_is_never_changed_again() throws Exception {
    Station station = old("journal", false);
    station.open().close();

    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + station.file());
        Statement sql = connection.createStatement()) {
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> sql.execute("UPDATE mark SET details = ''"))
          .hasMessageContaining("never changed");
    }
  }

  @Test
  @Tag("full")
  void killed_before_any_statement_of_it_the_next_start_ends_it() throws Exception {
    Station station = old("journal", true);
    List<Station> copies = new ArrayList<>();
    AtomicInteger statements = new AtomicInteger();
    Faults watcher =
        new Faults(
            _ -> {
              if (Math.floorMod(statements.getAndIncrement() - Sample.SEED, MORE) == 0) {
                copies.add(station.copy(root.resolve("copy" + copies.size())));
              }
            });
    station.open(watcher).close();

    assertThat(statements).hasValueGreaterThan(20);
    assertThat(copies).hasSizeGreaterThanOrEqualTo(statements.get() / MORE);
    for (int i = 0; i < copies.size(); i++) {
      Station copy = copies.get(i);
      try (SqliteJournal journal = copy.open()) {
        assertCleanAndWhole(journal, copy);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"VACUUM", "UPDATE mark SET details = ? WHERE number = ?"})
  void a_disk_without_room_puts_it_off_and_the_station_opens(String statement) throws Exception {
    Station station = old("journal", false);
    Faults full =
        new Faults(
            sql -> {
              if (sql.equals(statement)) {
                throw new SQLException("database or disk is full");
              }
            });
    try (SqliteJournal journal = station.open(full)) {
      assertThat(journal.all(1, 1000))
          .noneMatch(entry -> String.valueOf(entry).contains(NAME))
          .hasSize(LOANS);
    }
    assertThat(JournalSchema.versionInHeader(station.file())).isEqualTo(3);

    try (SqliteJournal journal = station.open()) {
      assertCleanAndWhole(journal, station);
    }
  }

  @Test
  void a_journal_that_is_only_read_shows_none_of_it() throws Exception {
    Station station = old("journal", false);
    try (JournalReader reader = JournalStore.read(station.directory)) {
      for (Entry entry : reader.all(1, 1000)) {
        assertThat(String.join("\n", JournalPrinter.show(entry)))
            .doesNotContain(NAME)
            .doesNotContain(CARD);
      }
    }
  }

  /// Where a set-aside journal is broken: its header, or a page in its middle.
  @ParameterizedTest
  @CsvSource({"0, false", "3, false", "6, false", "9, false", "14, false", "0, true", "9, true"})
  @Tag("full")
  void a_broken_journal_set_aside_keeps_all_that_can_be_salvaged_and_no_words(
      long page, boolean withLog) throws Exception {
    Station station = old("journal", withLog);
    zero(station.file(), page);
    Station untouched = station.copy(root.resolve("untouched"));
    SalvageReport before = salvaged(untouched);

    Opening opening = station.store().open(station.directory);
    JournalStore.journal(opening).ifPresent(journal -> ((SqliteJournal) journal).close());
    assertThat(namedIn(station.directory)).isFalse();

    // With its log, all pages may be there once more: then nothing is broken.
    assertThat(withLog || opening instanceof Opening.SetAside).isTrue();
    if (opening instanceof Opening.SetAside(Path file, _)) {
      assertThat(file.resolveSibling(JournalWords.DONE)).exists();
      assertThat(salvagedInto(file, "after")).isEqualTo(before);
    }
  }

  @Test
  void the_log_of_a_broken_journal_is_still_believed_by_sqlite() throws Exception {
    Station station = old("journal", true);
    byte[] log = Files.readAllBytes(SetAsideFiles.sibling(station.file(), "-wal"));
    assertThat(log.length).isGreaterThan(50_000);
    assertThat(WordsInBytes.inLog(log)).isPositive();
    assertThat(WordsInBytes.inLog(log)).isZero();
    Files.write(SetAsideFiles.sibling(station.file(), "-wal"), log);
    byte[] file = Files.readAllBytes(station.file());
    int _ = WordsInBytes.inFile(file);
    Files.write(station.file(), file);
    assertThat(namedIn(station.directory)).isFalse();

    try (SqliteJournal journal = station.open()) {
      assertThat(journal.all(1, 1000)).hasSize(LOANS);
    }
  }

  @Test
  void what_a_cut_off_salvage_left_is_removed() throws Exception {
    Station station = old("journal", false);
    Path aside = Files.createDirectories(station.directory.resolve("set-aside-1"));
    Files.copy(station.file(), aside.resolve(JournalFiles.FILE));
    for (Path copies : List.of(station.directory, aside)) {
      Path left = Files.createDirectories(copies.resolve("salvage-123"));
      Files.copy(station.file(), left.resolve(JournalFiles.FILE));
    }

    Opening opening = station.store().open(station.directory);
    JournalStore.journal(opening).ifPresent(journal -> ((SqliteJournal) journal).close());

    assertThat(namedIn(station.directory)).isFalse();
    assertThat(aside.resolve("salvage-123")).doesNotExist();
  }

  private static void zero(Path file, long page) throws IOException {
    try (RandomAccessFile broken = new RandomAccessFile(file.toFile(), "rw")) {
      if (broken.length() >= (page + 1) * 4096) {
        broken.seek(page * 4096);
        broken.write(new byte[4096]);
      }
    }
  }

  private SalvageReport salvaged(Station station) throws IOException {
    Path file = station.directory.resolve(JournalFiles.FILE);
    return salvagedInto(file, "before");
  }

  private SalvageReport salvagedInto(Path file, String name) throws IOException {
    Station into = new Station(root.resolve(name), clock);
    Files.createDirectories(into.machineKey.getParent());
    Path key = root.resolve("journal/keys/machine.key");
    Files.copy(
        Files.exists(key) ? key : root.resolve("journal-running/keys/machine.key"),
        into.machineKey,
        StandardCopyOption.COPY_ATTRIBUTES);
    // The old key without a journal: the station asks about it, and a salvage goes on.
    Opening opening = into.store().open(into.directory);
    try (SqliteJournal journal = (SqliteJournal) JournalStore.journal(opening).orElseThrow()) {
      return JournalSalvage.run(file, journal, Optional.empty());
    }
  }
}
