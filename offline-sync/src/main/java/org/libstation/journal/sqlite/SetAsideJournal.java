package org.libstation.journal.sqlite;

import java.nio.file.Path;

/// A damaged journal that was set aside.
///
/// @param directory with its files, under their old names
/// @param salvaged whether [JournalSalvage] has processed it
public record SetAsideJournal(Path directory, boolean salvaged) {

  /// Returns the number after which the journal that gave this number counted. Each journal that
  /// follows one set aside begins far above it.
  public static long beginOf(long number) {
    return number / SetAsideFiles.GENERATION * SetAsideFiles.GENERATION;
  }
}
