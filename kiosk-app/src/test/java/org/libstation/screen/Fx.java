package org.libstation.screen;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;

/// The toolkit for tests: started once a process, headless.
///
/// What is called is judged by the work its thread does, not by the clock on the wall: a machine
/// that is slow, or busy with something else, is no fault of a screen.
public final class Fx {
  /// So long may the toolkit's thread do nothing at all: it waits for something that does not come.
  private static final Duration STUCK = Duration.ofMinutes(3);

  /// So much of a processor may one call take: far above the longest, below one that never ends.
  private static final Duration MOST_WORK = Duration.ofMinutes(20);

  private static final int FRAMES = 3;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Fx() {}

  public static <T> T call(Callable<T> work) throws Exception {
    CompletableFuture<Thread> begun = new CompletableFuture<>();
    CompletableFuture<T> done = new CompletableFuture<>();
    Runnable run =
        () -> {
          begun.complete(Thread.currentThread());
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
    return result(done, begun.get(STUCK.toSeconds(), TimeUnit.SECONDS));
  }

  /// A window on a scene, open and with the keyboard.
  static Stage window(Scene scene) throws Exception {
    return window(scene, _ -> {});
  }

  /// @param before is done to it before it opens
  static Stage window(Scene scene, Consumer<Stage> before) throws Exception {
    Stage open =
        call(
            () -> {
              Stage stage = new Stage();
              stage.setScene(scene);
              before.accept(stage);
              stage.show();
              stage.requestFocus();
              return stage;
            });
    frames();
    return open;
  }

  /// Waits until the toolkit has drawn: where a window is and how large is applied with a frame,
  /// and a place on it that was asked for before may be another one after it.
  static void frames() throws Exception {
    CompletableFuture<Thread> toolkit = new CompletableFuture<>();
    CompletableFuture<Boolean> drawn = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          toolkit.complete(Thread.currentThread());
          new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
              if (++frames == FRAMES) {
                stop();
                drawn.complete(true);
              }
            }
          }.start();
        });
    boolean _ = result(drawn, toolkit.get(STUCK.toSeconds(), TimeUnit.SECONDS));
  }

  static void close(Stage window) throws Exception {
    run(window::close);
  }

  static void run(Runnable work) throws Exception {
    Object _ = call(Executors.callable(work));
  }

  /// The first button of a mouse, as a hand at a panel without touch uses it. On the FX thread.
  public static void mouse(EventTarget on, EventType<MouseEvent> type, double x, double y) {
    Event.fireEvent(
        on,
        new MouseEvent(
            type,
            x,
            y,
            x,
            y,
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            true,
            false,
            true,
            null));
  }

  private static <T> T result(CompletableFuture<T> done, Thread toolkit)
      throws InterruptedException, ExecutionException, TimeoutException {
    long first = THREADS.getThreadCpuTime(toolkit.threadId());
    long before = first;
    while (true) {
      try {
        return done.get(STUCK.toSeconds(), TimeUnit.SECONDS);
      } catch (TimeoutException late) {
        long now = THREADS.getThreadCpuTime(toolkit.threadId());
        if (now == before || now - first > MOST_WORK.toNanos()) {
          late.setStackTrace(toolkit.getStackTrace());
          throw late;
        }
        before = now;
      }
    }
  }
}
