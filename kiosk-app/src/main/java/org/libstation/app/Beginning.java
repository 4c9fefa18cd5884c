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

/// What a start needs and no setting has a say in: the toolkit with the first picture, and the
/// texts. In a process of its own they begin at once, beside the settings; what is wrong with them
/// is told where they are needed, as if they began there.
final class Beginning {
  /// The mark of the first picture; it begins beside the rest.
  private static final String FIRST_PICTURE = "first picture";

  /// `false` leaves the first picture out.
  private static final String FIRST = "libstation.first-picture";

  private final Kiosk.Options options;
  private final CountDownLatch toolkit = new CountDownLatch(1);

  /// What began already; empty = each begins when it is asked for.
  private final Optional<StartupTasks> begun;

  /// Written on the FX thread before the toolkit is down.
  private volatile @Nullable FirstWindow window;

  /// Written before the toolkit begins.
  private volatile Panels panels = Panels.ONE;

  /// What is read beside the rest once the settings are known; empty = when it is asked for.
  private Optional<Ahead> ahead = Optional.empty();

  private record StartupTasks(
      Executor beside, CompletableFuture<Void> startup, CompletableFuture<Texts> texts) {}

  private record Ahead(
      CompletableFuture<SiteCentral> central, CompletableFuture<PolicyBundle> rules) {}

  /// Begins when it is asked for.
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

  /// Begins now. For a user without a home it waits until it is asked for: JavaFX says on standard
  /// error that it cannot unpack itself there, which must not stand before why the station refuses.
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

  /// On the FX thread.
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

  /// A window that fills the screen shows from the beginning. One that is started again stays
  /// behind *out of service*, which its supervisor shows until then.
  private boolean showsFirst() {
    return !System.getProperty(FIRST, "").equals("false")
        && options.fullscreen()
        && options.place().isEmpty()
        && System.getProperty(SupervisorProgram.ENDED, "").isEmpty();
  }

  /// Sees to it that the toolkit begins; [#toolkit] tells when it has.
  void begun() {
    if (begun.isPresent()) {
      joined(begun.get().startup());
    } else {
      begin();
    }
  }

  /// The settings are known: the dialect and the rules they name are read beside what comes next,
  /// one after the other, as they are asked for.
  void read(StationSettings settings) {
    ahead = begun.map(all -> ahead(settings, all.beside()));
  }

  private Ahead ahead(StationSettings settings, Executor beside) {
    Path site = options.config();
    CompletableFuture<SiteCentral> central =
        CompletableFuture.supplyAsync(() -> SiteCentral.of(settings, site), beside);
    return new Ahead(central, central.handle((_, _) -> PolicyFile.of(settings, site)));
  }

  /// What the site says of its central system, where it was read beside the rest.
  ///
  /// @throws SiteProblem when it cannot be
  Optional<SiteCentral> central() {
    return ahead.map(all -> joined(all.central()));
  }

  /// The rules that came with the site, where they were read beside the rest.
  ///
  /// @throws SiteProblem when they cannot be
  Optional<PolicyBundle> rules() {
    return ahead.map(all -> joined(all.rules()));
  }

  /// Is down when JavaFX has begun.
  CountDownLatch toolkit() {
    return toolkit;
  }

  /// Where there is one; known when the toolkit has begun.
  Optional<FirstWindow> window() {
    return Optional.ofNullable(window);
  }

  /// Where the panels stand; known when the toolkit has begun.
  Panels panels() {
    return panels;
  }

  /// All words of the site.
  ///
  /// @throws SiteProblem when they cannot be
  Texts texts() {
    return begun.map(all -> joined(all.texts())).orElseGet(() -> SiteFiles.texts(options.config()));
  }

  /// What went wrong there goes on here.
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
