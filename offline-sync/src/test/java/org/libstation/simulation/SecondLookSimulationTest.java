package org.libstation.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.libstation.central.sip2.Sip2Habits.RenewsFrom;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.StaffLine;

/// A library that acts on requests after the quarantine, and one that is restored from a copy and
/// forgets: what it did is found, and without a second look it is not.
class SecondLookSimulationTest {
  private static final int SEEDS = Integer.getInteger("simulation.seeds", 25);
  private static final int QUICK_SEEDS = 15;
  private static final int STEPS = 30;

  private static List<StaffLine.StaffReason> lines(Day day) {
    return day.cabinet().journal().all(1, 1000).stream()
        .flatMap(entry -> entry.marks().stream())
        .map(JournalEntry.Noted::mark)
        .filter(StaffLine.class::isInstance)
        .map(mark -> ((StaffLine) mark).kind())
        .toList();
  }

  /// A loan whose request is acted on ten minutes late, after the station sent it once more.
  private static List<String> lentTwice(Bug bug, List<StaffLine.StaffReason> told) {
    try (Day day = new Day(7, bug, RenewsFrom.DUE_DATE)) {
      day.wire().next(Wire.Fault.ACT_AFTER_QUARANTINE);
      day.borrow(day.patrons().getFirst(), day.items().getFirst());
      day.pass(Duration.ofMinutes(30));
      List<String> broken = day.heal();
      told.addAll(lines(day));
      return broken;
    }
  }

  @Test
  void a_loan_doubled_by_a_request_acted_on_after_the_quarantine_is_named_to_staff() {
    List<StaffLine.StaffReason> told = new ArrayList<>();

    assertThat(lentTwice(Bug.NONE, told)).isEmpty();
    assertThat(told).containsExactly(StaffLine.StaffReason.DUE_DATE_MOVED);
  }

  @Test
  void without_a_second_look_nobody_is_told_of_it() {
    assertThat(lentTwice(Bug.NO_SECOND_LOOK, new ArrayList<>())).isNotEmpty();
  }

  /// Three loans in an hour, all confirmed; then the library is restored from a copy before them.
  private static List<String> forgotten(Bug bug, Duration last, List<StaffLine.StaffReason> told) {
    try (Day day = new Day(8, bug)) {
      PatronId ann = day.patrons().getFirst();
      List<ItemId> items = day.items();
      day.copies();
      for (int i = 0; i < 4; i++) {
        day.pass(last.dividedBy(4));
        day.borrow(ann, items.get(i));
      }
      day.forgets(last);
      List<String> broken = day.heal();
      told.addAll(lines(day));
      return broken;
    }
  }

  @Test
  void a_library_that_forgets_its_last_hour_is_one_line() {
    List<StaffLine.StaffReason> told = new ArrayList<>();

    assertThat(forgotten(Bug.NONE, Duration.ofHours(1), told)).isEmpty();
    assertThat(told).containsExactly(StaffLine.StaffReason.RECORDS_LOST);
  }

  @Test
  void a_library_that_forgets_its_last_minute_is_one_line() {
    List<StaffLine.StaffReason> told = new ArrayList<>();

    assertThat(forgotten(Bug.NONE, Duration.ofMinutes(1), told)).isEmpty();
    assertThat(told).containsExactly(StaffLine.StaffReason.RECORDS_LOST);
  }

  @Test
  void without_a_second_look_lost_records_are_never_noticed() {
    assertThat(forgotten(Bug.NO_SECOND_LOOK, Duration.ofHours(1), new ArrayList<>())).isNotEmpty();
  }

  @Test
  @Tag("full")
  void what_a_bad_server_does_is_found_on_any_random_day_and_a_look_is_made_no_more_than_owed() {
    found(1, QUICK_SEEDS);
  }

  @Test
  @Tag("full")
  void what_a_bad_server_does_is_found_on_many_more_days() {
    found(QUICK_SEEDS + 1, SEEDS);
  }

  private static void found(int first, int last) {
    new DayHarness<>(
            (seed, bug) -> new Day(seed, bug, RenewsFrom.DUE_DATE).withABadServer(),
            Bug.NONE,
            STEPS)
        .holds(first, last, SecondLookSimulationTest::looksNoMoreThanOwed);
  }

  private static void looksNoMoreThanOwed(Day day) {
    assertThat(day.cabinet().journal().all(1, 10_000))
        .allMatch(
            entry ->
                entry.marks().stream()
                        .filter(noted -> noted.mark() instanceof Mark.SeenAgain)
                        .count()
                    <= 4);
  }
}
