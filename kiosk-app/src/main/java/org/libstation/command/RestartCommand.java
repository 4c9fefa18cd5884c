package org.libstation.command;

import java.io.IOException;
import java.nio.file.Path;
import org.libstation.check.HealthFile;
import org.libstation.service.RestartRequest;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;

/// The command `restart`: asks a station to restart without interrupting a patron.
@Command(name = "restart")
public final class RestartCommand extends SiteCommand {
  private static final int NONE_RUNS = 1;

  @Override
  protected int run() {
    Path data = site().data();
    if (!HealthFile.isRunning(data)) {
      say("no station runs with " + data);
      return NONE_RUNS;
    }
    try {
      RestartRequest.make(data);
    } catch (IOException e) {
      throw new SiteProblem("the request for a restart cannot be written: " + e.getMessage());
    }
    say("the station starts again when nobody has stood before it for a minute");
    return 0;
  }
}
