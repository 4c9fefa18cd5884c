package org.libstation.site;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Checks the directory of the station's journal, keys and logs.
public final class DataPlace {
  private DataPlace() {}

  /// Creates the directory if it is missing.
  ///
  /// @throws SiteProblem if this user may not write to it; the message is one line
  public static void check(Path config, StationSettings settings) {
    check(config.resolve(settings.data()).toAbsolutePath().normalize());
  }

  static void check(Path data) {
    String user = System.getProperty("user.name");
    try {
      Files.createDirectories(data);
      if (Files.isWritable(data) || isOnReadOnlyDisk(data)) {
        return;
      }
    } catch (IOException _) {
      // Handled below, because every cause means that the directory is missing.
    }
    throw new SiteProblem(
        "user %s may not write in %s, where the station keeps its journal (station.data): as root, mkdir -p %s && chown %s: %s"
                .formatted(user, data, data, user, data)
            + "; or let station.data name a directory of that user, such as /var/lib/libstation");
  }

  /// Whether the disk is read-only. Then the owner does not matter, and the screen says so (K21).
  /// This tries to write, because a file store does not know how its directory is mounted
  /// elsewhere.
  private static boolean isOnReadOnlyDisk(Path data) throws IOException {
    try {
      Files.delete(Files.createTempFile(data, ".tried", ""));
      return false;
    } catch (AccessDeniedException _) {
      return false;
    } catch (FileSystemException e) {
      return String.valueOf(e.getMessage()).contains("Read-only file system");
    }
  }
}
