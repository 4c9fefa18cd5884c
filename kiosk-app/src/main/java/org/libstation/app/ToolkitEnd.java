package org.libstation.app;

import java.time.Duration;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Ends the toolkit, once no thread of the station draws any more.
///
/// A signal ends it twice: on the thread of the signal and on the main thread. Each then ends the
/// process, and the toolkit's shutdown hook fails beside an exit that still runs. So each caller
/// waits for the same exit.
final class ToolkitEnd {
  /// Limit of the wait, so that a hanging screen does not keep the program alive.
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private static final ToolkitEnd OF_PROGRAM = new ToolkitEnd(Platform::exit);

  private final Runnable exit;
  private final Object lock = new Object();
  private @Nullable Thread ending;

  ToolkitEnd(Runnable exit) {
    this.exit = exit;
  }

  /// Returns when the program's toolkit has ended, or after [#LONGEST].
  static void end() {
    OF_PROGRAM.await();
  }

  /// Begins the exit if no caller has begun it, and waits for it.
  void await() {
    try {
      boolean _ = begun().join(LONGEST);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Thread begun() {
    synchronized (lock) {
      if (ending == null) {
        ending = Thread.ofPlatform().daemon().name("toolkit end").start(exit);
      }
      return ending;
    }
  }
}
