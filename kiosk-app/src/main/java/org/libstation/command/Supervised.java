package org.libstation.command;

import java.util.List;
import org.libstation.guard.Kiosk;

/// Runs a station under a supervisor of its own.
@FunctionalInterface
public interface Supervised {

  /// Runs until it is ended.
  ///
  /// @param arguments of `run`, for the child
  /// @return the exit status
  /// @throws SiteProblem when the site's settings cannot be
  int run(Kiosk.Options options, List<String> arguments) throws Exception;
}
