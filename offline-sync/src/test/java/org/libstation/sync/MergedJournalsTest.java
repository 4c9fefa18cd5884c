package org.libstation.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.journal.Entries.ITEM;
import static org.libstation.journal.Entries.OTHER_ITEM;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.journal.JournalEntry;
import org.libstation.sync.MergedJournals.MergedFinding;
import org.libstation.sync.MergedJournals.StationJournal;

class MergedJournalsTest {
  private static final LocalDateTime DUE = LocalDateTime.parse("2026-12-10T23:59");

  @Test
  void a_station_whose_clock_is_an_hour_slow_takes_its_true_place() {
    // At A it is 10:00 and right; at B the clock says 09:30 and is an hour slow: 10:30 in truth.
    StationJournal a =
        new StationJournal("A", List.of(lent(1, ITEM, time("A1", "10:00", 0, Duration.ZERO))));
    StationJournal b =
        new StationJournal(
            "B", List.of(back(1, ITEM, time("B1", "09:30", 0, Duration.ofHours(1)))));

    MergedJournals merged = MergedJournals.of(List.of(b, a));

    assertThat(merged.lines())
        .extracting(MergedJournals.MergedEntry::station)
        .containsExactly("A", "B");
    assertThat(merged.findings())
        .extracting(MergedJournals.EntryPairFinding::kind)
        .containsExactly(MergedFinding.RETURNED_ELSEWHERE);
  }

  @Test
  void a_difference_measured_only_later_in_the_run_holds_for_what_was_written_before() {
    StationJournal a =
        new StationJournal(
            "A",
            List.of(
                lent(1, ITEM, time("A1", "08:00", 0, null)),
                lent(2, OTHER_ITEM, time("A1", "10:00", 120, Duration.ofHours(2)))));
    StationJournal b =
        new StationJournal("B", List.of(back(1, ITEM, time("B1", "09:00", 0, Duration.ZERO))));

    MergedJournals merged = MergedJournals.of(List.of(a, b));

    assertThat(merged.lines().getFirst().station()).as("08:00 was 10:00 in truth").isEqualTo("B");
  }

  @Test
  void a_clock_that_jumped_within_a_run_is_put_right_by_monotonic_time() {
    // An hour after its first entry somebody set the clock back to 02:00.
    StationJournal a =
        new StationJournal(
            "A",
            List.of(
                lent(1, ITEM, time("A1", "10:00", 0, null)),
                lent(2, OTHER_ITEM, time("A1", "02:00", 60, Duration.ofHours(9)))));

    List<MergedJournals.MergedEntry> lines = MergedJournals.of(List.of(a)).lines();

    assertThat(Duration.between(lines.get(0).at(), lines.get(1).at()))
        .isEqualTo(Duration.ofHours(1));
    assertThat(lines.get(0).at())
        .isEqualTo(OffsetDateTime.parse("2026-11-26T10:00+08:00").toInstant());
  }

  @Test
  void a_stations_own_order_is_that_of_its_numbers_whatever_its_clock_says() {
    StationJournal a =
        new StationJournal(
            "A",
            List.of(
                lent(1, ITEM, time("A1", "10:00", 0, Duration.ZERO)),
                back(2, ITEM, time("A2", "03:00", 0, null))));

    List<MergedJournals.MergedEntry> lines = MergedJournals.of(List.of(a)).lines();

    assertThat(lines).extracting(line -> line.entry().number()).containsExactly(1L, 2L);
    assertThat(lines.get(1).certain()).isFalse();
  }

  @Test
  void a_book_lent_at_two_stations_without_a_return_between_is_found() {
    StationJournal a =
        new StationJournal("A", List.of(lent(1, ITEM, time("A1", "10:00", 0, Duration.ZERO))));
    StationJournal b =
        new StationJournal("B", List.of(lent(1, ITEM, time("B1", "11:00", 0, Duration.ZERO))));

    assertThat(MergedJournals.of(List.of(a, b)).findings())
        .extracting(MergedJournals.EntryPairFinding::kind)
        .containsExactly(MergedFinding.LENT_TWICE);
  }

  @Test
  void lent_returned_elsewhere_and_lent_again_is_one_story() {
    StationJournal a =
        new StationJournal(
            "A",
            List.of(
                lent(1, ITEM, time("A1", "10:00", 0, Duration.ZERO)),
                lent(2, ITEM, time("A1", "12:00", 120, Duration.ZERO))));
    StationJournal b =
        new StationJournal("B", List.of(back(1, ITEM, time("B1", "11:00", 0, Duration.ZERO))));

    assertThat(MergedJournals.of(List.of(a, b)).findings())
        .extracting(MergedJournals.EntryPairFinding::kind)
        .containsExactly(MergedFinding.RETURNED_ELSEWHERE);
  }

  @Test
  void with_a_clock_in_doubt_the_order_of_two_moves_is_said_to_be_unknown() {
    StationJournal a =
        new StationJournal("A", List.of(lent(1, ITEM, time("A1", "10:00", 0, Duration.ZERO))));
    EventTime doubtful =
        new EventTime(
            OffsetDateTime.parse("2026-11-26T11:00+08:00"),
            "B1",
            Duration.ZERO,
            Optional.empty(),
            true);
    StationJournal b = new StationJournal("B", List.of(back(1, ITEM, doubtful)));

    assertThat(MergedJournals.of(List.of(a, b)).findings())
        .extracting(MergedJournals.EntryPairFinding::kind)
        .containsExactly(MergedFinding.ORDER_UNCERTAIN);
  }

  private static EventTime time(
      String boot, String clock, int minutes, @org.jspecify.annotations.Nullable Duration skew) {
    return new EventTime(
        OffsetDateTime.parse("2026-11-26T" + clock + "+08:00"),
        boot,
        Duration.ofMinutes(minutes),
        Optional.ofNullable(skew),
        false);
  }

  private static JournalEntry lent(long number, ItemId item, EventTime at) {
    return new JournalEntry(
        number, at, new CirculationEvent.LoanGiven(item, DUE, "", true), List.of(), true);
  }

  private static JournalEntry back(long number, ItemId item, EventTime at) {
    return new JournalEntry(
        number,
        at,
        new CirculationEvent.ItemReturned(item, at, CirculationEvent.How.SEEN, true),
        List.of(),
        false);
  }
}
