package org.libstation.wiring;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import org.libstation.flow.state.FlowEvent;
import org.libstation.guard.Kiosk;
import org.libstation.guard.Supervisor;
import org.libstation.guard.SystemdNotify;
import org.libstation.guard.UncaughtFault;
import org.libstation.log.LogFiles;
import org.libstation.ops.OldWords;
import org.libstation.parts.Devices;
import org.libstation.parts.Inbox;
import org.libstation.run.FlowLoop;
import org.libstation.run.driven.DrivenStation;
import org.libstation.screen.SiteBrand;
import org.libstation.screen.SiteTheme;
import org.libstation.site.DataPlace;
import org.libstation.site.Laboratory;
import org.libstation.site.SettingsFile;
import org.libstation.site.SiteFiles;
import org.libstation.site.SiteProblem;
import org.libstation.site.StationSettings;
import org.libstation.site.TimeOfDay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/// `run`: reads the site, opens the window, puts the station together behind it and runs until it
/// is ended.
public final class StationProgram {
  private static final Logger log = LoggerFactory.getLogger(StationProgram.class);

  /// Of what the command prints in plain words as well: the log on standard error is without it
  /// (`logback.xml`).
  static final Marker TOLD = MarkerFactory.getMarker("TOLD");

  /// How long the parent process waits for a key to be handled.
  private static final Duration KEY_LIMIT = Duration.ofSeconds(10);

  private StationProgram() {}

  /// Runs until it is ended.
  ///
  /// @return the exit status
  /// @throws SiteProblem when the site's settings cannot be, with file, line, key and what was
  ///   expected
  static int run(Kiosk.Options options) throws Exception {
    SiteBrand brand = SiteFiles.brand(options.config());
    brand.problems().forEach(log::warn);
    StationSettings settings =
        SettingsFile.read(options.config(), SiteFiles.named(brand, options.overrides()));
    TimeOfDay.check(settings.mode());
    Laboratory.check(options.config(), settings);
    if (options.pictures().isPresent() && settings.mode() == StationSettings.Mode.LIVE) {
      throw new SiteProblem(
          "--pictures: expected a demo or training station: screens of patrons are not kept");
    }
    Optional<SiteTheme> theme = SiteFiles.theme(options.config());
    if (options.headless()) {
      System.setProperty("glass.platform", "Headless");
    }
    Vitals vitals =
        new Vitals(
            options.watched(),
            options.config().resolve(settings.data()),
            System.out,
            SystemdNotify.of(System.getenv()),
            TimeOfDay.wall());
    vitals.guard();
    CountDownLatch toolkit = new CountDownLatch(1);
    vitals.step("the toolkit");
    Platform.startup(toolkit::countDown);
    DataPlace.check(options.config(), settings);
    // Before the logs are opened: a log is written anew.
    vitals.step("erasing old words");
    OldWords.Erased erased = OldWords.erase(settings, options.config());
    try (LogFiles _ = LogFiles.begin(options.config().resolve(settings.data()))) {
      erased.tell();
      return live(new Life(settings, options, vitals, theme, brand, toolkit));
    } finally {
      Platform.exit();
    }
  }

  /// What one run of the program has.
  private record Life(
      StationSettings settings,
      Kiosk.Options options,
      Vitals vitals,
      Optional<SiteTheme> theme,
      SiteBrand brand,
      CountDownLatch toolkit) {}

  /// Runs; however it ends, the log says why in one line.
  private static int live(Life life) throws Exception {
    EndReason ending = new EndReason();
    lastEnd();
    try {
      return serve(life, ending);
    } catch (SiteProblem problem) {
      log.error(TOLD, "the station does not start: {}", problem.getMessage());
      throw problem;
    } catch (Exception | Error e) {
      log.error("the station does not start: {}", UncaughtFault.cause(Thread.currentThread(), e));
      throw e;
    }
  }

  /// A program that was killed could not say so itself; its supervisor says it.
  private static void lastEnd() {
    String ended = System.getProperty(SupervisorProgram.ENDED, "");
    if (!ended.isEmpty()) {
      log.warn("started again: {}", ended);
    }
  }

  private static int serve(Life life, EndReason ending) throws Exception {
    Vitals vitals = life.vitals();
    vitals.step("the journal and the station's parts");
    try (AnnotationConfigApplicationContext context = assemble(life.settings(), life.options())) {
      Screens screens =
          new Screens(
              life.settings(),
              life.options(),
              life.theme(),
              life.brand(),
              context,
              () -> ending.because("its window was closed"));
      // The window's end and a signal both end the station in order: devices, desk, journal.
      Runnable close = context::close;
      Thread hook =
          new Thread(
              () -> {
                ending.because("a signal ended it");
                vitals.end();
                screens.end();
                close.run();
              },
              "end");
      Runtime.getRuntime().addShutdownHook(hook);
      RestartWish restart = context.getBean(RestartWish.class);
      restart.endBy(() -> ending.because("somebody wants it to start again"));
      vitals.step("the display");
      life.toolkit().await();
      if (life.options().fullscreen()) {
        Screens.check(life.settings());
      }
      screens.open();
      vitals.step("the devices");
      context.getBean(Engines.class).start();
      vitals.step("the first screen");
      screens.awaitFirst();
      vitals.ready(context.getBean(FlowLoop.class)::turns, context.getBean(Devices.class));
      vitals.endWith(
          System.in,
          () -> ending.because("its supervisor is gone"),
          listening -> Thread.ofPlatform().daemon().name("supervisor").start(listening));
      if (life.options().driven()) {
        serve(
            context.getBean(FlowLoop.class),
            context.getBean(Inbox.class),
            screens,
            () -> ending.because("whoever drove it is gone"));
      } else {
        log.info("the station is ready");
      }
      ending.await();
      vitals.end();
      screens.end();
      return restart.isWanted() ? Supervisor.WANTED : 0;
    }
  }

  /// Puts the station together; nothing runs yet.
  ///
  /// @throws SiteProblem when something in the site's files cannot be
  public static AnnotationConfigApplicationContext assemble(
      StationSettings settings, Kiosk.Options options) {
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.registerBean(StationSettings.class, () -> settings);
    context.registerBean(Kiosk.Options.class, () -> options);
    context.register(KioskConfiguration.class);
    try {
      context.refresh();
    } catch (BeanCreationException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof SiteProblem problem) {
          throw problem;
        }
      }
      throw e;
    }
    return context;
  }

  /// A key, handled when this returns: what the parent asks for next is the state after it.
  private static void press(FlowLoop loop, Inbox inbox, FlowEvent event) {
    inbox.answer(event);
    try {
      if (!loop.caughtUp(KEY_LIMIT)) {
        log.warn("a key was not handled within {}", KEY_LIMIT);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Serves the parent process until it closes its end; the station ends with it, or earlier when
  /// its window is closed.
  private static void serve(FlowLoop loop, Inbox inbox, Screens screens, Runnable ended) {
    PrintStream out = System.out;
    BufferedReader requests =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Thread.ofPlatform()
        .daemon()
        .name("driven")
        .start(
            () -> {
              out.println("ready");
              out.flush();
              try {
                new DrivenStation(
                        loop::state,
                        event -> press(loop, inbox, event),
                        screens::keys,
                        screens::drawnKeys)
                    .serve(requests, out);
              } catch (IOException e) {
                log.warn("the parent process cannot be heard: {}", e.getMessage());
              } finally {
                ended.run();
              }
            });
  }
}
