package org.libstation.command;

import java.nio.file.Path;
import org.libstation.scenario.Site;

/// A station for a person's own hands: the kiosk in its window, and a bench beside it.
@FunctionalInterface
public interface ByHand {

  /// Runs until the bench is closed.
  ///
  /// @param out an empty directory for all that is left behind
  /// @return the exit status
  int run(Site site, Path out, boolean fullscreen) throws Exception;
}
