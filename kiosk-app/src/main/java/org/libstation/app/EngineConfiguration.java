package org.libstation.app;

import java.nio.file.Files;
import java.time.Duration;
import org.libstation.app.Engine.Phase;
import org.libstation.check.Metrics;
import org.libstation.fleet.order.OrderDesk;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.StationFacts.JournalHealth;
import org.libstation.process.Kiosk;
import org.libstation.service.HealthWriter;
import org.libstation.service.StationOrderActions;
import org.libstation.site.Site;
import org.libstation.site.StationSettings;
import org.libstation.station.EffectRunner;
import org.libstation.station.FlowLoop;
import org.libstation.station.parts.Devices;
import org.libstation.station.parts.Inbox;
import org.libstation.station.parts.JournalParts;
import org.libstation.station.parts.OpenJournal;
import org.libstation.station.parts.Settlement;
import org.libstation.station.parts.SettlingLoops;
import org.libstation.station.parts.SpeechParts;
import org.libstation.station.parts.StaleCards;
import org.libstation.station.parts.TerminalWatch;
import org.libstation.station.policy.PolicyFeeds;
import org.libstation.sync.ClockKeeper;
import org.libstation.sync.Link;
import org.libstation.sync.LongRest;
import org.libstation.sync.Outbox;
import org.libstation.sync.StartLook;
import org.libstation.sync.StepLoop;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What of the station runs on its own.
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {
  /// How often a disk that ran full is looked at.
  private static final Duration ROOM = Duration.ofSeconds(10);

  /// The loop, with what was left undone when the program ended last.
  @Bean
  Engine flowEngine(
      FlowLoop loop,
      EffectRunner effects,
      Devices devices,
      OpenJournal journal,
      StationSettings settings,
      Inbox inbox) {
    return new Engine(
        Phase.FLOW,
        () -> {
          if (journal.health() != JournalHealth.GOOD) {
            inbox.answer(new FlowEvent.JournalChanged(journal.health(), journal.cause()));
          }
          loop.start();
          effects.accept(new Effect.ReadUnarmed());
          effects.accept(new Effect.ReadUntaken());
          if (devices.hasDrop()) {
            effects.accept(new Effect.ReadBin(settings.drop().closeAtPercent()));
          }
        },
        () -> {});
  }

  @Bean
  Engine deviceEngine(Devices devices) {
    return new Engine(Phase.DEVICES, devices::start, devices::close);
  }

  @Bean
  SettlingLoops settlingLoops(Link link, Settlement settlement, OpenJournal journal, Inbox inbox) {
    return new SettlingLoops(link, settlement, journal, inbox);
  }

  @Bean
  Engine settlingEngine(SettlingLoops loops) {
    return Engine.of(loops.all().toArray(StepLoop[]::new));
  }

  /// A disk that was full, cards that are kept no longer, and the look at what the last run left.
  @Bean
  Engine keepingEngine(
      OpenJournal journal, Link link, ClockKeeper clock, Site site, LongRest rest) {
    StaleCards stale =
        new StaleCards(
            journal,
            JournalParts.recoveryKey(site.settings(), site.directory()),
            site.data().resolve("exports"),
            clock::now);
    StepLoop room =
        new StepLoop(
            "room",
            () -> {
              journal.takeRoomAgain();
              return ROOM;
            });
    StepLoop cards =
        new StepLoop(
            "stale cards",
            () -> {
              int _ = stale.leave();
              return StaleCards.EVERY;
            });
    return journal
        .journal()
        .map(open -> new StartLook(open, link.gated(), rest))
        .map(look -> Engine.of(room, cards, new StepLoop("start look", look::step)))
        .orElseGet(() -> Engine.of(room, cards));
  }

  @Bean
  Engine terminalEngine(TerminalWatch watch) {
    return watch.watches() ? Engine.of(new StepLoop("terminal", watch::step)) : Engine.of();
  }

  @Bean
  Engine feedEngine(PolicyFeeds feeds) {
    return new Engine(Phase.LOOPS, feeds::start, feeds::close);
  }

  /// News to the fleet; without one nothing of it is loaded.
  @Bean
  Engine fleetEngine(
      Site site,
      Metrics metrics,
      ShownState shown,
      HealthWriter health,
      StationOrderActions.StationAccess station) {
    if (site.settings().fleet().isSet()) {
      return FleetEngine.of(site, metrics, shown, health, station);
    }
    return Files.exists(site.data().resolve(OrderDesk.FILE))
        ? FleetEngine.without(site.data(), station)
        : Engine.of();
  }

  /// What orders from afar reach.
  @Bean
  StationOrderActions.StationAccess farStation(
      Inbox inbox,
      ClockKeeper clock,
      PolicyFeeds feeds,
      Settlement settlement,
      SettlingLoops loops,
      Kiosk.Options options) {
    return new StationOrderActions.StationAccess(
        inbox::answer,
        clock::now,
        feeds,
        loops::wake,
        () -> settlement.outbox().map(Outbox::waiting).orElse(0),
        options.watched() == Kiosk.Supervision.BY_OURS);
  }

  @Bean
  Engine speechEngine(SpeechParts speech, Inbox inbox) {
    return new Engine(Phase.LOOPS, () -> speech.start(inbox), () -> {});
  }
}
