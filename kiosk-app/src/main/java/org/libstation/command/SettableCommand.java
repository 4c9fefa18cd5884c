package org.libstation.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.libstation.site.Site;
import picocli.CommandLine.Option;

/// A command about a site for which settings can be given beside the file's.
public abstract class SettableCommand extends SiteCommand {
  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "a setting that wins over the file's")
  private Map<String, String> overrides = new LinkedHashMap<>();

  protected final Map<String, String> overrides() {
    return overrides;
  }

  @Override
  protected final Site site() {
    return Site.open(config(), overrides);
  }
}
