package org.libstation.app;

import java.time.Duration;
import javafx.application.Platform;

/// Ends the toolkit, once no thread of the station draws any more.
final class ToolkitEnd {
  /// Limit of the wait, so that a hanging screen does not keep the program alive.
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private ToolkitEnd() {}

  /// Returns when the toolkit has ended, or after [#LONGEST].
  static void end() {
    Thread ending = Thread.ofPlatform().daemon().name("toolkit end").start(Platform::exit);
    try {
      boolean _ = ending.join(LONGEST);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
