package org.libstation.check;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.libstation.circulation.CirculationEvent;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;

/// Counts the station's transactions by day, week or month. It contains nothing about a person, an
/// item or a single hour, which could identify a person.
public final class Statistics {

  /// The period that each line covers.
  public enum StatisticsPeriod {
    DAY,
    WEEK,
    MONTH
  }

  /// @param offline loans that the station gave by its own rules
  /// @param staff entries that became staff tasks
  public record StatisticsCount(
      int checkouts, int offline, int returns, int renewals, int holds, int refused, int staff) {
    static final StatisticsCount NONE = new StatisticsCount(0, 0, 0, 0, 0, 0, 0);
  }

  private final ZoneId zone;
  private final StatisticsPeriod span;
  private final TreeMap<LocalDate, StatisticsCount> counts = new TreeMap<>();

  public Statistics(ZoneId zone, StatisticsPeriod span) {
    this.zone = zone;
    this.span = span;
  }

  /// Counts an entry in the period of its day.
  public void add(JournalEntry entry) {
    LocalDate day = entry.at().corrected().toInstant().atZone(zone).toLocalDate();
    LocalDate first =
        switch (span) {
          case DAY -> day;
          case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
          case MONTH -> day.withDayOfMonth(1);
        };
    boolean accepted = entry.has(Mark.Accepted.class);
    boolean refused = entry.has(Mark.RequestRefused.class);
    boolean staff = entry.has(Mark.StaffLine.class);
    StatisticsCount before = counts.getOrDefault(first, StatisticsCount.NONE);
    CirculationEvent what = entry.what();
    counts.put(
        first,
        new StatisticsCount(
            before.checkouts() + (what instanceof CirculationEvent.LoanAsked && accepted ? 1 : 0),
            before.offline() + (what instanceof CirculationEvent.LoanGiven ? 1 : 0),
            before.returns() + (what instanceof CirculationEvent.ItemReturned ? 1 : 0),
            before.renewals() + (what instanceof CirculationEvent.RenewAsked && accepted ? 1 : 0),
            before.holds() + (what instanceof CirculationEvent.HoldAsked && accepted ? 1 : 0),
            before.refused() + (refused ? 1 : 0),
            before.staff() + (staff ? 1 : 0)));
  }

  /// The counts by first day of the period.
  public Map<LocalDate, StatisticsCount> counts() {
    return new TreeMap<>(counts);
  }

  /// The counts as CSV (RFC 4180): a header, and a line for each period with any entry.
  public List<String> csv() {
    List<String> lines = new ArrayList<>();
    lines.add("from,checkouts,offline_loans,returns,renewals,holds,refused,to_staff");
    counts.forEach(
        (from, count) ->
            lines.add(
                "%s,%d,%d,%d,%d,%d,%d,%d"
                    .formatted(
                        from,
                        count.checkouts(),
                        count.offline(),
                        count.returns(),
                        count.renewals(),
                        count.holds(),
                        count.refused(),
                        count.staff())));
    return lines;
  }
}
