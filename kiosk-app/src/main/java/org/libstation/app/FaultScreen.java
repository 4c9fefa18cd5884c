package org.libstation.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.PartsTaken;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.FlowSettings;
import org.libstation.language.Texts;
import org.libstation.process.Kiosk;
import org.libstation.process.Supervisor;
import org.libstation.screen.FaultWindow;
import org.libstation.screen.SiteNames;
import org.libstation.screen.SiteTheme;
import org.libstation.site.SiteFiles;
import org.libstation.site.StationSettings;
import org.libstation.station.parts.FlowParts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows *out of service*, drawn by the supervisor while the station does not run. It needs no
/// network, device or journal. Texts and names are read in advance ([FaultFace]).
final class FaultScreen implements Supervisor.Face {
  private static final Logger log = LoggerFactory.getLogger(FaultScreen.class);

  private final Texts texts;
  private final SiteNames names;
  private final Optional<SiteTheme> theme;
  private final FlowSettings flow;
  private final Supplier<EventTime> time;
  private final Path site;
  private final boolean fullscreen;
  private final boolean headless;
  private boolean started;
  private @Nullable FaultWindow window;

  private FaultScreen(
      Texts texts,
      SiteNames names,
      Optional<SiteTheme> theme,
      FlowSettings flow,
      Supplier<EventTime> time,
      Kiosk.Options options) {
    this.texts = texts;
    this.names = names;
    this.theme = theme;
    this.flow = flow;
    this.time = time;
    this.site = options.config();
    this.fullscreen = options.fullscreen();
    this.headless = options.headless();
  }

  /// Reads texts, names and theme of the site.
  static FaultScreen of(StationSettings settings, Kiosk.Options options, InstantSource clock) {
    ZoneId zone = settings.central().zone();
    return new FaultScreen(
        SiteFiles.texts(options.config()),
        FlowParts.names(settings),
        SiteFiles.theme(options.config()),
        FlowParts.settings(settings, Optional.of(PartsTaken.NONE))
            .withHours(FlowSettings.Hours.ALWAYS),
        () ->
            new EventTime(
                OffsetDateTime.ofInstant(clock.instant(), zone),
                "",
                Duration.ofNanos(System.nanoTime()),
                Optional.empty(),
                false),
        options);
  }

  /// Logs trouble with the display; the station is restarted anyway.
  @Override
  public void outOfService(Code code) {
    if (headless) {
      return;
    }
    try {
      if (!started) {
        started = true;
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
      }
      Panels panels = fullscreen ? Panels.of(site) : Panels.ONE;
      Platform.runLater(() -> show(code, panels));
    } catch (IllegalStateException | UnsupportedOperationException e) {
      log.error("cannot show the out-of-service screen", e);
    }
  }

  private void show(Code code, Panels panels) {
    FaultWindow there = window;
    if (there == null) {
      there = new FaultWindow(texts, names, theme, flow, time, fullscreen);
      window = there;
    }
    there.show(code, panels.station(), panels.drop());
  }

  @Override
  public void serving() {
    if (!started) {
      return;
    }
    Platform.runLater(
        () -> {
          if (window != null) {
            window.hide();
          }
        });
  }
}
