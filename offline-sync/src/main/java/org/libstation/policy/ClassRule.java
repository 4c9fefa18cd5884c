package org.libstation.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// The rules of a lending class as of one announcement. The last one in force at a moment holds.
///
/// @param announcedAt empty: they have always been known
/// @param from the day on which they begin; empty: with the announcement
public record ClassRule(
    Optional<Instant> announcedAt,
    Optional<LocalDate> from,
    LendingClass lendingClass,
    Origin origin) {

  /// The first moment at which they hold; empty when they always have.
  Optional<Instant> begins(ZoneId zone) {
    Optional<Instant> day = from.map(date -> date.atStartOfDay(zone).toInstant());
    if (day.isEmpty() || announcedAt.isEmpty()) {
      return day.or(() -> announcedAt);
    }
    return day.get().isAfter(announcedAt.get()) ? day : announcedAt;
  }
}
