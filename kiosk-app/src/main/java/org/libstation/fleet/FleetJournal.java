package org.libstation.fleet;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.libstation.journal.JournalEntry;

/// How the journal is read, beside whoever writes it.
@FunctionalInterface
public interface FleetJournal {

  /// Opens it for one look; does nothing where there is none yet.
  ///
  /// @throws org.libstation.journal.JournalException when it cannot be read; its own check says so
  void look(Consumer<FleetJournalReading> look);

  /// A journal that is open.
  interface FleetJournalReading {
    /// Every entry from this number on, by number.
    Stream<JournalEntry> from(long number);

    /// What is not closed.
    List<JournalEntry> open();
  }
}
