package org.libstation.screen;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/// The toolkit for tests: started once a process, headless.
public final class Fx {
  private Fx() {}

  public static <T> T call(Callable<T> work) throws Exception {
    CompletableFuture<T> done = new CompletableFuture<>();
    Runnable run =
        () -> {
          try {
            done.complete(work.call());
          } catch (Throwable e) {
            done.completeExceptionally(e);
          }
        };
    try {
      Platform.startup(() -> {});
      Platform.setImplicitExit(false);
    } catch (IllegalStateException started) {
      // Another test of this process was first.
    }
    Platform.runLater(run);
    return done.get(120, TimeUnit.SECONDS);
  }
}
