package org.libstation.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.libstation.language.Texts;
import org.libstation.policy.PolicyBundle;
import org.libstation.process.Kiosk;
import org.libstation.process.StartMarks;
import org.libstation.screen.FirstWindow;
import org.libstation.site.PolicyFile;
import org.libstation.site.SiteFiles;
import org.libstation.site.StationSettings;
import org.libstation.station.parts.SiteCentral;
import org.slf4j.LoggerFactory;

/// Starts what does not depend on settings: the toolkit with the first picture, and the texts. In a
/// process that only runs the station, they start at once, while the settings are read. Their
/// faults are reported when they are needed.
final class Beginning {
  /// Start mark of the first picture, which is drawn in parallel.
  private static final String FIRST_PICTURE = "first picture";

  /// System property; `false` omits the first picture.
  private static final String FIRST = "libstation.first-picture";

  private final Kiosk.Options options;
  private final CountDownLatch toolkit = new CountDownLatch(1);

  /// The running tasks; empty if each starts only when needed.
  private final Optional<StartupTasks> begun;

  /// Written on the FX thread before the toolkit's latch is released.
  private volatile @Nullable FirstWindow window;

  /// Written before the toolkit starts.
  private volatile Panels panels = Panels.ONE;

  /// What is read in parallel once the settings are known; empty if each is read when needed.
  private Optional<Ahead> ahead = Optional.empty();

  /// The tasks that started before the settings were known.
  private record StartupTasks(
      Executor beside, CompletableFuture<Void> startup, CompletableFuture<Texts> texts) {}

  /// The tasks that read what the settings name.
  private record Ahead(
      CompletableFuture<SiteCentral> central, CompletableFuture<PolicyBundle> rules) {}

  /// Starts each part only when it is needed.
  Beginning(Kiosk.Options options) {
    this.options = options;
    this.begun = Optional.empty();
  }

  private Beginning(Kiosk.Options options, Executor beside) {
    this.options = options;
    this.begun =
        Optional.of(
            new StartupTasks(
                beside,
                CompletableFuture.runAsync(this::begin, beside),
                CompletableFuture.supplyAsync(() -> SiteFiles.texts(options.config()), beside)));
  }

  /// Starts at once. If the user has no home directory, parts start only when needed: JavaFX would
  /// print an error about unpacking itself, before the station's own message.
  static Beginning now(Kiosk.Options options) {
    return Files.isWritable(Path.of(System.getProperty("user.home")))
        ? new Beginning(options, work -> Thread.ofPlatform().daemon().name("beginning").start(work))
        : new Beginning(options);
  }

  private void begin() {
    if (options.headless()) {
      System.setProperty("glass.platform", "Headless");
    }
    if (options.fullscreen() && !options.headless()) {
      panels = Panels.of(options.config());
    }
    Platform.startup(this::first);
  }

  /// Runs on the FX thread.
  private void first() {
    try {
      if (showsFirst()) {
        window =
            FirstWindow.open(
                SiteFiles.moment(options.config()),
                SiteFiles.colours(options.config()),
                panels.station());
        StartMarks.mark(FIRST_PICTURE);
      }
    } catch (RuntimeException e) {
      LoggerFactory.getLogger(Beginning.class).warn("there is no first picture", e);
    } finally {
      toolkit.countDown();
    }
  }

  /// Whether the first picture is shown: only by a full-screen window. A restarted station stays
  /// behind *out of service*, which its supervisor shows until then.
  private boolean showsFirst() {
    return !System.getProperty(FIRST, "").equals("false")
        && options.fullscreen()
        && options.place().isEmpty()
        && System.getProperty(SupervisorProgram.ENDED, "").isEmpty();
  }

  /// Starts the toolkit if it was not started; [#toolkit] reports when it runs.
  void begun() {
    if (begun.isPresent()) {
      joined(begun.get().startup());
    } else {
      begin();
    }
  }

  /// Starts to read the dialect and the rules that the settings name, in parallel with the next
  /// steps, in the order of their use.
  void read(StationSettings settings) {
    ahead = begun.map(all -> ahead(settings, all.beside()));
  }

  private Ahead ahead(StationSettings settings, Executor beside) {
    Path site = options.config();
    CompletableFuture<SiteCentral> central =
        CompletableFuture.supplyAsync(() -> SiteCentral.of(settings, site), beside);
    return new Ahead(central, central.handle((_, _) -> PolicyFile.of(settings, site)));
  }

  /// The site's central system, if it was read in parallel.
  ///
  /// @throws SiteProblem if its settings are wrong
  Optional<SiteCentral> central() {
    return ahead.map(all -> joined(all.central()));
  }

  /// The site's own policy, if it was read in parallel.
  ///
  /// @throws SiteProblem if the policy is wrong
  Optional<PolicyBundle> rules() {
    return ahead.map(all -> joined(all.rules()));
  }

  /// A latch that is released when JavaFX runs.
  CountDownLatch toolkit() {
    return toolkit;
  }

  /// The first window, if there is one; known when the toolkit runs.
  Optional<FirstWindow> window() {
    return Optional.ofNullable(window);
  }

  /// Positions of the panels; known when the toolkit runs.
  Panels panels() {
    return panels;
  }

  /// All texts of the site.
  ///
  /// @throws SiteProblem if a text file is wrong
  Texts texts() {
    return begun.map(all -> joined(all.texts())).orElseGet(() -> SiteFiles.texts(options.config()));
  }

  /// Waits for a parallel task and rethrows its fault.
  private static <T> T joined(CompletableFuture<T> beside) {
    try {
      return beside.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException problem -> throw problem;
        case Error fault -> throw fault;
        case null, default -> throw e;
      }
    }
  }
}
