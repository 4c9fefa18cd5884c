package org.libstation.journal;

import java.util.List;
import java.util.stream.Stream;

/// Reads the entries of a journal from the first to the last. It reads page by page, so that a
/// writer never waits long and a journal may have any length.
@FunctionalInterface
public interface EntryPages {
  /// Number of entries in a page.
  int PAGE = 1000;

  /// Returns at most `limit` entries, by number, beginning with number `from`.
  List<JournalEntry> all(long from, int limit);

  /// Returns every entry from this number on, by number.
  default Stream<JournalEntry> from(long number) {
    return Stream.iterate(
            all(number, PAGE), page -> !page.isEmpty(), page -> all(after(page), PAGE))
        .flatMap(List::stream);
  }

  private static long after(List<JournalEntry> page) {
    return page.getLast().number() + 1;
  }

  default Iterable<JournalEntry> each() {
    return () -> from(1).iterator();
  }

  default List<JournalEntry> everything() {
    return from(1).toList();
  }
}
