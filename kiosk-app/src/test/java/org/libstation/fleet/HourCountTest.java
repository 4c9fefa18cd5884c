package org.libstation.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.Looks;
import org.libstation.circulation.Refusal;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;

final class HourCountTest {
  private static final ItemId ITEM = new ItemId("30001234567890");

  @TempDir private Path data;
  private final List<JournalEntry> entries = new ArrayList<>();
  private Optional<NewsStore> opened = Optional.empty();

  @BeforeEach
  void open() {
    opened = Optional.of(NewsStore.open(data, new Random(1)));
  }

  private NewsStore store() {
    return opened.orElseThrow();
  }

  private static Instant at(String time) {
    return Instant.parse("2026-11-30T" + time + ":00Z");
  }

  private static EventTime time(Instant moment) {
    return new EventTime(
        moment.atOffset(ZoneOffset.UTC), "boot", Duration.ZERO, Optional.empty(), false);
  }

  private void returned(Instant moment, Mark... marks) {
    EventTime then = time(moment);
    entries.add(
        new JournalEntry(
            entries.size() + 1,
            then,
            new CirculationEvent.ItemReturned(ITEM, then, CirculationEvent.How.DROPPED, true),
            Stream.of(marks).map(mark -> new JournalEntry.Noted(then, mark)).toList(),
            false));
  }

  private void count(Instant now) {
    FleetJournal.FleetJournalReading reading =
        new FleetJournal.FleetJournalReading() {
          @Override
          public Stream<JournalEntry> from(long number) {
            return entries.stream().filter(entry -> entry.number() >= number);
          }

          @Override
          public List<JournalEntry> open() {
            return entries;
          }
        };
    HourCount.take(store(), reading, HourCount.until(now), Optional.empty());
  }

  @Test
  void the_hour_that_runs_is_not_told_of() {
    returned(at("09:10"));
    returned(at("09:50"));
    returned(at("10:00"));
    count(at("10:01"));
    assertThat(store().figures().totals().returns()).isZero();
    count(at("10:02"));
    assertThat(store().figures().totals().returns()).isEqualTo(2);
    assertThat(store().figures().until()).isEqualTo(at("10:00"));
    assertThat(store().figures().open().day()).isEqualTo(2);
    assertThat(store().waiting())
        .singleElement()
        .satisfies(hour -> assertThat(hour.until()).isEqualTo(at("10:00")));
  }

  @Test
  void each_entry_is_counted_once_whenever_it_is_looked_and_after_a_restart_too() {
    returned(at("07:10"));
    returned(at("09:10"));
    count(at("10:02"));
    count(at("10:30"));
    returned(at("10:40"));
    open();
    count(at("13:02"));
    count(at("14:02"));
    assertThat(store().figures().totals().returns()).isEqualTo(3);
    assertThat(store().waiting().stream().map(NewsStore.PendingHour::until))
        .containsExactly(at("08:00"), at("10:00"), at("11:00"));
    assertThat(store().waiting().stream().map(it -> it.totals().returns()))
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void a_clock_that_was_wrong_moves_a_count_and_loses_none() {
    returned(Instant.parse("2031-01-01T00:00:00Z"));
    returned(Instant.parse("2001-01-01T00:00:00Z"));
    returned(at("09:10"));
    count(at("10:02"));
    assertThat(store().figures().totals().returns()).isEqualTo(3);
    returned(Instant.parse("2001-01-01T00:00:00Z"));
    count(at("11:02"));
    assertThat(store().figures().totals().returns()).isEqualTo(4);
  }

  @Test
  void another_journal_is_counted_on_from_the_hour_it_was_counted_to() {
    for (int i = 0; i < 30; i++) {
      returned(at("09:10"));
    }
    count(at("10:02"));
    entries.clear();
    // What was brought over from the one before was counted.
    returned(at("09:10"));
    returned(at("10:10"));
    count(at("11:02"));
    assertThat(store().figures().totals().returns()).isEqualTo(31);
  }

  @Test
  void asks_are_counted_by_their_answer_and_staff_lines_by_age() {
    EventTime then = time(at("09:10"));
    for (List<Mark> marks :
        List.<List<Mark>>of(
            List.of(Mark.Accepted.mayClear(Optional.empty(), "")),
            List.of(new Mark.RequestRefused(Refusal.RefusalReason.NOT_FOR_LOAN, "")),
            List.of())) {
      entries.add(
          new JournalEntry(
              entries.size() + 1,
              then,
              new CirculationEvent.LoanAsked(ITEM, Looks.item(ITEM), true),
              marks.stream().map(mark -> new JournalEntry.Noted(then, mark)).toList(),
              false));
    }
    returned(
        at("09:20").minus(Duration.ofDays(3)),
        Mark.StaffLine.of(Mark.StaffLine.StaffReason.RETURN_REFUSED));
    count(at("10:02"));
    assertThat(store().figures().totals()).isEqualTo(new Counts(1, 0, 1, 0, 1, 1));
    assertThat(store().figures().open()).isEqualTo(new HourFigures.Ages(3, 0, 0));
    assertThat(store().figures().staff()).isEqualTo(new HourFigures.Ages(0, 1, 0));
    assertThat(store().figures().kinds())
        .containsExactly(new HourFigures.ReasonCount(Mark.StaffLine.StaffReason.RETURN_REFUSED, 1));
  }
}
