package org.libstation.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.fines.ClosedReason;
import org.libstation.fines.OpenHours;

/// When a service point is open for people, by its calendar as it was known at a moment. Fines use
/// [org.libstation.fines.OpeningCalendar] instead, in which a day that was open for an hour before
/// a gale is a gale day.
public final class OpeningTimes {
  /// How many days ahead the spans are computed. A place that never closes is shown as open until
  /// then.
  static final int DAYS_AHEAD = 60;

  private final PlaceCalendar calendar;
  private final ZoneId zone;
  private final Instant known;

  OpeningTimes(PlaceCalendar calendar, ZoneId zone, Instant known) {
    this.calendar = calendar;
    this.zone = zone;
    this.known = known;
  }

  /// Whether a place is open on a day.
  public sealed interface OpeningDay {
    record Closed(ClosedReason reason) implements OpeningDay {}

    /// The place is open.
    ///
    /// @param hours empty if it is open all day
    /// @param why why the hours differ from the weekday's; empty if they do not
    record Open(Optional<OpenHours> hours, Optional<PlaceCalendar.CalendarReason> why)
        implements OpeningDay {}
  }

  /// A span of uninterrupted opening, `[from, to)`.
  public record OpeningInterval(Instant from, Instant to) {}

  public ZoneId zone() {
    return zone;
  }

  public OpeningDay on(LocalDate day) {
    Optional<OpenHours> usual = Optional.ofNullable(calendar.hours().get(day.getDayOfWeek()));
    return announced(day)
        .<OpeningDay>map(
            change ->
                switch (change.day()) {
                  case PlaceCalendar.CalendarDay.ClosedDay(var reason) ->
                      new OpeningDay.Closed(reason);
                  case PlaceCalendar.CalendarDay.PartlyOpen(var hours, var why) ->
                      new OpeningDay.Open(Optional.of(hours), Optional.of(why));
                  case PlaceCalendar.CalendarDay.OpenAnyway() ->
                      new OpeningDay.Open(usual, Optional.empty());
                })
        .orElseGet(
            () ->
                calendar.closedWeekly().contains(day.getDayOfWeek())
                    ? new OpeningDay.Closed(ClosedReason.WEEKLY)
                    : new OpeningDay.Open(usual, Optional.empty()));
  }

  /// The last announcement about this day.
  public Optional<PlaceCalendar.CalendarChange> announced(LocalDate day) {
    return calendar.changes().stream()
        .filter(change -> !change.announcedAt().isAfter(known))
        .filter(change -> change.days().contains(day))
        .reduce((_, later) -> later);
  }

  /// The opening spans that are not over at a moment, in order.
  ///
  /// @param most largest number of spans
  public List<OpeningInterval> spans(Instant from, int most) {
    List<OpeningInterval> all = new ArrayList<>();
    LocalDate first = LocalDate.ofInstant(from, zone);
    // One more span than is asked for, because the last one may continue after midnight.
    for (int i = 0; i <= DAYS_AHEAD && all.size() <= most; i++) {
      LocalDate day = first.plusDays(i);
      if (on(day) instanceof OpeningDay.Open open) {
        add(all, span(day, open.hours()));
      }
    }
    all.removeIf(span -> !span.to().isAfter(from));
    return List.copyOf(all.subList(0, Math.min(most, all.size())));
  }

  private static void add(List<OpeningInterval> all, OpeningInterval next) {
    if (!all.isEmpty() && !next.from().isAfter(all.getLast().to())) {
      all.set(all.size() - 1, new OpeningInterval(all.getLast().from(), next.to()));
    } else {
      all.add(next);
    }
  }

  private OpeningInterval span(LocalDate day, Optional<OpenHours> hours) {
    LocalDateTime from = day.atTime(hours.map(OpenHours::opens).orElse(LocalTime.MIDNIGHT));
    LocalTime closes = hours.map(OpenHours::closes).orElse(LocalTime.MIDNIGHT);
    LocalDateTime to =
        closes.equals(LocalTime.MIDNIGHT) ? day.plusDays(1).atStartOfDay() : day.atTime(closes);
    return new OpeningInterval(from.atZone(zone).toInstant(), to.atZone(zone).toInstant());
  }
}
