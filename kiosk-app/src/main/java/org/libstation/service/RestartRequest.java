package org.libstation.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A request by the machine's administrator to restart the station when no patron is present. It is
/// a file in the data directory, because root and the station are different users.
public final class RestartRequest {
  static final String FILE = "restart-when-empty";
  private static final Logger log = LoggerFactory.getLogger(RestartRequest.class);

  private final Path file;
  private final Runnable wished;
  private boolean told;

  /// @param wished called once for each request
  public RestartRequest(Path data, Runnable wished) {
    this.file = data.resolve(FILE);
    this.wished = wished;
  }

  /// Makes the request.
  public static void make(Path data) throws IOException {
    Files.writeString(
        data.resolve(FILE), "The station starts again as soon as nobody stands before it.\n");
  }

  /// Looks for a request; one thread calls this at intervals.
  public void look() {
    boolean there = Files.exists(file);
    if (there && !told) {
      log.info("a restart was requested; the station starts again as soon as nobody uses it");
      wished.run();
    }
    told = there;
  }

  /// Removes the request at a start, which fulfils it.
  public static void done(Path data) {
    try {
      boolean _ = Files.deleteIfExists(data.resolve(FILE));
    } catch (IOException e) {
      log.warn("cannot delete {}: {}", data.resolve(FILE), e.getMessage());
    }
  }
}
