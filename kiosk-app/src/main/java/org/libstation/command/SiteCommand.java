package org.libstation.command;

import java.nio.file.Path;
import org.libstation.site.Site;
import picocli.CommandLine.Option;

/// A command about a site, which `--config` names.
public abstract class SiteCommand extends PrintingCommand {
  @Option(
      names = "--config",
      required = true,
      paramLabel = "DIR",
      description = "the site's directory")
  private Path config = Path.of("config");

  protected final Path config() {
    return config;
  }

  /// @throws org.libstation.site.SiteProblem for what is wrong with its settings
  protected Site site() {
    return Site.open(config);
  }
}
