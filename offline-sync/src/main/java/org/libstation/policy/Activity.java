package org.libstation.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;

/// An event that the library offers, such as a talk or a story hour.
///
/// @param announcedAt when it became known; it is not shown earlier
/// @param date its day, or the first of its days
/// @param lastDate its last day, if it has several
/// @param begins time of day at which it begins on each day
/// @param ends time of day at which it ends; empty if not known
/// @param place the service point where it is; empty if it is elsewhere
/// @param title by language tag
/// @param venue the room, by language tag
/// @param type the kind of activity in a word or two, by language tag
public record Activity(
    String id,
    Instant announcedAt,
    LocalDate date,
    Optional<LocalDate> lastDate,
    LocalTime begins,
    Optional<LocalTime> ends,
    Optional<String> place,
    Map<String, String> title,
    Map<String, String> venue,
    Map<String, String> type,
    Origin origin) {
  public Activity {
    title = Map.copyOf(title);
    venue = Map.copyOf(venue);
    type = Map.copyOf(type);
  }

  /// Whether the activity is not over yet.
  ///
  /// @param now in the zone of its place
  public boolean isComing(LocalDateTime now) {
    LocalDate last = lastDate.orElse(date);
    return now.isBefore(ends.map(last::atTime).orElseGet(() -> last.plusDays(1).atStartOfDay()));
  }
}
