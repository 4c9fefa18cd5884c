package org.libstation.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;

/// Something that the library offers on a day: a talk, an hour of stories.
///
/// @param announcedAt nobody is shown it before
/// @param date its day, or the first of its days
/// @param lastDate its last day, where it has several
/// @param begins at this time of each day
/// @param ends empty when nobody has said
/// @param place the service point where it is; empty when it is at none of them
/// @param title by language tag
/// @param venue the room, by language tag
/// @param type what kind of activity it is, in a word or two, by language tag
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

  /// Whether somebody can still come to it.
  ///
  /// @param now in the zone of its place
  public boolean isComing(LocalDateTime now) {
    LocalDate last = lastDate.orElse(date);
    return now.isBefore(ends.map(last::atTime).orElseGet(() -> last.plusDays(1).atStartOfDay()));
  }
}
