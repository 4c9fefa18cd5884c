package org.libstation.command;

import java.io.IOException;
import java.nio.file.Path;
import org.libstation.check.HealthFile;
import org.libstation.service.RestartRequest;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;

/// Asks a station to start again without cutting anybody off.
@Command(
    name = "restart",
    description =
        "Asks the station that runs to end in order and start again as soon as nobody has stood"
            + " before it, and nothing was read, for a minute. A visit goes on as long as it lasts."
            + " Status 1 when no station runs.",
    footer = {"", "Examples:", "  ./station restart --config config"})
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
      throw new SiteProblem("the station cannot be asked: " + e.getMessage());
    }
    say("the station starts again when nobody has stood before it for a minute");
    return 0;
  }
}
