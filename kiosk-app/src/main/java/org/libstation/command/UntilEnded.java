package org.libstation.command;

import java.util.concurrent.CountDownLatch;

/// Serves until the process is told to end (SIGTERM, Ctrl-C), or its thread is interrupted.
/// Standard input is left alone: a parent may close it.
final class UntilEnded {
  private UntilEnded() {}

  /// @param close run when the process is told to end, before it ends
  static void serve(Runnable close) {
    Thread hook = Thread.ofPlatform().name("ending").unstarted(close);
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException _) {
      // Whoever started this thread wants it to end.
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
