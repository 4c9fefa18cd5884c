package org.libstation.policy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.libstation.fines.ClosedReason;
import org.libstation.fines.EffectiveReturn;
import org.libstation.fines.OpenHours;
import org.libstation.policy.PlaceCalendar.CalendarChange;
import org.libstation.policy.PlaceCalendar.CalendarDay;
import org.libstation.policy.PlaceCalendar.CalendarReason;

/// Reads service points and their calendars.
final class PlaceReader {
  static final List<String> LANGUAGES = List.of("en", "zh-Hans", "zh-Hant-HK");

  private static final int MOST_DAYS = 1000;
  private static final LocalTime OPENING_RUN = LocalTime.of(9, 0);

  private PlaceReader() {}

  static Map<String, ServicePoint> places(Section all, ZoneId zone) {
    Map<String, ServicePoint> places = new LinkedHashMap<>();
    all.named("places").forEach((id, section) -> places.put(id, place(id, section, zone)));
    if (places.isEmpty()) {
      all.fault("places", "expected at least one service point");
    }
    return places;
  }

  private static ServicePoint place(String id, Section section, ZoneId zone) {
    return new ServicePoint(
        id,
        section.needed(
            "kind",
            PolicyValues.words(ServicePoint.ServicePointKind.class),
            text -> PolicyValues.name(ServicePoint.ServicePointKind.class, text),
            ServicePoint.ServicePointKind.LIBRARY),
        words(section.section("name")),
        section.optional("zone", "a zone like Asia/Hong_Kong", PolicyValues::zone).orElse(zone),
        section.needed("calendar", "the name of a calendar", PolicyValues::text, ""),
        section
            .optional(
                "returns",
                PolicyValues.words(EffectiveReturn.EffectiveReturnRule.class),
                text -> PolicyValues.name(EffectiveReturn.EffectiveReturnRule.class, text))
            .orElse(EffectiveReturn.EffectiveReturnRule.EVENT_TIME),
        section.optional("openingRun", PolicyValues.A_TIME, PolicyValues::time).orElse(OPENING_RUN),
        section.origin());
  }

  /// Reads one text in the three languages.
  static Map<String, String> words(Section section) {
    Map<String, String> words = new LinkedHashMap<>();
    for (String language : LANGUAGES) {
      words.put(language, section.needed(language, "it in this language", PolicyValues::text, ""));
    }
    return words;
  }

  static Map<String, PlaceCalendar> calendars(Section all) {
    Map<String, PlaceCalendar> calendars = new LinkedHashMap<>();
    all.named("calendars").forEach((id, section) -> calendars.put(id, calendar(id, section)));
    return calendars;
  }

  private static PlaceCalendar calendar(String id, Section section) {
    Set<DayOfWeek> closed = EnumSet.noneOf(DayOfWeek.class);
    Map<DayOfWeek, OpenHours> hours = new EnumMap<>(DayOfWeek.class);
    week(section.partOrNothing("week"), closed, hours);
    if (closed.size() == DayOfWeek.values().length) {
      section.fault("week", "expected at least one open weekday");
      closed.clear();
    }
    List<CalendarChange> changes = new ArrayList<>();
    for (Section change : section.sections("changes")) {
      change(changes.size() + 1, change).ifPresent(changes::add);
    }
    return new PlaceCalendar(
        id,
        section.needed("version", "a name without spaces", PolicyValues::word, ""),
        closed,
        hours,
        changes,
        section.origin());
  }

  private static void week(Section week, Set<DayOfWeek> closed, Map<DayOfWeek, OpenHours> hours) {
    for (DayOfWeek day : DayOfWeek.values()) {
      week.optional(
              day.name().toLowerCase(Locale.ROOT),
              "hours like 09:00-20:00, closed, or open (all day)",
              PlaceReader::weekday)
          .ifPresent(
              found -> {
                switch (found) {
                  case CalendarDay.ClosedDay _ -> closed.add(day);
                  case CalendarDay.PartlyOpen(var open, _) -> hours.put(day, open);
                  case CalendarDay.OpenAnyway() -> {}
                }
              });
    }
  }

