package org.libstation.fleet;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.libstation.journal.JournalEntry;

/// Reads the journal while another thread or process writes it.
@FunctionalInterface
public interface FleetJournal {

  /// Opens the journal for one reading; does nothing if there is no journal yet.
  ///
  /// @throws org.libstation.journal.JournalException when it cannot be read; the journal's own
  ///   check reports that
  void look(Consumer<FleetJournalReading> look);

  /// An open journal.
  interface FleetJournalReading {
    /// All entries with this number or a higher one, in order of number.
    Stream<JournalEntry> from(long number);

    /// Entries that are not closed.
    List<JournalEntry> open();
  }
}
