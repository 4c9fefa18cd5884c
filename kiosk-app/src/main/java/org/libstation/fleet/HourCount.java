package org.libstation.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.libstation.circulation.CirculationEvent;
import org.libstation.journal.EntryState;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.StaffToDo;

/// Counts the journal's entries by full hours, each entry once.
final class HourCount {

  /// Wait after an hour before it is counted, so that a request of its last minute has its answer.
  static final Duration SETTLED = Duration.ofMinutes(2);

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);

  private HourCount() {}

  /// End of the last full hour that can be counted at this moment.
  static Instant until(Instant now) {
    return now.minus(SETTLED).truncatedTo(ChronoUnit.HOURS);
  }

  /// Counts the entries after the last counted one, and has the store keep the result.
  ///
  /// @param visit the hour of the last visit that has ended
  static void take(
      NewsStore store,
      FleetJournal.FleetJournalReading journal,
      Instant until,
      Optional<Instant> visit) {
    HourFigures before = store.figures();
    // If the last counted entry is missing, this is another journal: read it from its beginning.
    Iterator<JournalEntry> entries = journal.from(Math.max(1, store.counted())).iterator();
    boolean same =
        store.counted() == 0 || (entries.hasNext() && entries.next().number() == store.counted());
    if (!same) {
      entries = journal.from(1).iterator();
    }
    long counted = same ? store.counted() : 0;
    TreeMap<Instant, Counts> hours = new TreeMap<>();
    while (entries.hasNext()) {
      JournalEntry entry = entries.next();
      Instant at = at(entry);
      if (!at.isBefore(until) && at.isBefore(until.plus(DAY))) {
        break;
      }
      counted = entry.number();
      if (same || !at.isBefore(before.until())) {
        Instant end = at.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        // A clock that was wrong by days, in either direction, moves a count to another hour and
        // loses none.
        hours.merge(end.isAfter(until) ? until : end, counts(entry), Counts::plus);
      }
    }
    Counts totals = before.totals();
    List<NewsStore.EndedPeriod> ended = new ArrayList<>();
    for (var hour : hours.entrySet()) {
      totals = totals.plus(hour.getValue());
      ended.add(new NewsStore.EndedPeriod(hour.getKey(), totals));
    }
    List<JournalEntry> open = journal.open().stream().filter(it -> at(it).isBefore(until)).toList();
    List<StaffToDo> staff = StaffToDo.of(open);
    store.take(
        new HourFigures(
            until,
            ages(open.stream().filter(HourCount::waits).toList(), until),
            ages(staff.stream().map(StaffToDo::entry).toList(), until),
            kinds(staff),
            visit.filter(hour -> hour.isBefore(until)).or(before::lastVisit),
            totals),
        counted,
        ended);
  }

  private static List<HourFigures.ReasonCount> kinds(List<StaffToDo> staff) {
    return staff.stream()
        .collect(Collectors.groupingBy(it -> it.main().kind(), TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(each -> new HourFigures.ReasonCount(each.getKey(), each.getValue()))
        .toList();
  }

  private static boolean waits(JournalEntry entry) {
    return entry.state() != EntryState.WITH_STAFF && entry.state() != EntryState.CLOSED;
  }

  private static Instant at(JournalEntry entry) {
    return entry.at().corrected().toInstant();
  }

  private static HourFigures.Ages ages(List<JournalEntry> entries, Instant until) {
    long day = entries.stream().filter(it -> at(it).isAfter(until.minus(DAY))).count();
    long week = entries.stream().filter(it -> at(it).isAfter(until.minus(WEEK))).count();
    return new HourFigures.Ages(day, week - day, entries.size() - week);
  }

  private static Counts counts(JournalEntry entry) {
    boolean accepted = entry.has(Mark.Accepted.class);
    boolean refused = entry.has(Mark.RequestRefused.class);
    CirculationEvent what = entry.what();
    boolean loan = what instanceof CirculationEvent.LoanAsked;
    boolean renewal = what instanceof CirculationEvent.RenewAsked;
    return new Counts(
        one(loan && accepted),
        one(what instanceof CirculationEvent.LoanGiven),
        one(what instanceof CirculationEvent.ItemReturned),
        one(renewal && accepted),
        one(refused),
        one((loan || renewal) && !accepted && !refused));
  }

  private static long one(boolean so) {
    return so ? 1 : 0;
  }
}
