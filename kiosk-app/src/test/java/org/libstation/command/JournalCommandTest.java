package org.libstation.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.app.StationRig;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ManualStationClock;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.StationClock;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.flow.state.Code;
import org.libstation.journal.Journal.NewEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.sqlite.JournalFiles;
import org.libstation.journal.sqlite.JournalStore;
import org.libstation.journal.sqlite.JournalStore.JournalOpening;
import org.libstation.journal.sqlite.LibraryKey;
import org.libstation.journal.sqlite.RecoveryKeys;
import org.libstation.journal.sqlite.SqliteJournal;

/// `station journal`, over a small journal of its own.
class JournalCommandTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String CARD = "21234567890123";
  private static final String ITEM = "30000000000017";
  private static final String OTHER = "30000000000025";
  private static final long BALLAST = 64 * 1024;
  private static final int VERSION_IN_HEADER = 60;

  private static final StationClock CLOCK =
      new ManualStationClock(
          OffsetDateTime.parse("2026-11-24T10:00:00+08:00"), Duration.ofMinutes(1));

  @TempDir Path dir;
  private Path site = Path.of("");
  private Path data = Path.of("");

  private static final String HOME = "libstation.home";

  private final Called station = new Called(JournalCommand.with(InstantSource.system()));

  @BeforeEach
  void makeSite() throws IOException {
    site = StationRig.copyOfExample(dir.resolve("site"));
    data = site.resolve("data");
    Files.createDirectories(data.resolve("keys"));
    Files.copy(RecoveryKeys.publicPem(), data.resolve("keys/recovery-public.pem"));
  }

  private Path directory() {
    return data.resolve("journal");
  }

  private Path file() {
    return directory().resolve(JournalFiles.FILE);
  }

  private JournalOpening opening() {
    return new JournalStore(
            CLOCK, data.resolve("keys/machine.key"), RecoveryKeys.key(), BALLAST, RANDOM, List.of())
        .open(directory());
  }

  private SqliteJournal journal() {
    return switch (opening()) {
      case JournalOpening.Opened(SqliteJournal journal) -> journal;
      case JournalOpening.SetAside _,
          JournalOpening.JournalReplaced _,
          JournalOpening.OtherForm _,
          JournalOpening.InUse _,
          JournalOpening.KeyUnfit _ ->
          throw new AssertionError("the journal does not open");
    };
  }

  /// A loan by the offline rules that waits, and a return that was settled.
  private static void fill(SqliteJournal journal) {
    journal.append(
        NewEntry.of(
            new CirculationEvent.LoanGiven(
                new ItemId(ITEM), LocalDateTime.parse("2026-12-09T23:59"), "紅樓夢", true),
            Optional.of(new PatronId(CARD)),
            List.of(new Mark.Released(), Mark.NotSent.said("no line; card " + CARD)),
            List.of()));
    long returned =
        journal.append(
            NewEntry.of(
                new CirculationEvent.ItemReturned(
                    new ItemId(OTHER), CLOCK.now(), CirculationEvent.How.DROPPED, true),
                Optional.empty(),
                List.of(new Mark.Armed(), Mark.Accepted.mayClear(Optional.empty(), "")),
                List.of()));
    journal.mark(returned, new Mark.EntryClosed(Mark.EntryClosed.ClosingReason.SETTLED, "station"));
  }

  private void made() {
    try (SqliteJournal journal = journal()) {
      fill(journal);
    }
  }

  @Test
  void list_tells_each_entry_on_a_line_also_while_a_station_writes() {
    try (SqliteJournal journal = journal()) {
      fill(journal);
      assertThat(station.with("journal", "list", "--data", data.toString())).isZero();
    }
    assertThat(station.out().lines()).hasSize(2);
    assertThat(station.out()).contains("loan given", ITEM, "waiting", OTHER, "closed");
    assertThat(station.out()).doesNotContain(CARD);
  }

  @Test
  void list_finds_the_journal_by_the_sites_settings_and_can_leave_closed_entries_out() {
    made();
    assertThat(station.with("journal", "list", "--open", "--config", site.toString())).isZero();
    assertThat(station.out().lines()).hasSize(1);
    assertThat(station.out()).contains(ITEM).doesNotContain(OTHER);
  }

  @Test
  void an_empty_journal_says_so() {
    journal().close();
    assertThat(station.with("journal", "list", "--data", data.toString())).isZero();
    assertThat(station.with("journal", "list", "--open", "--data", data.toString())).isZero();
    assertThat(station.out()).contains("the journal is empty").contains("nothing is open");
  }

  /// To a technician in English, with values as they were written. Without the text files, by their
  /// codes: a journal can be read then too.
  @Test
  void notes_for_staff_are_told_in_words_or_else_by_their_codes() {
    try (SqliteJournal journal = journal()) {
      fill(journal);
      journal.mark(
          1,
          Mark.StaffLine.of(
              Mark.StaffLine.StaffReason.LOAN_REFUSED,
              TaskNote.of(TaskNoteCode.LENT, "2026-11-25T09:30:00+08:00 doubtful"),
              TaskNote.of(TaskNoteCode.NOT_BOOKED),
              TaskNote.of(TaskNoteCode.CARD_NOT_KEPT)));
      journal.mark(1, new Mark.NotReleased(TaskNote.of(TaskNoteCode.CODE, Code.T31)));
    }
    System.setProperty(HOME, "..");
    try {
      assertThat(station.with("journal", "show", "1", "--data", data.toString())).isZero();
    } finally {
      System.clearProperty(HOME);
    }
    assertThat(station.out())
        .contains(
            "STAFF: loan refused (lent 2026-11-25T09:30:00+08:00 (clock doubtful); not booked: the"
                + " card number is no longer kept)",
            "NOT released (T31: " + Code.T31.meaning() + ")")
        .doesNotContain("code T31");
    System.setProperty(HOME, dir.toString());
    try {
      assertThat(station.with("journal", "show", "1", "--data", data.toString())).isZero();
    } finally {
      System.clearProperty(HOME);
    }
    assertThat(station.out()).contains("; not booked; card not kept", "NOT released (code T31)");
  }

  @Test
  void show_tells_all_of_one_entry_but_never_its_card() {
    made();
    assertThat(station.with("journal", "show", "1", "--data", data.toString())).isZero();
    assertThat(station.out())
        .contains("loan given", "紅樓夢", "card    kept, sealed", "[card]")
        .doesNotContain(CARD);
    assertThat(station.with("journal", "show", "99", "--data", data.toString())).isEqualTo(2);
    assertThat(station.err()).contains("there is no entry 99");
  }

  @Test
  void audit_counts_what_is_open_and_which_cards_are_kept() {
    made();
    assertThat(station.with("journal", "audit", "--data", data.toString())).isZero();
    assertThat(station.out())
        .contains("entries 2", "cards kept, sealed 1", "the entries in this journal are consistent")
        .doesNotContain(CARD);
  }

  @Test
  void audit_says_what_it_did_not_look_at_and_what_no_journal_can_tell() {
    journal().close();
    assertThat(station.with("journal", "audit", "--data", data.toString())).isZero();
    assertThat(station.out())
        .contains("not looked at:", "this journal is empty", "only the central system can show")
        .contains("the central system: not asked");
    made();
    assertThat(station.with("journal", "audit", "--data", data.toString())).isZero();
    assertThat(station.out())
        .contains("what was written after entry 2 of 2026-11-24 10:00:00")
        .doesNotContain("NOT ALL THERE");
  }

  @Test
  void audit_is_no_all_clear_while_a_journal_waits_set_aside_or_a_salvage_could_not_read_all()
      throws IOException {
    Files.createDirectories(directory());
    Files.write(file(), "no journal at all, not even a database".getBytes(StandardCharsets.UTF_8));
    assertThat(opening())
        .isInstanceOfSatisfying(JournalOpening.SetAside.class, aside -> aside.journal().close());
    assertThat(station.with("journal", "audit", "--data", data.toString())).isEqualTo(1);
    assertThat(station.out())
        .contains("it is NOT ALL THERE:", "set-aside-1: this damaged journal is not salvaged");

    assertThat(station.with("journal", "salvage", "--config", site.toString())).isZero();
    assertThat(station.out())
        .contains("entries lost        an unknown number", "staff line          entry 100000001");
    assertThat(station.with("journal", "audit", "--data", data.toString())).isEqualTo(1);
    assertThat(station.out())
        .contains("entries of set-aside-1 could not be read; nobody has closed this yet");

    assertThat(
            station.with(
                "journal",
                "close",
                "100000001",
                "--config=" + site,
                "--by=Chan Tai-man",
                "--reason=shelves looked at"))
        .isZero();
    assertThat(station.with("journal", "audit", "--data", data.toString())).isZero();
    assertThat(station.out())
        .contains("entries of set-aside-1 could not be read; closed by Chan Tai-man")
        .contains("set-aside-1: only the open entries of this older journal were brought over");
    made();
  }

  @Test
  void audit_fails_when_something_was_closed_without_evidence() {
    try (SqliteJournal journal = journal()) {
      fill(journal);
      journal.mark(1, new Mark.EntryClosed(Mark.EntryClosed.ClosingReason.SETTLED, "station"));
    }
    assertThat(station.with("journal", "audit", "--data", data.toString())).isEqualTo(1);
    assertThat(station.out())
        .contains("the journal is not consistent", ITEM + "  closed as SETTLED")
        .doesNotContain(CARD);
  }

  @Test
  void no_journal_is_said_in_plain_words_and_none_is_made() {
    assertThat(station.with("journal", "list", "--data", data.toString())).isEqualTo(2);
    assertThat(station.err()).contains("there is no journal in " + directory());
    assertThat(directory()).doesNotExist();
  }

  @Test
  void a_journal_of_a_newer_version_is_not_read() throws IOException {
    made();
    try (RandomAccessFile header = new RandomAccessFile(file().toFile(), "rw")) {
      // user_version, sqlite.org/fileformat2.html section 1.3
      header.seek(VERSION_IN_HEADER);
      header.writeInt(999);
    }
    assertThat(station.with("journal", "list", "--data", data.toString())).isEqualTo(2);
    assertThat(station.err()).contains("written by a newer version").doesNotContain("\tat ");
    assertThat(station.with("journal", "salvage", "--config", site.toString())).isEqualTo(2);
    assertThat(station.err()).contains("install the newer program");
  }

  @Test
  void a_journal_of_an_older_version_is_neither_read_nor_changed() throws IOException {
    made();
    try (RandomAccessFile header = new RandomAccessFile(file().toFile(), "rw")) {
      header.seek(VERSION_IN_HEADER);
      header.writeInt(3);
    }
    byte[] before = Files.readAllBytes(file());
    assertThat(station.with("journal", "list", "--data", data.toString())).isEqualTo(2);
    assertThat(station.err()).contains("written by an older version").doesNotContain("\tat ");
    assertThat(station.with("journal", "salvage", "--config", site.toString())).isEqualTo(2);
    assertThat(station.err()).contains("install the version that wrote it");
    assertThat(file()).hasBinaryContent(before);
  }

  @Test
  void a_damaged_journal_is_named_and_salvage_sets_it_aside() throws IOException {
    made();
    byte[] damaged = "no journal at all, not even a database".getBytes(StandardCharsets.UTF_8);
    Files.write(file(), damaged);
    assertThat(station.with("journal", "list", "--data", data.toString())).isEqualTo(2);
    assertThat(station.err()).contains("is damaged").contains("journal salvage");
    assertThat(station.with("journal", "salvage", "--config", site.toString())).isZero();
    Path aside = directory().resolve("set-aside-1").resolve(JournalFiles.FILE);
    assertThat(station.out()).contains("salvaged            " + aside).contains("entries read");
    assertThat(aside).hasBinaryContent(damaged);
  }

  @Test
  void salvage_brings_the_open_entries_of_a_dead_machine_over_once() throws IOException {
    made();
    Path dead = Files.createDirectory(dir.resolve("dead")).resolve(JournalFiles.FILE);
    Files.move(file(), dead);
    // Another machine: it has neither its key nor its mark.
    Files.delete(data.resolve("keys/machine.key"));
    Files.delete(data.resolve("journal.mark"));
    String[] words = {
      "journal",
      "salvage",
      "--config=" + site,
      "--from=" + dead,
      "--recovery-key=" + RecoveryKeys.privatePem()
    };
    assertThat(station.with(words)).isZero();
    assertThat(station.out())
        .contains("brought over        1", "cards kept          1")
        .doesNotContain(CARD);
    try (SqliteJournal journal = journal()) {
      assertThat(journal.card(1)).contains(new PatronId(CARD));
    }
    assertThat(station.with(words)).isZero();
    assertThat(station.out()).contains("brought over before 1");
  }

  @Test
  void a_recovery_key_that_opens_no_card_is_refused_and_the_right_one_serves_afterwards()
      throws IOException {
    made();
    Path dead = Files.createDirectory(dir.resolve("dead")).resolve(JournalFiles.FILE);
    Files.move(file(), dead);
    Files.delete(data.resolve("keys/machine.key"));
    Files.delete(data.resolve("journal.mark"));
    Path other = dir.resolve("other-private.pem");
    LibraryKey.createPair(dir.resolve("other-public.pem"), other, new SecureRandom());
    String place = "--config=" + site;

    assertThat(
            station.with("journal", "salvage", place, "--from=" + dead, "--recovery-key=" + other))
        .isEqualTo(2);

    assertThat(station.err())
        .contains("the recovery key opens none of the 1 card numbers", "nothing was brought over");
    try (SqliteJournal journal = journal()) {
      assertThat(journal.open()).isEmpty();
    }
    assertThat(
            station.with(
                "journal",
                "salvage",
                place,
                "--from=" + dead,
                "--recovery-key=" + RecoveryKeys.privatePem()))
        .isZero();
    assertThat(station.out()).contains("brought over        1", "cards kept          1");
  }

  @Test
  void salvage_leaves_a_whole_journal_and_one_in_use_alone() {
    made();
    assertThat(station.with("journal", "salvage", "--config", site.toString())).isZero();
    assertThat(station.out()).contains("nothing to salvage");
    try (SqliteJournal running = journal()) {
      assertThat(station.with("journal", "salvage", "--config", site.toString())).isEqualTo(2);
      assertThat(running.open()).hasSize(1);
    }
    assertThat(station.err()).contains("is in use: stop the station first");
    assertThat(station.with("journal", "salvage", "--config=x", "--from=nowhere")).isEqualTo(2);
    assertThat(station.err()).contains("--from: expected");
  }

  @Test
  void a_journal_needs_one_place_and_one_command() {
    assertThat(station.with("journal")).isEqualTo(2);
    assertThat(station.with("journal", "list")).isEqualTo(2);
    assertThat(station.with("journal", "list", "--data=a", "--config=b")).isEqualTo(2);
    assertThat(station.err()).contains("expected list, show, audit, todo, close");
    assertThat(station.out()).isEmpty();
  }
}
