package org.libstation.station.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;
import org.libstation.circulation.EventTime;
import org.libstation.journal.JournalException;
import org.libstation.journal.sqlite.LibraryKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes card numbers that staff have had for [SqliteJournal#STAFF_KEEPS_CARD]. They are exported
/// to a file that only the site's private recovery key opens, then erased from the journal. The
/// tasks stay on the staff task list, by item and time.
public final class StaleCards {
  /// Interval between two checks; an hour hardly matters against thirty days.
  public static final Duration EVERY = Duration.ofHours(1);

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'cards-'uuuuMMdd-HHmmss'.txt'", Locale.ROOT);
  private static final Logger log = LoggerFactory.getLogger(StaleCards.class);

  private final OpenJournal journal;
  private final LibraryKey key;
  private final Path exports;
  private final Supplier<EventTime> clock;

  /// @param key the public half of the recovery key; the private half opens the files
  /// @param exports directory of the files; created with the first file
  public StaleCards(OpenJournal journal, LibraryKey key, Path exports, Supplier<EventTime> clock) {
    this.journal = journal;
    this.key = key;
    this.exports = exports;
    this.clock = clock;
  }

  /// Exports and erases the card numbers that are due.
  ///
  /// @return how many cards were exported; 0 while the clock is in doubt
  public int leave() {
    EventTime now = clock.get();
    if (now.doubtful() || journal.journal().isEmpty()) {
      return 0;
    }
    Path file = exports.resolve(NAME.format(now.corrected()));
    try {
      Files.createDirectories(exports);
      int gone = journal.usable().exportStale(now.corrected().toInstant(), key, file);
      if (gone > 0) {
        log.info("{} card numbers of old staff tasks were exported to {} and erased", gone, file);
      }
      return gone;
    } catch (IOException | JournalException e) {
      log.warn("card numbers of old staff tasks could not be exported: {}", e.getMessage());
      return 0;
    }
  }
}
