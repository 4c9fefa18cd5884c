package org.libstation.lab.command;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.libstation.site.Site;

/// A station for a person's own hands: the kiosk in its window, and a bench beside it.
@FunctionalInterface
public interface ByHand {

  /// Runs until the bench is closed.
  ///
  /// @param out an empty directory for all that is left behind
  /// @param fullscreen the kiosk fills the screen
  /// @param say takes lines for the person at the terminal
  /// @return the exit status
  int run(Site site, Path out, boolean fullscreen, Consumer<String> say) throws Exception;
}
