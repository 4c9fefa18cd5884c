package org.libstation.lab.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Screen;
import org.jspecify.annotations.Nullable;
import org.libstation.lab.scenario.DemoReport;
import org.libstation.lab.scenario.RealStage;
import org.libstation.run.driven.ScenarioProblem;
import org.libstation.site.Site;

/// The demo for a person's hands: the library and the station as processes, the station's window
/// and beside it the bench. It lasts until the bench is closed.
public final class BenchProgram {
  private BenchProgram() {}

  /// Runs until the bench is closed or the process is told to end; whatever was started has ended
  /// by then.
  ///
  /// @param out an empty directory for all that is left behind
  /// @param fullscreen the kiosk fills the screen
  /// @param say takes lines for the person at the terminal
  /// @return the exit status: 0
  /// @throws ScenarioProblem when the display cannot be opened or something does not start
  public static int run(Site site, Path out, boolean fullscreen, Consumer<String> say)
      throws Exception {
    startToolkit();
    Places places = onToolkit(() -> places(fullscreen));
    say.accept("Starting the library and the station; closing the bench ends both.");
    DemoReport report = new DemoReport(site, out);
    CountDownLatch closed = new CountDownLatch(1);
    endChildrenWithThis();
    try (RealStage stage =
        RealStage.open(site, out, Map.of(), Thread::sleep, places.showing(fullscreen))) {
      work(stage, places, closed);
      say.accept("Ending the station and the library.");
      report.savePaper(stage.bench());
    } finally {
      Platform.exit();
    }
    boolean _ = report.write(say);
    return 0;
  }

  private static void work(RealStage stage, Places places, CountDownLatch closed) throws Exception {
    AtomicReference<@Nullable BenchWindow> window = new AtomicReference<>();
    Consumer<Consumer<BenchWindow>> there =
        what ->
            Platform.runLater(
                () -> {
                  BenchWindow open = window.get();
                  if (open != null) {
                    what.accept(open);
                  }
                });
    Consumer<String> tell = words -> there.accept(open -> open.tell(words));
    try (BenchHands hands = new BenchHands(stage, tell);
        Eyes eyes = new Eyes(stage, hands, sight -> there.accept(open -> open.show(sight)), tell)) {
      window.set(
          onToolkit(() -> BenchWindow.open(stage.bench(), hands, places, closed::countDown)));
      eyes.open();
      closed.await();
    }
  }

  /// Also when this process is told to end while the stage is still being built.
  private static void endChildrenWithThis() {
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("ending")
                .unstarted(
                    () -> ProcessHandle.current().children().forEach(ProcessHandle::destroy)));
  }

  private static void startToolkit() throws ScenarioProblem {
    try {
      Platform.startup(() -> Platform.setImplicitExit(false));
    } catch (UnsupportedOperationException e) {
      throw new ScenarioProblem(
          "the display "
              + System.getenv("DISPLAY")
              + " cannot be opened ("
              + e.getMessage()
              + "); --headless plays the scripted day without one");
    }
  }

  private static Places places(boolean fullscreen) {
    Places beside = Places.on(Screen.getPrimary().getVisualBounds());
    List<Screen> others =
        Screen.getScreens().stream().filter(it -> !it.equals(Screen.getPrimary())).toList();
    return fullscreen && !others.isEmpty()
        ? beside.benchOn(others.getFirst().getVisualBounds())
        : beside;
  }

  private static <T> T onToolkit(Supplier<T> work) throws ExecutionException, InterruptedException {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            done.complete(work.get());
          } catch (RuntimeException | Error e) {
            done.completeExceptionally(e);
          }
        });
    return done.get();
  }
}
