package org.libstation.app;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import org.libstation.app.Engine.Phase;
import org.libstation.check.Metrics;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.StationFacts.JournalHealth;
import org.libstation.process.Kiosk;
import org.libstation.service.FleetService;
import org.libstation.service.HealthWriter;
import org.libstation.service.StationAccess;
import org.libstation.site.Site;
import org.libstation.site.StationSettings;
import org.libstation.station.EffectRunner;
import org.libstation.station.FlowLoop;
import org.libstation.station.parts.DeskAndOutbox;
import org.libstation.station.parts.Devices;
import org.libstation.station.parts.Inbox;
import org.libstation.station.parts.JournalParts;
import org.libstation.station.parts.OpenJournal;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Makes the engines of the station: its parts that run by themselves.
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {
  private static final Logger log = LoggerFactory.getLogger(EngineConfiguration.class);

  /// Interval of checks whether a full disk has room again.
  private static final Duration ROOM = Duration.ofSeconds(10);

  /// Starts the loop, and reads what the previous run left unfinished.
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
  SettlingLoops settlingLoops(
      Link link, DeskAndOutbox settlement, OpenJournal journal, Inbox inbox) {
    return new SettlingLoops(link, settlement, journal, inbox);
  }

  @Bean
  Engine settlingEngine(SettlingLoops loops) {
    return Engine.of(loops.all().toArray(StepLoop[]::new));
  }

  /// Keeps the journal: takes disk room back, exports old card numbers, and checks what the
  /// previous run left open.
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

  /// Connects to the fleet. Without a fleet, none of its code is loaded.
  @Bean
  Engine fleetEngine(
      Site site, Metrics metrics, ShownState shown, HealthWriter health, StationAccess station) {
    boolean inFleet = site.settings().fleet().isSet();
    if (!inFleet && !Files.exists(site.data().resolve(FleetService.ORDERS_FILE))) {
      return Engine.of();
    }
    Optional<FleetService> fleet = FleetService.present();
    if (fleet.isEmpty()) {
      log.warn(
          "The archive `fleet` is not installed: the station sends no status to the fleet and takes no orders.");
      return Engine.of();
    }
    if (!inFleet) {
      return new Engine(
          Phase.LOOPS, () -> fleet.get().forget(site.data(), station.clock().get()), () -> {});
    }
    FleetService.FleetLink link = fleet.get().link(site, metrics, station);
    link.viewers().forEach(shown::addViewer);
    health.telling(link::figures);
    return new Engine(Phase.LOOPS, link::start, link::close);
  }

  /// The parts of the station that remote orders use.
  @Bean
  StationAccess stationAccess(
      Inbox inbox,
      ClockKeeper clock,
      PolicyFeeds feeds,
      DeskAndOutbox settlement,
      SettlingLoops loops,
      Kiosk.Options options) {
    return new StationAccess(
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
