package org.libstation.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.CirculationEvent.How;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.journal.sqlite.JournalBreak;
import org.libstation.journal.sqlite.JournalRestore;

/// The laws where a journal goes missing, is emptied or is put back older, each with the wiring
/// that would break them.
class JournalLossTest {
  @FunctionalInterface
  private interface DiskWork {
    void run() throws IOException;
  }

  private static void unchecked(DiskWork work) {
    try {
      work.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_missing_journal_loses_nothing_once_the_old_one_is_back() {
    assertThat(missing(Bug.NONE, false)).isEmpty();
  }

  @Test
  void an_emptied_journal_loses_nothing_once_the_old_one_is_back() {
    assertThat(missing(Bug.NONE, true)).isEmpty();
  }

  @Test
  void a_wiring_that_takes_a_missing_journal_for_a_first_start_is_caught() {
    assertThat(missing(Bug.MISSING_IS_FIRST, false)).isNotEmpty();
  }

  @Test
  void an_older_journal_doubles_nothing() {
    assertThat(older(Bug.NONE)).isEmpty();
  }

  @Test
  void a_wiring_that_settles_what_is_open_in_an_older_journal_by_itself_is_caught() {
    assertThat(older(Bug.OLDER_SENT_ALONE)).isNotEmpty();
  }

  /// A loan and a return wait behind a silent link; the journal goes; a return is taken meanwhile;
  /// the old journal is brought back.
  private static List<String> missing(Bug bug, boolean emptied) {
    List<String> broken = new ArrayList<>();
    try (Day day = new Day(3, bug)) {
      PatronId ann = day.patrons().getFirst();
      PatronId bob = day.patrons().get(1);
      ItemId waits = day.items().getFirst();
      ItemId handedIn = day.items().get(1);
      day.counterLends(bob, handedIn);
      day.wire().down(true);
      while (day.cabinet().journal().open(waits).isEmpty()) {
        day.borrow(ann, waits);
      }
      Path kept = day.cabinet().journalDirectory().resolveSibling("kept.db");
      day.cabinet().off(directory -> unchecked(() -> loses(directory, kept, emptied)));
      if (day.cabinet().asks().isEmpty()) {
        broken.add("the station asks nobody and lends on");
        return broken;
      }
      day.giveBack(bob, handedIn, How.DROPPED);
      day.wire().down(false);
      day.pass(Duration.ofHours(1));
      day.cabinet()
          .answered(
              (word, asked) -> {
                JournalRestore.RestoreResult result = new JournalRestore(word).run(asked, kept);
                if (!(result instanceof JournalRestore.RestoreResult.Restored back)
                    || back.older()) {
                  broken.add("not brought back: " + result);
                }
              });
      broken.addAll(day.heal());
    }
    return broken;
  }

  private static void loses(Path directory, Path kept, boolean emptied) throws IOException {
    Path file = directory.resolve("journal.db");
    Files.move(file, kept);
    if (emptied) {
      Files.createFile(file);
    }
  }

  /// A loan waits behind a silent link, and the disk is copied; it is settled and brought back to
  /// the counter; the copy is put back.
  private static List<String> older(Bug bug) {
    List<String> broken = new ArrayList<>();
    try (Day day = new Day(3, bug)) {
      PatronId ann = day.patrons().getFirst();
      ItemId item = day.items().getFirst();
      day.wire().down(true);
      while (day.cabinet().journal().open(item).isEmpty()) {
        day.borrow(ann, item);
      }
      Path copy = day.cabinet().journalDirectory().resolveSibling("copy.db");
      day.cabinet().off(copies("journal.db", copy, false));
      day.wire().down(false);
      day.pass(Duration.ofHours(1));
      day.counterTakesBack(ann, item);
      day.cabinet().off(copies("journal.db", copy, true));
      broken.addAll(
          day.cabinet()
                  .asks()
                  .map(JournalBreak::kind)
                  .filter(JournalBreak.BreakKind.OLDER::equals)
                  .isPresent()
              ? List.of()
              : List.of("the station does not see that its journal is older"));
      day.pass(Duration.ofHours(3));
      broken.addAll(day.laws());
      day.cabinet().answered((word, asked) -> word.resumes(asked));
      broken.addAll(day.heal());
    }
    return broken;
  }

  @Test
  void a_copy_of_the_whole_disk_doubles_nothing() {
    assertThat(copyOfTheDisk(Bug.NONE)).isEmpty();
  }

  @Test
  void a_wiring_that_does_not_ask_how_long_the_station_rested_is_caught() {
    assertThat(copyOfTheDisk(Bug.REST_NOT_ASKED_ABOUT)).isNotEmpty();
  }

  /// A loan waits behind a silent link, and the whole disk is copied, with the mark beside the
  /// journal; the loan is settled and brought back to the counter; the copy is put back, all of it
  /// within the hour.
  private static List<String> copyOfTheDisk(Bug bug) {
    try (Day day = new Day(3, bug)) {
      PatronId ann = day.patrons().getFirst();
      ItemId item = day.items().getFirst();
      day.wire().down(true);
      while (!day.isGone(item)) {
        day.borrow(ann, item);
      }
      Path copy = day.cabinet().journalDirectory().resolveSibling("copy.db");
      Path mark = day.cabinet().journalDirectory().resolveSibling("copy.mark");
      Optional<EventTime> sign = day.cabinet().lastSign();
      day.cabinet()
          .off(copies("journal.db", copy, false).andThen(copies("../journal.mark", mark, false)));
      day.wire().down(false);
      day.pass(Duration.ofMinutes(20));
      day.counterTakesBack(ann, item);
      day.cabinet().lastSign(sign);
      day.cabinet()
          .off(copies("journal.db", copy, true).andThen(copies("../journal.mark", mark, true)));
      if (day.cabinet().asks().isPresent()) {
        return List.of("the mark tells: " + day.cabinet().asks().get().words());
      }
      day.pass(Duration.ofHours(3));
      List<String> broken = day.laws();
      return broken.isEmpty() ? day.heal() : broken;
    }
  }

  private static Consumer<Path> copies(String name, Path copy, boolean back) {
    return directory -> {
      Path file = directory.resolve(name);
      unchecked(
          () ->
              Files.copy(
                  back ? copy : file, back ? file : copy, StandardCopyOption.REPLACE_EXISTING));
    };
  }
}
