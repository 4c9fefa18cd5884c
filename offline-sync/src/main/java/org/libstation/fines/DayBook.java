package org.libstation.fines;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A calendar and the suspension windows of one kind of loan, as one kind of rule reads them,
/// prepared for sums.
///
/// A day that is both closed and suspended counts as closed. It is reported as the library's own
/// closing day and left out only once.
final class DayBook {
  private static final long DAY_SECONDS = 86_400;
  private static final int WEEK = 7;

  /// Limit of zones whose clock changes are kept. A calendar is of one place and so of one zone.
  private static final int MOST_ZONES = 10;

  /// Number of calls after which summing up a clock's changes saves time. A row of a table makes
  /// only a few.
  private static final int SEVERAL = 16;

  private final AtomicInteger asked = new AtomicInteger();
  private final Map<ZoneId, ClockChanges> changes = new ConcurrentHashMap<>();
  private final OpeningCalendar calendar;
  private final List<SuspensionWindow> windows;
  private final CalendarReading reading;

  /// Sums over days: each day that may count gives 1, every other day 0.
  final CalendarSums open;

  /// Seconds that may count on each day, as if each day had 24 hours.
  final CalendarSums openSeconds;

  /// The same sums as [#open], but only for days on which fines are suspended.
  final WindowSums suspended;

  final WindowSums suspendedSeconds;

  /// How a rule reads a calendar.
  ///
  /// @param closedCounts closed days count like other days
  /// @param galeFree a gale day is a closed day
  /// @param byHours only the opening hours of an open day count
  record CalendarReading(boolean closedCounts, boolean galeFree, boolean byHours) {
    static CalendarReading of(CountingRule rule) {
      return new CalendarReading(
          rule.closedCounts(),
          rule.galeFree(),
          rule.line() == CountingRule.CountedUnit.MINUTES && !rule.closedCounts());
    }
  }

  /// @param windows the windows in force that cover the loan
  DayBook(OpeningCalendar calendar, List<SuspensionWindow> windows, CalendarReading reading) {
    this.calendar = calendar;
    this.windows = windows;
    this.reading = reading;
    long[] openWeek = new long[WEEK];
    long[] secondsWeek = new long[WEEK];
    for (int i = 0; i < WEEK; i++) {
      DayOfWeek weekday = LocalDate.ofEpochDay(i).getDayOfWeek();
      boolean closed = !reading.closedCounts() && calendar.weekly().contains(weekday);
      openWeek[i] = closed ? 0 : 1;
      secondsWeek[i] = closed ? 0 : seconds(Optional.ofNullable(calendar.hours().get(weekday)));
    }
    SortedMap<Long, Long> openDays = new TreeMap<>();
    SortedMap<Long, Long> secondsDays = new TreeMap<>();
    for (LocalDate day : singleDays()) {
      boolean closed = closedOn(day).isPresent();
      openDays.put(day.toEpochDay(), closed ? 0L : 1L);
      secondsDays.put(day.toEpochDay(), closed ? 0 : seconds(calendar.hoursOn(day)));
    }
    open = new CalendarSums(openWeek, openDays);
    openSeconds = new CalendarSums(secondsWeek, secondsDays);
    List<WindowSums.DayRun> runs = WindowSums.merge(windows);
    suspended = new WindowSums(runs, open);
    suspendedSeconds = new WindowSums(runs, openSeconds);
  }

  private Set<LocalDate> singleDays() {
    Set<LocalDate> days = new HashSet<>();
    if (!reading.closedCounts()) {
      days.addAll(calendar.closed().keySet());
      days.addAll(calendar.openDespite());
    }
    if (reading.byHours()) {
      days.addAll(calendar.partDays().keySet());
    }
    return days;
  }

  private long seconds(Optional<OpenHours> hours) {
    return reading.byHours() ? hours.map(OpenHours::seconds).orElse(DAY_SECONDS) : DAY_SECONDS;
  }

  /// Seconds that may count.
  ///
  /// @param suspended the part of `open` on suspended days
  record Spent(long open, long suspended) {
    static final Spent NOTHING = new Spent(0, 0);

    Spent plus(Spent other) {
      return new Spent(open + other.open, suspended + other.suspended);
    }
  }

  /// Seconds over the days `after < day <= upTo`, as if each had 24 hours.
  Spent nominal(long after, long upTo) {
    return new Spent(openSeconds.sum(after, upTo), suspendedSeconds.sum(after, upTo));
  }

  /// The seconds of the instants `[from, to)` that may count. They must lie on this day.
  Spent spent(ZoneDays days, long epochDay, long from, long to) {
    if (open.at(epochDay) == 0) {
      return Spent.NOTHING;
    }
    LocalDate day = LocalDate.ofEpochDay(epochDay);
    Optional<OpenHours> hours = hoursOn(day);
    long begin = from;
    long end = to;
    if (hours.isPresent()) {
      begin = Math.max(begin, days.at(LocalDateTime.of(day, hours.get().opens())));
      end =
          Math.min(
              end,
              hours.get().toMidnight()
                  ? days.start(epochDay + 1)
                  : days.at(LocalDateTime.of(day, hours.get().closes())));
    }
    long seconds = Math.max(0, end - begin);
    return new Spent(seconds, suspended.at(epochDay) == 0 ? 0 : seconds);
  }

  /// The difference between a day on which the clock changes and a day of 24 hours.
  Spent changed(ZoneDays days, long epochDay) {
    Spent exact = spent(days, epochDay, days.start(epochDay), days.start(epochDay + 1));
    return new Spent(
        exact.open() - openSeconds.at(epochDay), exact.suspended() - suspendedSeconds.at(epochDay));
  }

  /// Whether to use [#changes]. The result is the same either way; only the cost differs.
  boolean isAskedOften() {
    return asked.get() > SEVERAL || asked.incrementAndGet() > SEVERAL;
  }

  ClockChanges changes(ZoneId zone) {
    ClockChanges kept = changes.get(zone);
    if (kept == null) {
      kept = new ClockChanges(zone, this);
      if (changes.size() < MOST_ZONES) {
        changes.put(zone, kept);
      }
    }
    return kept;
  }

  /// Why this day costs nothing because the place is closed; empty if it may cost something.
  Optional<ClosedReason> closedOn(LocalDate day) {
    if (reading.closedCounts()) {
      return Optional.empty();
    }
    Optional<ClosedReason> reason = calendar.closedOn(day);
    if (reason.equals(Optional.of(ClosedReason.GALE)) && !reading.galeFree()) {
      return calendar.weeklyOn(day);
    }
    return reason;
  }

  /// The hours that may count on a day that is not closed; empty for the whole day.
  Optional<OpenHours> hoursOn(LocalDate day) {
    return reading.byHours() ? calendar.hoursOn(day) : Optional.empty();
  }

  /// Id of the suspension window that holds this day; empty if none does.
  Optional<String> windowOn(LocalDate day) {
    return windows.stream()
        .filter(window -> window.holds(day))
        .findFirst()
        .map(SuspensionWindow::id);
  }

  /// Why this day costs nothing; [DayVerdict.Counted] if it may cost something.
  DayVerdict verdict(LocalDate day) {
    Optional<ClosedReason> closed = closedOn(day);
    if (closed.isPresent()) {
      return new DayVerdict.PlaceClosed(closed.get());
    }
    return windowOn(day)
        .<DayVerdict>map(DayVerdict.Suspended::new)
        .orElseGet(DayVerdict.Counted::new);
  }
}