  private static Optional<CalendarDay> weekday(String text) {
    return switch (text) {
      case "closed" -> Optional.of(new CalendarDay.ClosedDay(ClosedReason.WEEKLY));
      case "open" -> Optional.of(new CalendarDay.OpenAnyway());
      default ->
          PolicyValues.hours(text)
              .map(hours -> new CalendarDay.PartlyOpen(hours, CalendarReason.OTHER));
    };
  }

  private static Optional<CalendarChange> change(int number, Section section) {
    Instant announcedAt = announcedAt(section);
    Set<LocalDate> days =
        new TreeSet<>(section.list("days", PolicyValues.A_DATE, PolicyValues::date));
    days.addAll(span(section));
    if (days.isEmpty()) {
      section.fault("expected days, or from and to: it matches no day");
    }
    Optional<CalendarDay> day = day(section);
    return day.map(
        what ->
            new CalendarChange(
                number,
                announcedAt,
                days,
                what,
                section.optional("what", "text", PolicyValues::text),
                section.origin()));
  }

  /// The days from `from` up to the day before `to`.
  private static Set<LocalDate> span(Section section) {
    Optional<LocalDate> from = section.optional("from", PolicyValues.A_DATE, PolicyValues::date);
    Optional<LocalDate> to =
        section.optional(
            "to", PolicyValues.A_DATE + ", the first day after it", PolicyValues::date);
    if (from.isEmpty() || to.isEmpty()) {
      if (section.has("from") != section.has("to")) {
        section.fault("expected both from and to");
      }
      return Set.of();
    }
    if (to.get().isBefore(from.get())) {
      section.fault("to", "it ends " + to.get() + ", before it begins " + from.get());
      return Set.of();
    }
    if (from.get().plusDays(MOST_DAYS).isBefore(to.get())) {
      section.fault("to", "expected at most " + MOST_DAYS + " days");
      return Set.of();
    }
    return new TreeSet<>(from.get().datesUntil(to.get()).toList());
  }

  private static Optional<CalendarDay> day(Section section) {
    Optional<ClosedReason> closed =
        section.optional(
            "closed",
            "holiday, gale, maintenance or emergency",
            text ->
                PolicyValues.name(ClosedReason.class, text)
                    .filter(reason -> reason != ClosedReason.WEEKLY));
    Optional<OpenHours> hours =
        section.optional("hours", "hours like 09:00-17:00", PolicyValues::hours);
    Optional<Boolean> open =
        section.optional(
            "open", "true", text -> PolicyValues.yesOrNo(text).filter(Boolean::booleanValue));
    Optional<CalendarReason> why =
        section.optional(
            "why",
            PolicyValues.words(CalendarReason.class),
            text -> PolicyValues.name(CalendarReason.class, text));
    int said =
        (closed.isPresent() ? 1 : 0) + (hours.isPresent() ? 1 : 0) + (open.isPresent() ? 1 : 0);
    if (said != 1) {
      section.fault("expected one of closed, hours, open");
      return Optional.empty();
    }
    if (hours.isPresent() != why.isPresent()) {
      section.fault("expected why together with hours, and with nothing else");
    }
    return closed
        .<CalendarDay>map(CalendarDay.ClosedDay::new)
        .or(
            () ->
                hours.map(
                    part -> new CalendarDay.PartlyOpen(part, why.orElse(CalendarReason.OTHER))))
        .or(() -> Optional.of(new CalendarDay.OpenAnyway()));
  }

  static Instant announcedAt(Section section) {
    return section.needed(
        "announcedAt", PolicyValues.A_MOMENT, PolicyValues::moment, Instant.EPOCH);
  }
}
