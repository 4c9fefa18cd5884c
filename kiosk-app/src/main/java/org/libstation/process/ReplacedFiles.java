package org.libstation.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Tells whether this process still uses files of the machine that were replaced: Java, or a
/// library that Debian's updates brought anew. The kernel keeps the old ones until the process
/// ends.
public final class ReplacedFiles {
  /// proc(5): one mapped file a line; the kernel adds the mark when the file has no name any more.
  private static final Path MAPS = Path.of("/proc/self/maps");

  private static final String OF_THE_MACHINE = " /usr/";
  private static final String NAMELESS = " (deleted)";

  private ReplacedFiles() {}

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
