package org.libstation.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;

/// Closes something in order when the process is told to end (SIGTERM, Ctrl-C). Only [#awaitEndOf]
/// reads standard input, for a child that ends with its parent.
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

  /// Waits until the process ends, or this thread is interrupted.
  public void await() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException _) {
      // The caller then closes what it opened.
    }
  }

  /// Waits until the parent process closes its end of the stream, which happens at any end of the
  /// parent, or until this process ends.
  ///
  /// @param parent the stream from the parent; its content is ignored
  public void awaitEndOf(InputStream parent) {
    try {
      while (parent.read() >= 0) {
        // Any byte only shows that the parent is still there.
      }
    } catch (IOException _) {
      // The parent is gone.
    }
  }

  /// Removes the hook after a normal end, so that nothing is done when the process ends.
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The process is ending, and the hook is running.
    }
  }
}
