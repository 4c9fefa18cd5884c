package org.libstation.app;

import java.time.Duration;
import javafx.application.Platform;

/// Ends the toolkit, once no thread of the station draws any more.
final class ToolkitEnd {
  /// A screen that hangs does not keep the program.
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private ToolkitEnd() {}

  /// Returns when the toolkit has ended; never later than [#LONGEST].
  static void end() {
    Thread ending = Thread.ofPlatform().daemon().name("toolkit end").start(Platform::exit);
    try {
      boolean _ = ending.join(LONGEST);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
