package org.libstation.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A notice of the library for its patrons.
///
/// @param announcedAt when it became known; it is not shown earlier
/// @param from first day on which it is shown
/// @param to first day on which it is no longer shown; empty if it stays
/// @param supersedes the notice that it replaces
/// @param places service points it is about; empty means all
/// @param valid the days it is about, if they differ from the days on which it is shown
/// @param window the window whose days it announces, so that its dates are those that fines are
///   counted by
/// @param head its heading by language tag; empty if it has none
/// @param words its text by language tag (`zh-Hant-HK`, `zh-Hans`, `en`)
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

  /// The days a notice is about.
  ///
  /// @param to the first day after them; empty if the end is not known yet
  public record NoticePeriod(LocalDate from, Optional<LocalDate> to) {}

  public boolean shownOn(LocalDate day) {
    return !day.isBefore(from) && (to.isEmpty() || day.isBefore(to.get()));
  }

  /// The days that the notice is about.
  public NoticePeriod days() {
    return valid.orElseGet(() -> new NoticePeriod(from, to));
  }
}
