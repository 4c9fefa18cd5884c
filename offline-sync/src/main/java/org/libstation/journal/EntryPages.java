package org.libstation.journal;

import java.util.List;
import java.util.stream.Stream;

/// A journal's entries, to be read from the first to the last. They are read a page at a time, so
/// that nobody who writes waits long and a journal of any length is read.
@FunctionalInterface
public interface EntryPages {
  int PAGE = 1000;

  /// Everything, by number, from `from` on, at most `limit`.
  List<JournalEntry> all(long from, int limit);

  /// Every entry from this number on, by number.
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
