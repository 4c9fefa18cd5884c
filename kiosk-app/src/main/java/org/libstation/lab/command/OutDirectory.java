package org.libstation.lab.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.libstation.station.driven.ScenarioProblem;

/// Prepares a directory for the files of a scenario or a demo. It empties only a directory that
/// such a run made; any other directory with files in it is refused and left alone.
final class OutDirectory {
  private static final String MARK = ".libstation-out";

  private OutDirectory() {}

  /// @throws ScenarioProblem when the directory holds files that are not ours
  static void prepare(Path directory) throws ScenarioProblem {
    try {
      if (Files.isDirectory(directory)
          && !Files.exists(directory.resolve(MARK))
          && !empty(directory)) {
        throw new ScenarioProblem(
            directory
                + " holds other files; expected an empty directory or one from an earlier run");
      }
      clear(directory);
      Files.createDirectories(directory);
      Files.writeString(directory.resolve(MARK), "emptied at the next run\n");
    } catch (IOException e) {
      throw new ScenarioProblem(directory + " cannot be made ready: " + e.getMessage());
    }
  }

  private static boolean empty(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.findAny().isEmpty();
    }
  }

  /// Deletes the directory and everything in it.
  static void clear(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
