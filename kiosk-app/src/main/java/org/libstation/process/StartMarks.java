package org.libstation.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/// Records the progress of a start for measurements. `-Dlibstation.marks=FILE` names the file,
/// otherwise nothing is written. Each line has the milliseconds of the wall clock, those of the
/// process's CPU time, and what begins then.
public final class StartMarks {
  /// System property that names the file.
  public static final String PROPERTY = "libstation.marks";

  private StartMarks() {}

  /// Writes a mark.
  ///
  /// @param begins what begins now
  public static void mark(String begins) {
    String file = System.getProperty(PROPERTY);
    if (file == null) {
      return;
    }
    long processor =
        ProcessHandle.current().info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
    String line = System.currentTimeMillis() + " " + processor + " " + begins + "\n";
    try {
      Files.writeString(Path.of(file), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException _) {
      // Whoever measures notices that the mark is missing.
    }
  }
}
