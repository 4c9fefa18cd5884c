package org.libstation.journal.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// What a wiring does that writes the high-water mark first and the journal after it.
public final class MarkAhead {
  private MarkAhead() {}

  /// @param directory the journal's
  public static void write(Path directory) {
    HighWaterFile file = HighWaterFile.of(directory);
    try {
      HighWater ahead = file.read().orElseThrow().after(1, 0, Instant.EPOCH);
      HighWaterFile beside = HighWaterFile.of(directory.resolveSibling("ahead"));
      beside.begin(ahead).close();
      // Over the file that is there, as its writer does.
      Files.write(file.file(), Files.readAllBytes(beside.file()));
      beside.delete();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
