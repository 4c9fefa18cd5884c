package org.libstation.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.circulation.ManualStationClock;
import org.libstation.journal.Entries;
import org.libstation.journal.sqlite.JournalStore.JournalOpening;

/// A program on trial writes the form of the one before it, so that going back loses nothing.
final class JournalFormTest {
  private static final int OLD = JournalSchema.VERSION;
  private static final int NEW = OLD + 1;

  private final ManualStationClock clock = new ManualStationClock();

  @TempDir Path root;

  @AfterEach
  void the_program_that_is_tested() {
    old();
  }

  private static void old() {
    System.clearProperty("libstation.journal.form");
  }

  private static void newer() {
    System.setProperty("libstation.journal.form", String.valueOf(NEW));
  }

  private static void hold(Station station, String number) throws IOException {
    Files.createDirectories(station.directory);
    Files.writeString(station.directory.resolve(JournalForm.HELD), number);
  }

  private void write(Station station) {
    try (SqliteJournal journal = station.open()) {
      assertThat(journal.append(Entries.returned(Entries.ITEM, clock.now()))).isPositive();
    }
  }

  @Test
  void while_the_form_is_held_the_program_before_goes_on_with_what_the_newer_one_wrote()
      throws Exception {
    Station station = new Station(root, clock);
    write(station);
    newer();
    hold(station, OLD + "\n");
    write(station);
    assertThat(JournalForm.here(station.directory)).isEqualTo(OLD);

    old();
    try (SqliteJournal journal = station.open()) {
      assertThat(journal.all(1, 10)).hasSize(2);
    }
  }

  @Test
  void once_it_is_not_held_any_more_the_newer_one_brings_it_to_its_own_form_at_the_next_opening()
      throws Exception {
    Station station = new Station(root, clock);
    newer();
    hold(station, OLD + "\n");
    write(station);
    Files.delete(station.directory.resolve(JournalForm.HELD));
    write(station);
    assertThat(JournalForm.here(station.directory)).isEqualTo(NEW);

    old();
    assertThat(station.store().open(station.directory))
        .isInstanceOf(JournalOpening.OtherForm.class);
    newer();
    try (SqliteJournal journal = station.open()) {
      assertThat(journal.all(1, 10)).hasSize(2);
    }
  }

  @Test
  void a_journal_that_is_made_while_the_form_is_held_has_that_form() throws Exception {
    Station station = new Station(root, clock);
    newer();
    hold(station, OLD + "\n");
    write(station);
    assertThat(JournalForm.here(station.directory)).isEqualTo(OLD);
  }

  @Test
  void what_is_no_number_holds_it_and_a_number_that_is_too_high_does_not_raise_it_too_far()
      throws Exception {
    Station station = new Station(root, clock);
    write(station);
    newer();
    hold(station, "\0\0\0");
    write(station);
    assertThat(JournalForm.here(station.directory)).isEqualTo(OLD);
    hold(station, String.valueOf(NEW + 7));
    write(station);
    assertThat(JournalForm.here(station.directory)).isEqualTo(NEW);
  }

  @Test
  void a_form_that_this_program_cannot_go_on_with_is_not_raised_while_it_is_held()
      throws Exception {
    Station station = new Station(root, clock);
    write(station);
    int before = JournalForm.GOES_ON_WITH - 1;
    try (Connection raw = ConnectionSource.plain(station.file());
        Statement sql = raw.createStatement()) {
      sql.execute("PRAGMA user_version = " + before);
    }
    hold(station, before + "\n");

    assertThat(station.store().open(station.directory))
        .isInstanceOfSatisfying(
            JournalOpening.OtherForm.class,
            older -> assertThat(older.why()).contains("the version that wrote it"));
    assertThat(JournalForm.here(station.directory)).isEqualTo(before);
  }
}
