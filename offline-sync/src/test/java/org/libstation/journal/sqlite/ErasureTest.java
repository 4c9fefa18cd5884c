package org.libstation.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ManualStationClock;
import org.libstation.circulation.PatronId;
import org.libstation.journal.Entries;
import org.libstation.journal.Mark;

/// Reads the bytes of file, log and shared memory as they lie on the disk.
final class ErasureTest {
  private static final Mark CLOSED =
      new Mark.EntryClosed(Mark.EntryClosed.ClosingReason.SETTLED, "station");

  private final ManualStationClock clock = new ManualStationClock();

  @TempDir Path root;

  @Test
  void a_card_number_and_its_hashes_are_never_in_the_files_and_its_sealed_row_only_until_closing()
      throws Exception {
    Station station = new Station(root, clock);
    try (SqliteJournal journal = station.open()) {
      List<byte[]> sealed = new ArrayList<>();
      List<Long> numbers = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        PatronId card = card(i);
        long number = journal.append(Entries.loanGiven(new ItemId("3000" + i), card));
        journal.mark(number, Mark.OutcomeUnknown.said("patron " + card.value()));
        numbers.add(number);
      }
      for (long number : numbers) {
        sealed.addAll(sealedBytes(station, number));
      }
      // The check itself must be able to see them while they are kept.
      assertThat(sealed.stream().filter(row -> found(station, row)).count())
          .isEqualTo(sealed.size());

      for (long number : numbers) {
        journal.mark(number, CLOSED);
        assertThat(journal.card(number)).isEmpty();
      }
      journal.finishErasures();

      assertThat(journal.erasurePending()).isFalse();
      assertThat(Files.size(SetAsideFiles.sibling(station.file(), "-wal"))).isZero();
      assertThat(sealed).noneMatch(row -> found(station, row));
      for (int i = 0; i < 40; i++) {
        assertNoTraceOf(card(i), station);
      }
    }
  }

  @Test
  void erasures_that_nobody_finishes_are_finished_when_there_are_many() throws Exception {
    Station station = new Station(root, clock);
    try (SqliteJournal journal = station.open()) {
      List<byte[]> sealed = new ArrayList<>();
      for (int i = 1; i <= JournalFile.MOST_PENDING; i++) {
        assertThat(journal.erasurePending()).isEqualTo(i > 1);
        long number = journal.append(Entries.loanGiven(new ItemId("3000" + i), card(i)));
        sealed.addAll(sealedBytes(station, number));
        journal.mark(number, CLOSED);
      }

      assertThat(journal.erasurePending()).isFalse();
      assertThat(sealed).noneMatch(row -> found(station, row));
    }
  }

  @Test
  void without_the_truncating_checkpoint_the_sealed_row_stays_in_the_log() throws Exception {
    Station station = new Station(root, clock);
    try (SqliteJournal journal = station.open()) {
      long number = journal.append(Entries.loanGiven(Entries.ITEM, Entries.CARD));
      List<byte[]> sealed = sealedBytes(station, number);
      try (Connection raw = ConnectionSource.plain(station.file());
          Statement sql = raw.createStatement()) {
        JournalSchema.prepare(raw);
        sql.execute(
            "INSERT INTO mark (entry, wall, boot, monotonic, clock, kind, details)"
                + " VALUES (1, '', '', '', 'sound', 'closed', '')");
        sql.execute("DELETE FROM sealed");
        assertThat(sealed).anyMatch(row -> found(station, row));
      }
    }
  }

  @Test
  void a_power_cut_between_erasing_and_truncating_is_made_good_when_the_journal_opens()
      throws Exception {
    Station station = new Station(root.resolve("a"), clock);
    List<Station> cuts = new ArrayList<>();
    Faults faults =
        new Faults(
            sql -> {
              if (sql.contains("wal_checkpoint") && Files.exists(station.machineKey)) {
                cuts.add(station.copy(root.resolve("cut" + cuts.size())));
              }
            });
    List<byte[]> sealed;
    try (SqliteJournal journal = station.open(faults)) {
      long number = journal.append(Entries.loanGiven(Entries.ITEM, Entries.CARD));
      sealed = sealedBytes(station, number);
      journal.mark(number, CLOSED);
      journal.finishErasures();
    }
    Station cut = cuts.getLast();
    assertThat(sealed).anyMatch(row -> found(cut, row));

    try (SqliteJournal journal = cut.open()) {
      assertThat(journal.open()).isEmpty();
      assertThat(sealed).noneMatch(row -> found(cut, row));
    }
  }

  @Test
  @Tag("full")
  void a_reader_that_holds_the_log_only_delays_the_erasure() throws Exception {
    Station station = new Station(root, clock);
    try (SqliteJournal journal = station.open()) {
      long number = journal.append(Entries.loanGiven(Entries.ITEM, Entries.CARD));
      List<byte[]> sealed = sealedBytes(station, number);
      try (Connection reader =
              DriverManager.getConnection("jdbc:sqlite:" + station.file().toAbsolutePath());
          Statement sql = reader.createStatement()) {
        sql.execute("BEGIN");
        sql.executeQuery("SELECT count(*) FROM sealed").close();
        journal.mark(number, CLOSED);
        journal.finishErasures();
        assertThat(journal.erasurePending()).isTrue();
        assertThat(journal.open()).isEmpty();
      }

      journal.append(Entries.returned(Entries.ITEM, clock.now()));

      assertThat(journal.erasurePending()).isFalse();
      assertThat(sealed).noneMatch(row -> found(station, row));
    }
  }

  @Test
  void cards_long_with_staff_are_exported_for_the_library_alone_and_erased() throws Exception {
    Station station = new Station(root, clock);
    Path out = root.resolve("export.txt");
    try (SqliteJournal journal = station.open()) {
      long old = journal.append(Entries.loanGiven(Entries.ITEM, Entries.CARD));
      journal.mark(old, Mark.StaffLine.of(Mark.StaffLine.StaffReason.LOAN_REFUSED));
      long waiting = journal.append(Entries.loanGiven(Entries.OTHER_ITEM, Entries.OTHER_CARD));
      List<byte[]> sealed = sealedBytes(station, old);
      clock.advance(Duration.ofDays(30).minusSeconds(1));
      assertThat(journal.exportStale(clock.now().wall().toInstant(), key(), out)).isZero();
      assertThat(out).doesNotExist();
      clock.advance(Duration.ofSeconds(1));

      assertThat(journal.exportStale(clock.now().wall().toInstant(), key(), out)).isEqualTo(1);

      assertThat(journal.card(old)).isEmpty();
      assertThat(journal.card(waiting)).contains(Entries.OTHER_CARD);
      assertThat(journal.find(old).orElseThrow().marks().getLast().mark())
          .isEqualTo(new Mark.CardExported(key().id()));
      assertThat(sealed).noneMatch(row -> found(station, row));
      assertThat(Files.readString(out)).doesNotContain(Entries.CARD.value());
      assertThat(RecoveredCards.fromExport(out, Station.recoveryPrivateKey()))
          .singleElement()
          .satisfies(
              card -> {
                assertThat(card.card()).contains(Entries.CARD);
                assertThat(card.item()).isEqualTo(Entries.ITEM);
                assertThat(card.entry()).isEqualTo(old);
              });
    }
  }

  @Test
  void the_recovery_key_opens_the_cards_of_a_dead_machine() {
    Station station = new Station(root, clock);
    try (SqliteJournal journal = station.open()) {
      journal.append(Entries.loanGiven(Entries.ITEM, Entries.CARD));
    }

    assertThat(RecoveredCards.fromJournal(station.file(), Station.recoveryPrivateKey()))
        .singleElement()
        .satisfies(card -> assertThat(card.card()).contains(Entries.CARD));
  }

  private static LibraryKey key() {
    return Station.recoveryKey();
  }

  private static PatronId card(int i) {
    return new PatronId("2123456789" + (1000 + i));
  }

  private static void assertNoTraceOf(PatronId card, Station station) throws Exception {
    byte[] plain = card.value().getBytes(StandardCharsets.UTF_8);
    assertThat(found(station, plain)).isFalse();
    for (String algorithm : new String[] {"MD5", "SHA-1", "SHA-256", "SHA-512"}) {
      byte[] digest = MessageDigest.getInstance(algorithm).digest(plain);
      String hex = HexFormat.of().formatHex(digest);
      assertThat(found(station, digest)).isFalse();
      assertThat(found(station, hex.getBytes(StandardCharsets.UTF_8))).isFalse();
      assertThat(found(station, hex.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)))
          .isFalse();
    }
  }

  /// The start of each sealed blob: enough to be unique, short enough not to be split by a page.
  private static List<byte[]> sealedBytes(Station station, long entry) throws Exception {
    List<byte[]> bytes = new ArrayList<>();
    try (Connection raw = ConnectionSource.plain(station.file());
        Statement sql = raw.createStatement();
        ResultSet row =
            sql.executeQuery(
                "SELECT card, key_for_machine, key_for_recovery FROM sealed WHERE entry = "
                    + entry)) {
      for (int column = 1; column <= 3; column++) {
        bytes.add(java.util.Arrays.copyOf(row.getBytes(column), 24));
      }
    }
    return bytes;
  }

  private static boolean found(Station station, byte[] wanted) {
    String needle = new String(wanted, StandardCharsets.ISO_8859_1);
    for (String suffix : new String[] {"", "-wal", "-shm"}) {
      Path file = SetAsideFiles.sibling(station.file(), suffix);
      try {
        if (Files.exists(file)
            && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(needle)) {
          return true;
        }
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
    return false;
  }
}
