package org.libstation.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/// How far a start has come and when, for whoever measures it: `-Dlibstation.marks=FILE` names the
/// file, which gets a line each: milliseconds of the wall clock, of the process's processor time,
/// and what begins then. Without it nothing is written.
public final class StartMarks {
  /// Names the file.
  public static final String PROPERTY = "libstation.marks";

  private StartMarks() {}

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
      // Whoever measures finds it missing.
    }
  }
}
