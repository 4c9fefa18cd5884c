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

/// Cards that have been with staff for [SqliteJournal#STAFF_KEEPS_CARD] leave the station: they are
/// written into a file that only the site's private recovery key opens, and erased here. The tasks
/// stay on the to-do list, by item and time.
public final class StaleCards {
  /// How often it is looked; a day more or less is nothing to thirty.
  public static final Duration EVERY = Duration.ofHours(1);

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'cards-'uuuuMMdd-HHmmss'.txt'", Locale.ROOT);
  private static final Logger log = LoggerFactory.getLogger(StaleCards.class);

  private final OpenJournal journal;
  private final LibraryKey key;
  private final Path exports;
  private final Supplier<EventTime> clock;

  /// @param key the public half: whoever holds the other reads the file
  /// @param exports directory of the files; made when the first is due
  public StaleCards(OpenJournal journal, LibraryKey key, Path exports, Supplier<EventTime> clock) {
    this.journal = journal;
    this.key = key;
    this.exports = exports;
    this.clock = clock;
  }

  /// @return how many cards left; none while the clock is in doubt
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
        log.info("{} cards that staff had for long were exported to {} and erased", gone, file);
      }
      return gone;
    } catch (IOException | JournalException e) {
      log.warn("cards that staff had for long could not be exported: {}", e.getMessage());
      return 0;
    }
  }
}
