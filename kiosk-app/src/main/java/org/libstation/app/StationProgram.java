package org.libstation.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.libstation.process.Kiosk;
import org.libstation.process.SystemdNotify;
import org.libstation.process.Vitals;
import org.libstation.process.log.LogFiles;
import org.libstation.screen.SiteBrand;
import org.libstation.screen.SiteTheme;
import org.libstation.service.RestartRequest;
import org.libstation.site.DataPlace;
import org.libstation.site.JudgedPins;
import org.libstation.site.Laboratory;
import org.libstation.site.Site;
import org.libstation.site.SiteFiles;
import org.libstation.site.SiteProblem;
import org.libstation.site.StationSettings;
import org.libstation.site.TimeOfDay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;

/// Runs the station (`run`): reads the site, opens the window, assembles the station and runs until
/// it is ended.
public final class StationProgram {
  private static final Logger log = LoggerFactory.getLogger(StationProgram.class);

  private StationProgram() {}

  /// Runs until it is ended.
  ///
  /// @return the exit status
  /// @throws SiteProblem if the site's settings are wrong, with file, line, key and what was
  ///   expected
  static int run(Kiosk.Options options) throws Exception {
    return run(options, new Beginning(options));
  }

  /// As above, with parts that have already started.
  static int run(Kiosk.Options options, Beginning beginning) throws Exception {
    EndSignals signals = new EndSignals();
    signals.take();
    try {
      return run(options, beginning, signals);
    } catch (RuntimeException e) {
      // A start that fails because a signal ends the program is no fault.
      if (signals.begun()) {
        return signals.awaitEnd();
      }
      throw e;
    }
  }

  private static int run(Kiosk.Options options, Beginning beginning, EndSignals signals)
      throws Exception {
    SiteBrand brand = SiteFiles.brand(options.config());
    brand.problems().forEach(log::warn);
    Site site = Site.open(options.config(), SiteFiles.named(brand, options.overrides()));
    StationSettings settings = site.settings();
    beginning.read(settings);
    TimeOfDay.check(settings.mode());
    Laboratory.check(options.config(), settings);
    if (options.pictures().isPresent() && settings.mode() == StationSettings.Mode.LIVE) {
      throw new SiteProblem(
          "--pictures: expected a demo or training station: screens of patrons are not kept");
    }
    Optional<SiteTheme> theme = SiteFiles.theme(options.config());
    Vitals vitals =
        new Vitals(
            options.watched(),
            site.data(),
            System.out,
            SystemdNotify.of(System.getenv()),
            TimeOfDay.wall());
    vitals.guard();
    signals.endWith(vitals::end);
    DataPlace.check(options.config(), settings);
    vitals.step("the toolkit");
    beginning.begun();
    RestartRequest.done(site.data());
    JudgedPins.keep(site.data(), settings);
    try (LogFiles _ = LogFiles.begin(site.data())) {
      lastEnd();
      vitals.step("the journal and the station's parts");
      List<Object> window = new ArrayList<>(List.of(vitals, brand, beginning));
      theme.ifPresent(window::add);
      ConfigurableApplicationContext context =
          start(
              settings,
              options,
              List.of(WindowConfiguration.class),
              window,
              fresh ->
                  signals.endWith(
                      () -> {
                        vitals.end();
                        fresh.close();
                      }));
      context.getBean(EndReason.class).await();
      return signals.begun() ? signals.awaitEnd() : SpringApplication.exit(context);
    } finally {
      ToolkitEnd.end();
    }
  }

  /// Logs how the previous program ended. A killed program cannot report this, so its supervisor
  /// does.
  private static void lastEnd() {
    String ended = System.getProperty(SupervisorProgram.ENDED, "");
    if (!ended.isEmpty()) {
      log.warn("the supervisor started the station again: {}", ended);
    }
  }

  /// Assembles the station without a window and starts it.
  ///
  /// @throws SiteProblem if the site's files are wrong
  public static ConfigurableApplicationContext start(
      StationSettings settings, Kiosk.Options options) {
    return start(settings, options, List.of(), List.of(), _ -> {});
  }

  /// @param beside further configurations
  /// @param given objects that exist already
  /// @param made takes the context before it starts
  private static ConfigurableApplicationContext start(
      StationSettings settings,
      Kiosk.Options options,
      List<Class<?>> beside,
      List<Object> given,
      Consumer<ConfigurableApplicationContext> made) {
    SpringApplication application = framework(KioskConfiguration.class, EngineConfiguration.class);
    application.addPrimarySources(beside);
    application.addInitializers(
        context -> {
          ConfigurableListableBeanFactory beans = context.getBeanFactory();
          beans.registerSingleton("settings", settings);
          beans.registerSingleton("options", options);
          given.forEach(each -> beans.registerSingleton(each.getClass().getName(), each));
          made.accept(context);
        });
    try {
      return application.run();
    } catch (RuntimeException e) {
      SiteProblem problem = StartFailure.siteProblem(e);
      throw problem == null ? e : problem;
    }
  }

  /// Makes a bare Spring Boot application. It serves no web pages and reads no files or variables,
  /// because the site's settings are read before. It leaves the logs alone, because they are
  /// already open.
  static SpringApplication framework(Class<?>... sources) {
    SpringApplication application = new SpringApplication(sources);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setListeners(List.of());
    application.setInitializers(List.of());
    application.setEnvironment(new StandardEnvironment());
    application.setAddConversionService(false);
    return application;
  }
}
