package org.libstation.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.libstation.site.Site;
import picocli.CommandLine.Option;

/// A command about a site whose settings can be replaced with `--set`.
public abstract class SettableCommand extends SiteCommand {
  @Option(names = "--set", paramLabel = "KEY=VALUE")
  private Map<String, String> overrides = new LinkedHashMap<>();

  protected final Map<String, String> overrides() {
    return overrides;
  }

  @Override
  protected final Site site() {
    return Site.open(config(), overrides);
  }
}
