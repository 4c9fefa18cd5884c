package org.libstation.site;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The directory in which the station keeps its journal, keys and logs.
public final class DataPlace {
  private DataPlace() {}

  /// Makes it where it is not there yet.
  ///
  /// @throws SiteProblem in one line, when this user may not write in it
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
      // As below: whatever it is, it is not made.
    }
    throw new SiteProblem(
        "user %s may not write in %s, where the station keeps its journal (station.data): as root, mkdir -p %s && chown %s: %s"
                .formatted(user, data, data, user, data)
            + "; or let station.data name a directory of that user, such as /var/lib/libstation");
  }

  /// Then it is no matter of whose it is, and the screen says so (K21). Asked by trying: a file
  /// store does not know how a directory of it is mounted elsewhere.
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
