package org.libstation.command;

import java.nio.file.Path;
import java.util.Map;
import org.libstation.site.Site;

/// Reads a site's settings, as far as commands other than `run` need them.
@FunctionalInterface
public interface Sites {

  /// @throws SiteProblem when they cannot be
  Site read(Path config, Map<String, String> overrides);
}
