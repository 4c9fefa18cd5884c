package org.libstation.lab.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.libstation.command.PrintingCommand;
import org.libstation.lab.measure.AheadOfTime;
import org.libstation.lab.measure.ArgumentFile;
import org.libstation.lab.scenario.Showing;
import org.libstation.site.Site;
import org.libstation.site.SiteProblem;
import org.libstation.station.driven.ScenarioProblem;
import picocli.CommandLine.Command;

/// Makes the ahead-of-time cache of this built program, which its later starts use.
@Command(name = "cache")
public final class CacheCommand extends PrintingCommand {
  private static final long MEGABYTE = 1 << 20;

  @Override
  protected int run() throws ScenarioProblem, InterruptedException, IOException {
    Path arguments =
        Path.of(
            Optional.ofNullable(System.getProperty("libstation.args"))
                .orElseThrow(
                    () ->
                        new SiteProblem(
                            "only the built program has a cache: use ./station cache")));
    Path app = arguments.toAbsolutePath().getParent();
    if (app == null) {
      throw new SiteProblem(arguments + ": expected a file in a directory");
    }
    Path config = Path.of(System.getProperty("libstation.home", "."), "config");
    new ArgumentFile(arguments).useNone();
    Path training = Files.createTempDirectory("libstation-cache");
    AheadOfTime cache = new AheadOfTime(app);
    try {
      cache.train(Site.open(config), training, List.of(), new Showing.Unseen(), Thread::sleep);
      cache.prove();
    } finally {
      OutDirectory.clear(training);
    }
    new ArgumentFile(arguments).use(cache.cache());
    say(cache.cache() + ": " + Files.size(cache.cache()) / MEGABYTE + " MiB; later starts use it");
    return 0;
  }
}
