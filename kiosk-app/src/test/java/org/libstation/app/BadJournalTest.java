package org.libstation.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.StationClock;
import org.libstation.device.feig.lab.FeigTwin;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts.JournalCause;
import org.libstation.flow.state.StationFacts.JournalHealth;
import org.libstation.journal.EntryState;
import org.libstation.journal.Journal;
import org.libstation.journal.Mark;
import org.libstation.journal.sqlite.JournalFiles;
import org.libstation.journal.sqlite.SqliteJournal;
import org.libstation.site.SettingsFile;
import org.libstation.site.SiteProblem;
import org.libstation.site.StationSettings;
import org.libstation.station.parts.JournalParts;
import org.libstation.sync.ClockKeeper;

/// A journal or a clock that cannot be trusted: through the whole station.
class BadJournalTest {
  private static final String BOOK = "38801000000015";
  private static final String OTHER = "38801000000254";

  /// Where SQLite keeps the user's version (sqlite.org/fileformat2.html, 1.3).
  private static final int VERSION_AT = 60;

  @TempDir Path directory;
  private StationRig station;

  @BeforeEach
  void a_site() throws Exception {
    station = StationRig.off(directory);
  }

  @AfterEach
  void it_ends() {
    station.close();
  }

  @ParameterizedTest
  @CsvSource({"99, NEWER", "3, OLD_FORM"})
  @Tag("full")
  void a_journal_of_a_version_that_cannot_be_read_closes_the_station_and_is_not_touched(
      int version, String cause) throws Exception {
    station.start();
    station.stop();
    try (RandomAccessFile file = new RandomAccessFile(station.journalFile().toFile(), "rw")) {
      file.seek(VERSION_AT);
      file.write(ByteBuffer.allocate(4).putInt(version).array());
    }
    byte[] before = station.bytes(station.journalFile());

    station.start();
    station.closedWith(Code.K21, JournalHealth.FAILING);
    assertThat(station.state().station().cause().map(Enum::name)).contains(cause);
    assertThat(station.words(Code.K21)).isEqualTo("This station cannot write down loans");
    station.flap(true);
    station.technician();
    station.press(new Key.AllowLending());
    station.press(new Key.Leave());
    station.closedWith(Code.K21, JournalHealth.FAILING);
    station.stop();

    assertThat(station.bytes(station.journalFile())).isEqualTo(before);
    try (var files = Files.list(station.journalFile().getParent())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .doesNotContain("set-aside-1", "journal.db-wal");
    }
  }

  @Test
  @Tag("full")
  void a_key_that_does_not_fit_closes_the_station_and_nothing_is_touched() throws Exception {
    write(new CirculationEvent.LoanGiven(new ItemId(BOOK), due(), "", true), true);
    byte[] before = station.bytes(station.journalFile());
    Files.delete(station.data().resolve("keys").resolve("machine.key"));

    station.start();
    station.closedWith(Code.K21, JournalHealth.FAILING);
    assertThat(station.state().station().cause()).contains(JournalCause.KEY_MISSING);
    station.flap(true);
    station.stop();
    assertThat(station.bytes(station.journalFile())).isEqualTo(before);
    assertThat(station.data().resolve("keys").resolve("machine.key")).doesNotExist();
  }

  @Test
  @Tag("full")
  void another_machines_key_is_told_apart_from_none() throws Exception {
    write(new CirculationEvent.LoanGiven(new ItemId(BOOK), due(), "", true), true);
    byte[] before = station.bytes(station.journalFile());
    Path key = station.data().resolve("keys").resolve("machine.key");
    String other = Base64.getEncoder().encodeToString(new byte[32]);
    Files.writeString(key, "libstation-machine-key-1 " + other + "\n");

    station.start();
    station.closedWith(Code.K21, JournalHealth.FAILING);
    assertThat(station.state().station().cause()).contains(JournalCause.KEY);
    station.stop();
    assertThat(station.bytes(station.journalFile())).isEqualTo(before);
  }

