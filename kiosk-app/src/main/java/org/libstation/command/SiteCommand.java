package org.libstation.command;

import java.nio.file.Path;
import org.libstation.site.Site;
import picocli.CommandLine.Option;

/// A command about a site, which `--config` names.
public abstract class SiteCommand extends PrintingCommand {
  @Option(names = "--config", required = true, paramLabel = "DIR")
  private Path config = Path.of("config");

  protected final Path config() {
    return config;
  }

  /// @throws org.libstation.site.SiteProblem if the site's settings are wrong
  protected Site site() {
    return Site.open(config);
  }
}
