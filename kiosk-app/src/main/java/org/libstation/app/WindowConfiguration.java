package org.libstation.app;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import javafx.application.Platform;
import org.libstation.app.Engine.Phase;
import org.libstation.language.Texts;
import org.libstation.process.Kiosk;
import org.libstation.process.Vitals;
import org.libstation.screen.SiteBrand;
import org.libstation.screen.SiteTheme;
import org.libstation.site.StationSettings;
import org.libstation.station.FlowLoop;
import org.libstation.station.Forgetting;
import org.libstation.station.parts.Devices;
import org.libstation.station.parts.Inbox;
import org.libstation.station.parts.SpeechParts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;

/// Makes the station's window and the supervision of its process.
@Configuration(proxyBeanMethods = false)
class WindowConfiguration {
  private static final Logger log = LoggerFactory.getLogger(WindowConfiguration.class);
  private static final Duration LOOK = Duration.ofSeconds(1);

  @Bean
  Screens screens(
      StationSettings settings,
      Kiosk.Options options,
      Optional<SiteTheme> theme,
      SiteBrand brand,
      Texts texts,
      SpeechParts speech,
      Devices devices,
      ShownState shown,
      Forgetting forgetting,
      Inbox inbox,
      Beginning beginning,
      EndReason ending) {
    return new Screens(
        settings,
        options,
        theme,
        brand,
        new Screens.Behind(texts, speech, devices, shown, forgetting, inbox),
        beginning,
        () -> ending.because("its window was closed"));
  }

  @Bean
  Engine windowEngine(
      Beginning beginning,
      Vitals vitals,
      Screens screens,
      StationSettings settings,
      Kiosk.Options options) {
    return new Engine(
        Phase.WINDOW,
        () -> {
          vitals.step("the display");
          awaitToolkit(beginning.toolkit());
          if (options.fullscreen()) {
            Screens.check(settings, beginning.panels());
          }
          screens.open();
          vitals.step("the devices");
        },
        () -> {});
  }

  /// Runs after Spring has released its lock, so that a signal can end the station during the wait.
  @Bean
  ApplicationRunner ready(
      Kiosk.Options options,
      Vitals vitals,
      Screens screens,
      FlowLoop loop,
      Devices devices,
      Inbox inbox,
      EndReason ending) {
    return _ -> {
      vitals.step("the first screen");
      screens.awaitFirst();
      vitals.ready(new ScreenTurns(), loop::turns, devices.turns());
      vitals.endWith(
          System.in,
          () -> ending.because("its supervisor is gone"),
          listening -> Thread.ofPlatform().daemon().name("supervisor").start(listening));
      if (options.driven()) {
        new DrivenByParent(loop, inbox, screens, ending).start(System.in, System.out);
      } else {
        log.info("the station is ready");
      }
    };
  }

  /// At any end, informs the supervisor first and stops all drawing.
  @Bean
  ApplicationListener<ContextClosedEvent> orderlyEnd(
      EndReason ending, Vitals vitals, Screens screens) {
    return _ -> {
      boolean _ = ending.because("a signal ended it");
      vitals.end();
      screens.end();
    };
  }

  private static void awaitToolkit(CountDownLatch toolkit) {
    try {
      // Waits in short steps. When a signal comes, Spring interrupts a start that waits without a
      // limit. Vitals ends a start that hangs.
      while (!toolkit.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        log.debug("the toolkit is not there yet");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the start was interrupted", e);
    }
  }

  /// Counts the turns of the FX thread: each look posts a task and counts those done.
  private static final class ScreenTurns implements LongSupplier {
    private final AtomicLong answers = new AtomicLong();
    private final AtomicBoolean asked = new AtomicBoolean();

    @Override
    public long getAsLong() {
      if (asked.compareAndSet(false, true)) {
        Platform.runLater(
            () -> {
              answers.incrementAndGet();
              asked.set(false);
            });
      }
      return answers.get();
    }
  }
}