  @Test
  @Tag("full")
  void a_key_that_its_chip_keeps_back_closes_the_station_and_nothing_is_touched() throws Exception {
    write(new CirculationEvent.LoanGiven(new ItemId(BOOK), due(), "", true), true);
    byte[] before = station.bytes(station.journalFile());
    Path key = station.data().resolve("keys").resolve("machine.key");
    // Halves that no chip made: they are refused with a chip and without one.
    Files.writeString(key, "libstation-machine-key-tpm-1 - AAAA AAAA\n");

    station.start();
    station.closedWith(Code.K21, JournalHealth.FAILING);
    assertThat(station.state().station().cause()).contains(JournalCause.KEY_BOUND);
    station.flap(true);
    station.stop();
    assertThat(station.bytes(station.journalFile())).isEqualTo(before);
  }

  @Tag("full")
  @Test
  void a_journal_damaged_while_it_runs_closes_the_station_and_the_next_start_sets_it_aside()
      throws Exception {
    station.library.pullCable();
    station.start();
    station.press(new Key.StartReturn());
    station.scan(OTHER);
    station.line("row " + OTHER + " recorded");
    station.press(new Key.Leave());
    station.line("screen receipt");
    station.press(new Key.ChooseReceipt(Key.ChooseReceipt.ReceiptForm.NONE));
    station.press(new Key.Confirm());
    station.line("screen welcome");
    damage();

    station.press(new Key.StartReturn());
    station.line("screen return");
    station.scan(BOOK);
    station.line("R31");
    station.press(new Key.Confirm());
    station.closedWith(Code.K21, JournalHealth.FAILING);
    station.flap(true);
    station.stop();
    byte[] corrupt = station.bytes(station.journalFile());

    station.library.plugCable();
    station.start();
    station.closedWith(Code.K22, JournalHealth.SET_ASIDE);
    assertThat(station.words(Code.K22)).isEqualTo("Returns only at the moment");
    Path aside = station.journalFile().resolveSibling("set-aside-1").resolve(JournalFiles.FILE);
    assertThat(station.bytes(aside)).isEqualTo(corrupt);

    // Returns go on, lending is refused.
    station.press(new Key.StartBorrow());
    station.press(new Key.StartReturn());
    station.line("screen return");
    station.scan(BOOK);
    station.line("row " + BOOK + " returned");
    station.press(new Key.Confirm());
    station.line("screen receipt");
    station.press(new Key.ChooseReceipt(Key.ChooseReceipt.ReceiptForm.NONE));
    station.press(new Key.Confirm());
    station.closedWith(Code.K22, JournalHealth.SET_ASIDE);

    // Until a technician allows it.
    station.technician();
    station.press(new Key.AllowLending());
    station.press(new Key.Leave());
    station.line("screen welcome");
    station.borrowing();
    station.scan(BOOK);
    station.line("row " + BOOK + " lent");
    station.stop();
    assertThat(station.bytes(aside)).isEqualTo(corrupt);

    StringWriter said = new StringWriter();
    int status =
        Main.commandLine()
            .setOut(new PrintWriter(said))
            .setErr(new PrintWriter(said))
            .execute("journal", "salvage", "--config", station.site.toString());
    assertThat(status).as(said.toString()).isZero();
    assertThat(station.bytes(aside)).isEqualTo(corrupt);
    assertThat(station.journalFile().resolveSibling("set-aside-1").resolve("salvaged.txt"))
        .exists();
  }

  @Test
  void a_journal_another_station_has_open_stops_the_start_in_plain_words() {
    station.start();
    assertThatThrownBy(() -> station.assemble().close())
        .isInstanceOf(SiteProblem.class)
        .hasMessageContaining("another station has this journal open");
    station.line("screen welcome");
  }

