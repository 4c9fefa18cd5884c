package org.libstation.lab.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Screen;
import org.libstation.lab.scenario.DemoReport;
import org.libstation.lab.scenario.RealStage;
import org.libstation.site.Site;
import org.libstation.station.driven.ScenarioProblem;

/// The demo to try by hand: the library and the station as processes, the station's window, and the
/// bench beside it. It runs until the bench is closed.
public final class BenchProgram {
  /// How often the program checks whether the visitor has left.
  private static final Duration LOOK = Duration.ofSeconds(1);

  private BenchProgram() {}

  /// How the demo is shown.
  ///
  /// @param fullscreen the kiosk fills the screen
  /// @param exhibition the demo starts again whenever a visitor has left
  public record DisplayMode(boolean fullscreen, boolean exhibition) {}

  /// Empties the directory for the files that are left.
  @FunctionalInterface
  public interface Fresh {
    void make() throws ScenarioProblem;
  }

  /// Runs until the bench is closed or the process is told to end; everything started has ended by
  /// then.
  ///
  /// @param out directory for all files that are left
  /// @param languages of the bench, the first one first
  /// @param fresh called before each start
  /// @param say takes lines for the person at the terminal
  public static int run(
      Site site,
      Path out,
      List<BenchWords> languages,
      DisplayMode wish,
      Fresh fresh,
      Consumer<String> say)
      throws Exception {
    startToolkit();
    Places places = onToolkit(() -> places(wish.fullscreen()));
    say.accept("Starting the library and the station; closing the bench ends both.");
    CountDownLatch closed = new CountDownLatch(1);
    endChildrenWithThis();
    DemoReport report = new DemoReport(site, out);
    Optional<BenchWindow> window = Optional.empty();
    try {
      boolean again = true;
      while (again) {
        fresh.make();
        try (RealStage stage =
            RealStage.open(site, out, Map.of(), Thread::sleep, places.showing(wish.fullscreen()))) {
          BenchWindow shown =
              window.isPresent()
                  ? window.get()
                  : onToolkit(() -> BenchWindow.open(languages, places, closed::countDown));
          window = Optional.of(shown);
          again = work(stage, shown, closed, wish.exhibition());
          say.accept(again ? "All is put back as it was." : "Ending the station and the library.");
          report.savePaper(stage.bench());
        }
      }
    } finally {
      Platform.exit();
    }
    boolean _ = report.write(say);
    return 0;
  }

  /// @return whether the demo is to start again
  private static boolean work(
      RealStage stage, BenchWindow window, CountDownLatch closed, boolean exhibition)
      throws Exception {
    Consumer<String> tell = words -> Platform.runLater(() -> window.tell(words));
    AtomicReference<BenchSight> seen = new AtomicReference<>(BenchSight.NOTHING);
    Consumer<BenchSight> show =
        sight -> {
          seen.set(sight);
          Platform.runLater(() -> window.show(sight));
        };
    boolean again = false;
    try (BenchHands hands = new BenchHands(stage, window::words, tell);
        Eyes eyes = new Eyes(stage, hands, show, tell)) {
      boolean _ =
          onToolkit(
              () -> {
                window.lay(stage.bench(), hands);
                return true;
              });
      eyes.open();
      Exhibition watch = new Exhibition(now());
      while (!again && !closed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        again = exhibition && watch.look(seen.get(), hands.acted(), now());
      }
      if (again) {
        Platform.runLater(window::clear);
      }
    }
    return again;
  }

  private static Duration now() {
    return Duration.ofNanos(System.nanoTime());
  }

  /// Ends child processes with this one, also while the stage is still being built.
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
