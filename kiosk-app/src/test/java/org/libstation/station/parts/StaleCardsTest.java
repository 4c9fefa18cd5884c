package org.libstation.station.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.app.Main;
import org.libstation.app.StationRig;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.TaskNote;
import org.libstation.journal.Journal.NewEntry;
import org.libstation.journal.Mark.StaffLine;
import org.libstation.journal.sqlite.JournalStore.JournalOpening;
import org.libstation.journal.sqlite.SqliteJournal;
import org.libstation.site.SettingsFile;
import org.libstation.site.Site;
import org.libstation.site.StationSettings;
import picocli.CommandLine;

/// What staff do not put right for a month keeps its item and time, and loses its card.
class StaleCardsTest {
  private static final PatronId CARD = new PatronId("28801000000272");
  private static final ItemId BOOK = new ItemId("38801000000015");

  @TempDir private Path dir = Path.of("");
  private Path site = Path.of("");
  private StationSettings settings = SettingsFile.read(Path.of("..", "config"), Map.of());

  @BeforeEach
  void a_site_of_its_own() throws IOException {
    site = StationRig.copyOfExample(dir.resolve("site"));
    settings = SettingsFile.read(site, Map.of());
  }

  private OpenJournal journal() {
    JournalOpening opening = JournalParts.open(Site.open(site));
    assertThat(opening).isInstanceOf(JournalOpening.Opened.class);
    return OpenJournal.of(site.resolve("data/journal"), opening);
  }

  private StaleCards stale(OpenJournal journal, Duration later, boolean doubtful) {
    return new StaleCards(
        journal,
        JournalParts.recoveryKey(settings, site),
        site.resolve("data/exports"),
        () ->
            new EventTime(
                OffsetDateTime.now(java.time.ZoneId.of("Asia/Hong_Kong")).plus(later),
                "boot",
                later,
                Optional.empty(),
                doubtful));
  }

  private static long refused(SqliteJournal journal) {
    long entry =
        journal.append(
            NewEntry.of(
                new CirculationEvent.LoanGiven(
                    BOOK, LocalDateTime.parse("2026-12-24T23:59"), "", true),
                Optional.of(CARD),
                List.of(),
                List.of()));
    journal.mark(
        entry, StaffLine.of(StaffLine.StaffReason.LOAN_REFUSED, TaskNote.text("PATRON_BLOCKED")));
    return entry;
  }

  @Test
  void after_thirty_days_the_card_leaves_for_whoever_holds_the_recovery_key() throws Exception {
    try (OpenJournal journal = journal()) {
      long entry = refused(journal.usable());

      assertThat(stale(journal, Duration.ofDays(29), false).leave()).isZero();
      assertThat(stale(journal, Duration.ofDays(31), true).leave()).as("clock in doubt").isZero();
      assertThat(site.resolve("data/exports")).isEmptyDirectory();
      assertThat(journal.usable().card(entry)).contains(CARD);

      assertThat(stale(journal, Duration.ofDays(31), false).leave()).isEqualTo(1);
      assertThat(journal.usable().card(entry)).isEmpty();
      assertThat(journal.usable().open()).as("it stays on the list").hasSize(1);
      assertThat(stale(journal, Duration.ofDays(32), false).leave()).as("once").isZero();
    }
    Path export = only(site.resolve("data/exports"));
    assertThat(Files.readString(export)).doesNotContain(CARD.value()).contains(BOOK.value());
    StringWriter said = new StringWriter();
    Path key = site.resolve("data/keys/recovery-private-MOVE-TO-A-SAFE.pem");

    assertThat(cards(said, export, key)).isZero();
    assertThat(said.toString()).contains(BOOK.value(), CARD.value(), "cards  1");
  }

  @Test
  @Tag("full")
  void the_card_of_a_dead_machine_is_shown_with_the_recovery_key_alone() throws Exception {
    try (OpenJournal journal = journal()) {
      refused(journal.usable());
    }
    Path key = site.resolve("data/keys/recovery-private-MOVE-TO-A-SAFE.pem");
    Path safe = Files.move(key, site.resolve("safe.pem"));
    Path dead = site.resolve("data/journal/journal.db");
    StringWriter said = new StringWriter();

    assertThat(cards(said, dead, safe)).isZero();
    assertThat(said.toString()).contains(CARD.value());

    // Another site's key.
    Files.delete(site.resolve("data/keys/recovery-public.pem"));
    var _ = JournalParts.recoveryKey(settings, site);
    StringWriter other = new StringWriter();
    assertThat(cards(other, dead, key)).isEqualTo(1);
    assertThat(other.toString()).contains("sealed for the key").doesNotContain(CARD.value());
    assertThat(cards(new StringWriter(), site.resolve("station.yaml"), safe)).isEqualTo(2);
  }

  private static Path only(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .reduce(
              (one, two) -> {
                throw new AssertionError(two);
              })
          .orElseThrow();
    }
  }

  private static int cards(StringWriter said, Path file, Path key) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(said, true));
    line.setErr(new PrintWriter(new StringWriter(), true));
    return line.execute("journal", "cards", file.toString(), "--recovery-key", key.toString());
  }
}