  @Test
  @Tag("full")
  void a_full_disk_locks_the_flap_and_says_so_and_room_again_opens_it() throws Exception {
    station.start();
    station.line("screen welcome");
    station.tell(new FlowEvent.JournalChanged(JournalHealth.NEARLY_FULL, Optional.empty()));
    station.closedWith(Code.K24, JournalHealth.NEARLY_FULL);
    station.flap(false);
    station.tell(new FlowEvent.JournalChanged(JournalHealth.DISK_FULL, Optional.empty()));
    station.closedWith(Code.K23, JournalHealth.DISK_FULL);
    station.flap(true);
    assertThat(station.words(Code.K23)).contains("disk is full");
    station.tell(new FlowEvent.JournalChanged(JournalHealth.GOOD, Optional.empty()));
    station.see("open", state -> state.screen() instanceof Screen.Welcome);
    station.flap(false);
  }

  @Test
  @Tag("full")
  void a_clock_set_back_a_day_over_a_restart_is_noticed_although_everything_was_settled()
      throws Exception {
    write(
        new CirculationEvent.ItemReturned(
            new ItemId(BOOK), tomorrow(), CirculationEvent.How.SEEN, false),
        false);
    station.library.pullCable();
    station.start();
    assertThat(station.part(ClockKeeper.class).now().doubtful()).isTrue();
    station.press(new Key.StartReturn());
    station.line("screen return");
    station.scan(OTHER);
    station.line("row " + OTHER + " recorded");
    assertThat(station.entries().getLast().at().doubtful()).isTrue();

    // The library's clock repairs what was written meanwhile; the return is settled or with staff.
    station.library.plugCable();
    station.settled(
        "nothing is lost",
        all ->
            all.getLast().state() == EntryState.CLOSED
                || all.getLast().state() == EntryState.WITH_STAFF);
  }

  @Test
  @Tag("full")
  void a_return_cut_before_its_arming_is_armed_at_the_start_when_it_still_lies_on_the_pad()
      throws Exception {
    String uid = "E004015000000001";
    write(
        new CirculationEvent.ItemReturned(
            new ItemId(BOOK), tomorrow(), CirculationEvent.How.SEEN, true),
        false);
    station.pad().place(uid, BOOK, "HK-SEL", 1, 1, false);
    station.start();
    station.settled("armed", all -> all.getFirst().has(Mark.Armed.class));
    assertThat(station.pad().afi(uid)).isEqualTo(FeigTwin.AFI_IN_STOCK);
  }

  /// One entry, written tomorrow by this very machine; closed unless it keeps a card.
  private void write(CirculationEvent what, boolean open) throws IOException {
    StationSettings settings = SettingsFile.read(station.site, Map.of());
    StationClock clock =
        new StationClock() {
          @Override
          public EventTime now() {
            return tomorrow();
          }

          @Override
          public Duration monotonic() {
            return Duration.ofHours(1);
          }
        };
    try (SqliteJournal journal = JournalParts.running(settings, station.site, clock).usable()) {
      long entry =
          journal.append(
              Journal.NewEntry.of(
                  what,
                  open
                      ? Optional.of(new org.libstation.circulation.PatronId(StationRig.CARD))
                      : Optional.empty(),
                  List.of(),
                  List.of()));
      if (!open) {
        journal.mark(
            entry, new Mark.EntryClosed(Mark.EntryClosed.ClosingReason.SETTLED, "station"));
      }
    }
  }

  private static EventTime tomorrow() {
    return new EventTime(
        OffsetDateTime.now(java.time.ZoneOffset.ofHours(8)).plusDays(1),
        "another boot",
        Duration.ofHours(1),
        Optional.empty(),
        false);
  }

  private static java.time.LocalDateTime due() {
    return java.time.LocalDateTime.now(java.time.ZoneOffset.ofHours(8)).plusDays(14);
  }

  /// Another program writes, so that nothing is read from memory, and then the pages are noise.
  private void damage() throws IOException, SQLException {
    try (Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + station.journalFile().toAbsolutePath());
        Statement sql = other.createStatement()) {
      sql.execute("CREATE TABLE stray (a INTEGER)");
      sql.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    try (RandomAccessFile file = new RandomAccessFile(station.journalFile().toFile(), "rw")) {
      byte[] noise = new byte[(int) file.length() - 4096];
      java.util.Arrays.fill(noise, (byte) 0xA5);
      file.seek(4096);
      file.write(noise);
    }
  }
}
