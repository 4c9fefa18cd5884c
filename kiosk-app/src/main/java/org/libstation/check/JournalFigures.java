package org.libstation.check;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.libstation.circulation.CirculationEvent;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;

/// Counts a journal's entries by hour or day, without items, cards or names.
public final class JournalFigures {
  private static final int HOURS = 24;
  private static final int DAYS = 30;

  private final Map<ZonedDateTime, PeriodCount> slots = new TreeMap<>();
  private final Map<String, Integer> refusals = new TreeMap<>();
  private final ZoneId zone;
  private final ChronoUnit unit;
  private final Instant from;

  /// Counts of one hour or day.
  public record PeriodCount(int checkouts, int returns, int renewals, int refused) {
    static final PeriodCount NONE = new PeriodCount(0, 0, 0, 0);

    PeriodCount plus(int out, int in, int renewed, int no) {
      return new PeriodCount(checkouts + out, returns + in, renewals + renewed, refused + no);
    }
  }

  private JournalFigures(ZoneId zone, ChronoUnit unit, Instant from) {
    this.zone = zone;
    this.unit = unit;
    this.from = from;
  }

  /// Makes empty figures for the last 24 hours or the last 30 days.
  public static JournalFigures recent(boolean month, Instant now, ZoneId zone) {
    ChronoUnit unit = month ? ChronoUnit.DAYS : ChronoUnit.HOURS;
    ZonedDateTime last = now.atZone(zone).truncatedTo(unit);
    int many = month ? DAYS : HOURS;
    ZonedDateTime first = last.minus(many - 1L, unit);
    JournalFigures figures = new JournalFigures(zone, unit, first.toInstant());
    for (int i = 0; i < many; i++) {
      figures.slots.put(first.plus(i, unit), PeriodCount.NONE);
    }
    return figures;
  }

  /// Counts an entry; entries before the first slot are ignored.
  public void add(JournalEntry entry) {
    Instant at = entry.at().corrected().toInstant();
    if (at.isBefore(from)) {
      return;
    }
    ZonedDateTime slot = at.atZone(zone).truncatedTo(unit);
    PeriodCount before = slots.getOrDefault(slot, PeriodCount.NONE);
    int refused = 0;
    for (JournalEntry.Noted noted : entry.marks()) {
      if (noted.mark() instanceof Mark.RequestRefused no) {
        refused++;
        refusals.merge(no.reason().name(), 1, Integer::sum);
      }
    }
    PeriodCount after =
        switch (entry.what()) {
          case CirculationEvent.LoanAsked _ ->
              before.plus(entry.has(Mark.Accepted.class) ? 1 : 0, 0, 0, refused);
          case CirculationEvent.LoanGiven _ -> before.plus(1, 0, 0, refused);
          case CirculationEvent.ItemReturned _ -> before.plus(0, 1, 0, refused);
          case CirculationEvent.RenewAsked _ ->
              before.plus(0, 0, entry.has(Mark.Accepted.class) ? 1 : 0, refused);
          // An object without a number becomes a return once a person identifies it.
          case CirculationEvent.NoMove _ -> before.plus(0, 0, 0, refused);
        };
    slots.put(slot, after);
  }

  /// The counts, in order of time.
  public Map<ZonedDateTime, PeriodCount> slots() {
    return new TreeMap<>(slots);
  }

  /// The number of refusals by reason.
  public Map<String, Integer> refusals() {
    return Map.copyOf(refusals);
  }

  /// The hour of the day, or the day of the month, of a slot.
  public int name(ZonedDateTime slot) {
    return unit == ChronoUnit.HOURS ? slot.getHour() : slot.getDayOfMonth();
  }

  /// The hours that belong to a slot.
  public List<Instant> hoursOf(ZonedDateTime slot) {
    List<Instant> hours = new ArrayList<>();
    for (ZonedDateTime at = slot; at.isBefore(slot.plus(1, unit)); at = at.plusHours(1)) {
      hours.add(at.toInstant());
    }
    return hours;
  }
}
