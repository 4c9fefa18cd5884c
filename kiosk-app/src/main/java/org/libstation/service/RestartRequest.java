package org.libstation.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The wish of whoever looks after this machine that the station start again as soon as nobody is
/// there: a file in its data directory, since root and the station's user are strangers.
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

  /// Asks for it.
  public static void make(Path data) throws IOException {
    Files.writeString(
        data.resolve(FILE), "The station starts again as soon as nobody stands before it.\n");
  }

  /// Called now and then, by one thread.
  public void look() {
    boolean there = Files.exists(file);
    if (there && !told) {
      log.info("somebody wants the station to start again as soon as nobody is there");
      wished.run();
    }
    told = there;
  }

  /// A program that has just begun has done what was asked.
  public static void done(Path data) {
    try {
      boolean _ = Files.deleteIfExists(data.resolve(FILE));
    } catch (IOException e) {
      log.warn("{} cannot be taken away: {}", data.resolve(FILE), e.getMessage());
    }
  }
}
