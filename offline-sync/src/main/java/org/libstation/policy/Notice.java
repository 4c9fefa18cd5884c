package org.libstation.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// A notice of the library for its patrons.
///
/// @param announcedAt nobody is shown it before
/// @param from first day on which it is shown
/// @param to first day on which it is not shown any more; empty when it stays
/// @param supersedes the notice whose place it takes
/// @param words by language tag (`zh-Hant-HK`, `zh-Hans`, `en`)
public record Notice(
    String id,
    Instant announcedAt,
    LocalDate from,
    Optional<LocalDate> to,
    Optional<String> supersedes,
    Map<String, String> words,
    Origin origin) {
  public Notice {
    words = Map.copyOf(words);
  }

  public boolean shownOn(LocalDate day) {
    return !day.isBefore(from) && (to.isEmpty() || day.isBefore(to.get()));
  }
}
