package org.libstation.policy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the news for patrons: notices and activities.
final class NewsReader {
  private NewsReader() {}

  static List<Notice> notices(Section all) {
    List<Notice> notices = new ArrayList<>();
    all.named("notices").forEach((id, section) -> notices.add(notice(id, section)));
    return notices;
  }

  private static Notice notice(String id, Section section) {
    LocalDate from = WindowReader.from(section);
    return new Notice(
        id,
        PlaceReader.announcedAt(section),
        from,
        WindowReader.to(section, from),
        section.optional("supersedes", "the name of a notice", PolicyValues::text),
        section.namesOrAll("places"),
        section.part("valid").map(NewsReader::span),
        section.optional("window", "the name of a window", PolicyValues::text),
        section.part("head").map(PlaceReader::words).orElse(Map.of()),
        PlaceReader.words(section.section("words")),
        section.origin());
  }

  private static Notice.NoticePeriod span(Section section) {
    LocalDate from = WindowReader.from(section);
    return new Notice.NoticePeriod(from, WindowReader.to(section, from));
  }

  static List<Activity> activities(Section all) {
    List<Activity> activities = new ArrayList<>();
    all.named("activities").forEach((id, section) -> activities.add(activity(id, section)));
    return activities;
  }

  private static Activity activity(String id, Section section) {
    LocalDate date =
        section.needed("date", PolicyValues.A_DATE, PolicyValues::date, LocalDate.EPOCH);
    Optional<LocalDate> lastDate =
        section.optional("lastDate", PolicyValues.A_DATE, PolicyValues::date);
    if (lastDate.isPresent() && lastDate.get().isBefore(date)) {
      section.fault("lastDate", "it ends " + lastDate.get() + ", before it begins " + date);
    }
    LocalTime begins =
        section.needed("begins", PolicyValues.A_TIME, PolicyValues::time, LocalTime.MIN);
    Optional<LocalTime> ends = section.optional("ends", PolicyValues.A_TIME, PolicyValues::time);
    if (ends.isPresent() && !ends.get().isAfter(begins)) {
      section.fault("ends", "it ends " + ends.get() + ", before it begins " + begins);
    }
    return new Activity(
        id,
        PlaceReader.announcedAt(section),
        date,
        lastDate,
        begins,
        ends,
        section.optional("place", "the name of a place", PolicyValues::text),
        PlaceReader.words(section.section("title")),
        PlaceReader.words(section.section("venue")),
        PlaceReader.words(section.section("type")),
        section.origin());
  }
}
