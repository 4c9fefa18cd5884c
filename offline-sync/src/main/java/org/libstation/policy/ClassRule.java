package org.libstation.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// The rules of a lending class since one announcement. Of those in force at a moment, the last one
/// holds.
///
/// @param announcedAt empty: always known
/// @param from first day on which they hold; empty: from the announcement
public record ClassRule(
    Optional<Instant> announcedAt,
    Optional<LocalDate> from,
    LendingClass lendingClass,
    Origin origin) {

  /// The first moment at which the rules hold; empty if they always have.
  Optional<Instant> begins(ZoneId zone) {
    Optional<Instant> day = from.map(date -> date.atStartOfDay(zone).toInstant());
    if (day.isEmpty() || announcedAt.isEmpty()) {
      return day.or(() -> announcedAt);
    }
    return day.get().isAfter(announcedAt.get()) ? day : announcedAt;
  }
}
