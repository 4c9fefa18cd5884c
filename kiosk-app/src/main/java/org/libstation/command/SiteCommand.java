package org.libstation.command;

import java.nio.file.Path;
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
}
