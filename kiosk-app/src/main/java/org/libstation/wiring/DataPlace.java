package org.libstation.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.libstation.command.SiteProblem;

/// The directory in which the station keeps its journal, keys and logs.
final class DataPlace {
  private DataPlace() {}

  /// Makes it where it is not there yet.
  ///
  /// @throws SiteProblem in one line, when this user may not write in it
  static void check(Path config, StationSettings settings) {
    check(config.resolve(settings.data()).toAbsolutePath().normalize());
  }

  static void check(Path data) {
    String user = System.getProperty("user.name");
    try {
      Files.createDirectories(data);
      // A disk that may only be read is no matter of whose it is: the screen says so (K21).
      if (Files.isWritable(data) || Files.getFileStore(data).isReadOnly()) {
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
}
