package org.libstation.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Detects that this process still uses files that were replaced on the machine: Java, or a library
/// that a Debian update changed. The kernel keeps the old files until the process ends.
public final class ReplacedFiles {
  /// Mapped files, one on each line: proc(5). The kernel adds a mark if a file was deleted.
  private static final Path MAPS = Path.of("/proc/self/maps");

  private static final String OF_THE_MACHINE = " /usr/";
  private static final String NAMELESS = " (deleted)";

  private ReplacedFiles() {}

  /// Whether any such file is in use; false if that cannot be read.
  public static boolean any() {
    return any(MAPS);
  }

  static boolean any(Path maps) {
    try (Stream<String> lines = Files.lines(maps)) {
      return lines.anyMatch(line -> line.endsWith(NAMELESS) && line.contains(OF_THE_MACHINE));
    } catch (IOException | UncheckedIOException _) {
      return false;
    }
  }
}
