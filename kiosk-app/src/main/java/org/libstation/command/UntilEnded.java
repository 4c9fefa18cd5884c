package org.libstation.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;

/// What runs until the process is told to end (SIGTERM, Ctrl-C), and is then closed in order.
/// Standard input is left alone, but by a child that was told to end with its parent.
public final class UntilEnded implements AutoCloseable {
  private final Thread hook;

  private UntilEnded(Thread hook) {
    this.hook = hook;
  }

  /// @param close run when the process is told to end, before it ends
  public static UntilEnded closing(Runnable close) {
    Thread hook = Thread.ofPlatform().name("ending").unstarted(close);
    Runtime.getRuntime().addShutdownHook(hook);
    return new UntilEnded(hook);
  }

  /// Waits until the process ends, or whoever started this thread interrupts it.
  public void await() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException _) {
      // It is to end: the caller closes what it opened.
    }
  }

  /// Waits until the parent process closes its end, as it does by ending, however it ends; or until
  /// the process ends.
  ///
  /// @param parent what it would write to; nothing is expected on it
  public void awaitEndOf(InputStream parent) {
    try {
      while (parent.read() >= 0) {
        // Whatever it says, it is there.
      }
    } catch (IOException _) {
      // It is not there any more.
    }
  }

  /// It ends by itself: nothing is left to do when the process ends.
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The process is ending, and the hook runs.
    }
  }
}
