package org.libstation.policy.ical;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Reads the all-day events of an iCalendar file as holidays.
public final class Holidays {
  private static final int MOST_DAYS = 31;

  private final List<Holiday> found = new ArrayList<>();
  private final List<String> passedOver = new ArrayList<>();

  private Holidays() {}

  /// One holiday.
  ///
  /// @param to the first day after it
  public record Holiday(LocalDate from, LocalDate to, String name) {}

  /// The content of a file.
  ///
  /// @param holidays sorted by date
  /// @param passedOver events that are no holidays by themselves, each with the reason
  public record HolidaysFound(List<Holiday> holidays, List<String> passedOver) {
    public HolidaysFound {
      holidays = List.copyOf(holidays);
      passedOver = List.copyOf(passedOver);
    }
  }

  /// Reads a file and leaves it open. Dates are taken as written, regardless of this machine's time
  /// zone.
  ///
  /// @return empty if it is no iCalendar file
  /// @throws IOException if it cannot be read
  public static Optional<HolidaysFound> read(Reader in) throws IOException {
    List<ICalendar> calendars = Biweekly.parse(in).all();
    if (calendars.isEmpty()) {
      return Optional.empty();
    }
    Holidays holidays = new Holidays();
    calendars.stream().flatMap(calendar -> calendar.getEvents().stream()).forEach(holidays::add);
    return Optional.of(
        new HolidaysFound(
            holidays.found.stream().sorted(Comparator.comparing(Holiday::from)).toList(),
            holidays.passedOver));
  }

  private void add(VEvent event) {
    String name = event.getSummary() == null ? "(no name)" : event.getSummary().getValue();
    Optional<LocalDate> from =
        Optional.ofNullable(event.getDateStart()).flatMap(start -> day(start.getValue()));
    if (from.isEmpty()) {
      passedOver.add(name + ": it does not begin with a day (a date without a time)");
      return;
    }
    if (event.getRecurrenceRule() != null) {
      passedOver.add(name + " (" + from.get() + "): it repeats by a rule; write its days yourself");
      return;
    }
    LocalDate to =
        Optional.ofNullable(event.getDateEnd())
            .flatMap(end -> day(end.getValue()))
            .filter(end -> end.isAfter(from.get()))
            .orElse(from.get().plusDays(1));
    if (to.isAfter(from.get().plusDays(MOST_DAYS))) {
      passedOver.add(name + " (" + from.get() + "): it lasts more than " + MOST_DAYS + " days");
      return;
    }
    found.add(new Holiday(from.get(), to, name.strip()));
  }

  private static Optional<LocalDate> day(ICalDate date) {
    if (date == null || date.hasTime() || date.getRawComponents() == null) {
      return Optional.empty();
    }
    DateTimeComponents raw = date.getRawComponents();
    try {
      return Optional.of(LocalDate.of(raw.getYear(), raw.getMonth(), raw.getDate()));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
