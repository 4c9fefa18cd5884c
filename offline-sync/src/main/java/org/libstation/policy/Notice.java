package org.libstation.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A notice of the library for its patrons.
///
/// @param announcedAt nobody is shown it before
/// @param from first day on which it is shown
/// @param to first day on which it is not shown any more; empty when it stays
/// @param supersedes the notice whose place it takes
/// @param places service points it speaks of; empty means all
/// @param valid the days it speaks of, where they are not those on which it is shown
/// @param window the window whose days it tells, so that its dates are those that are counted by
/// @param head its first words by language tag; empty when it has none
/// @param words by language tag (`zh-Hant-HK`, `zh-Hans`, `en`)
public record Notice(
    String id,
    Instant announcedAt,
    LocalDate from,
    Optional<LocalDate> to,
    Optional<String> supersedes,
    Set<String> places,
    Optional<NoticePeriod> valid,
    Optional<String> window,
    Map<String, String> head,
    Map<String, String> words,
    Origin origin) {
  public Notice {
    places = Set.copyOf(places);
    head = Map.copyOf(head);
    words = Map.copyOf(words);
  }

  /// @param to the first day after it; empty while nobody has said when
  public record NoticePeriod(LocalDate from, Optional<LocalDate> to) {}

  public boolean shownOn(LocalDate day) {
    return !day.isBefore(from) && (to.isEmpty() || day.isBefore(to.get()));
  }

  /// The days it speaks of.
  public NoticePeriod days() {
    return valid.orElseGet(() -> new NoticePeriod(from, to));
  }
}
