package org.libstation.app;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.libstation.central.CentralSystem;
import org.libstation.check.LinkCheck;
import org.libstation.check.Metrics;
import org.libstation.check.TerminalDayFile;
import org.libstation.flow.Flow;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.StationFacts;
import org.libstation.language.Texts;
import org.libstation.language.sound.Tones;
import org.libstation.paper.Layout;
import org.libstation.policy.PolicyBundle;
import org.libstation.process.Kiosk;
import org.libstation.process.log.CodeLog;
import org.libstation.process.log.PublicStatus;
import org.libstation.process.log.Traces;
import org.libstation.service.ClockWarning;
import org.libstation.service.HealthWriter;
import org.libstation.service.RestartRequest;
import org.libstation.service.StationChecks;
import org.libstation.service.StationFigures;
import org.libstation.service.StationSetup;
import org.libstation.service.TechnicianCheckSource;
import org.libstation.service.TechnicianOffice;
import org.libstation.service.setup.SiteSetup;
import org.libstation.site.PolicyFile;
import org.libstation.site.RestFile;
import org.libstation.site.Site;
import org.libstation.site.SiteFiles;
import org.libstation.site.StationSettings;
import org.libstation.site.TimeOfDay;
import org.libstation.station.ClosedDesk;
import org.libstation.station.DeskThread;
import org.libstation.station.EffectRunner;
import org.libstation.station.FlowLoop;
import org.libstation.station.Forgetting;
import org.libstation.station.KeyedDigest;
import org.libstation.station.ProofOfReturn;
import org.libstation.station.ScannerDuty;
import org.libstation.station.TagCommands;
import org.libstation.station.parts.DeskAndOutbox;
import org.libstation.station.parts.Devices;
import org.libstation.station.parts.DevicesInService;
import org.libstation.station.parts.FlowParts;
import org.libstation.station.parts.Inbox;
import org.libstation.station.parts.JournalParts;
import org.libstation.station.parts.LastLifeSign;
import org.libstation.station.parts.OpenJournal;
import org.libstation.station.parts.OutboxLine;
import org.libstation.station.parts.PatronPayments;
import org.libstation.station.parts.ReturnProofs;
import org.libstation.station.parts.SiteCentral;
import org.libstation.station.parts.SpeechParts;
import org.libstation.station.parts.TerminalWatch;
import org.libstation.station.policy.PolicyFeeds;
import org.libstation.station.policy.PolicyInForce;
import org.libstation.sync.Backoff;
import org.libstation.sync.CentralHabits;
import org.libstation.sync.ClockKeeper;
import org.libstation.sync.DefaultDesk;
import org.libstation.sync.Lanes;
import org.libstation.sync.Link;
import org.libstation.sync.LongRest;
import org.libstation.sync.OnPad;
import org.libstation.sync.Outbox;
import org.libstation.sync.SecondLook;
import org.libstation.sync.Settling;
import org.libstation.sync.SyncSettings;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Assembles a station. [EngineConfiguration] has the parts that run by themselves. At the end,
/// beans are closed in the reverse order.
@Configuration(proxyBeanMethods = false)
class KioskConfiguration {
  @Bean
  Site site(StationSettings settings, Kiosk.Options options) {
    return new Site(options.config(), settings, options.overrides());
  }

  @Bean
  SiteCentral siteCentral(
      StationSettings settings, Kiosk.Options options, Optional<Beginning> beginning) {
    return beginning
        .flatMap(Beginning::central)
        .orElseGet(() -> SiteCentral.of(settings, options.config()));
  }

  @Bean
  SyncSettings syncSettings(SiteCentral site) {
    return site.settling();
  }

  @Bean(destroyMethod = "")
  ClockKeeper clock(Site site, SyncSettings sync) {
    return JournalParts.clock(site.data(), site.zone(), sync);
  }

  @Bean
  PolicyInForce policy(Site site, ClockKeeper clock, Optional<Beginning> beginning) {
    PolicyBundle installed =
        beginning
            .flatMap(Beginning::rules)
            .orElseGet(() -> PolicyFile.of(site.settings(), site.directory()));
    return PolicyInForce.of(installed, site.settings(), site.directory(), clock);
  }

  /// Receives all events; passes them to the loop once it exists.
  @Bean
  Inbox inbox() {
    return new Inbox();
  }

  @Bean
  OpenJournal journal(StationSettings settings, Kiosk.Options options, ClockKeeper clock) {
    return JournalParts.running(settings, options.config(), clock);
  }

  @Bean
  CentralSystem central(SiteCentral site, ClockKeeper clock, Metrics metrics) {
    return site.timed(clock, metrics::trip);
  }

  @Bean
  OutboxLine secondLine(SiteCentral site, ClockKeeper clock) {
    return site.second(clock);
  }

  @Bean(destroyMethod = "")
  Link link(
      CentralSystem central,
      ClockKeeper clock,
      SyncSettings sync,
      Inbox inbox,
      Metrics metrics,
      HealthWriter health) {
    Link link =
        new Link(
            central,
            clock,
            sync,
            new Backoff(
                sync.probes().firstPause(),
                sync.probes().longestPause(),
                RandomGenerator.getDefault()),
            new Link.LinkListener() {
              @Override
              public void changed(boolean up) {
                if (!up) {
                  metrics.wentSilent();
                }
                inbox.answer(
                    new FlowEvent.LinkChanged(
                        up ? StationFacts.LinkState.ONLINE : StationFacts.LinkState.SILENT));
              }

              @Override
              public void measured(CentralSystem.Status status) {
                clock.measured(status);
                status.difference().ifPresent(apart -> ClockWarning.told(metrics, apart));
              }
            });
    health.telling(() -> LinkCheck.figures(link.silence()));
    return link;
  }

  @Bean
  PatronPayments patronPayments(
      Kiosk.Options options, StationSettings settings, Traces traces, Devices devices) {
    return PatronPayments.of(
        settings,
        options.config(),
        line -> traces.line(PatronPayments.TRACE, line),
        devices::printOnce);
  }

  /// Watches the site's payment terminal, if it has one.
  @Bean
  TerminalWatch terminalWatch(
      PatronPayments payments, SiteCentral central, ClockKeeper clock, Inbox inbox) {
    boolean booked = central.payments().isPresent();
    if (payments.terminal().isPresent() && !booked) {
      LoggerFactory.getLogger(PatronPayments.class)
          .warn(
              "{}: payment.terminal is set, and the central system books no payments: patrons are"
                  + " sent to the counter",
              PatronPayments.NOT_BOOKED);
    }
    return new TerminalWatch(payments.terminal(), booked, clock::monotonic, inbox::answer);
  }

  @Bean
  LongRest longRest(Site site, OpenJournal journal, ClockKeeper clock) {
    return new LongRest(journal.lastSign(), clock, journal.newest(), new RestFile(site.data()));
  }

  @Bean
  OnPad onPad() {
    return new OnPad();
  }

  /// Makes desk and outbox. If the journal cannot be used, there is only a closed desk.
  @Bean
  DeskAndOutbox settlement(
      StationSettings settings,
      OpenJournal journal,
      Link link,
      OutboxLine secondLine,
      ClockKeeper clock,
      SyncSettings sync,
      SiteCentral site,
      PolicyInForce policy,
      PatronPayments payments,
      LongRest rest,
      OnPad pad) {
    CentralHabits habits = site.habits(policy::loanDays);
    return journal
        .journal()
        .map(
            open -> {
              Lanes lanes = new Lanes();
              Settling settling =
                  new Settling(
                      open, link.gated(), clock, sync, habits, payments.terminal(), rest, pad);
              Settling meanwhile =
                  secondLine
                      .central()
                      .map(
                          own ->
                              new Settling(
                                  open,
                                  link.gated(own),
                                  clock,
                                  sync,
                                  habits,
                                  payments.terminal(),
                                  rest,
                                  pad))
                      .orElse(settling);
              return new DeskAndOutbox(
                  new DefaultDesk(settling, lanes, policy::forNextPatron, policy),
                  Optional.of(
                      new Outbox(
                          meanwhile,
                          lanes,
                          Optional.of(
                              new SecondLook(
                                  meanwhile,
                                  lanes,
                                  link,
                                  SiteCentral.lookAgain(settings.settling().lookAgain()))))));
            })
        .orElseGet(() -> new DeskAndOutbox(new ClosedDesk(journal.trouble()), Optional.empty()));
  }

  @Bean
  Texts texts(Kiosk.Options options, Optional<Beginning> beginning) {
    return beginning.map(Beginning::texts).orElseGet(() -> SiteFiles.texts(options.config()));
  }

  @Bean
  Layout receiptLayout(Kiosk.Options options, Texts texts, StationSettings settings) {
    return SiteFiles.receiptLayout(
        options.config(), texts, FlowParts.paperDots(options.config(), settings));
  }

  @Bean
  DeskThread deskThread() {
    return new DeskThread();
  }

  @Bean
  TagCommands tagCommands() {
    return new TagCommands();
  }

  @Bean
  Devices devices(
      StationSettings settings,
      Kiosk.Options options,
      TagCommands commands,
      Inbox inbox,
      Traces traces,
      Metrics metrics) {
    return Devices.of(settings, options.config(), commands, inbox, traces::line, metrics::again);
  }

  @Bean
  FlowSettings flowSettings(StationSettings settings, SiteCentral central) {
    return FlowParts.settings(settings, central.payments());
  }

  @Bean
  ProofOfReturn proofs(StationSettings settings, Kiosk.Options options) {
    return ReturnProofs.of(settings, options.config());
  }

  @Bean
  EffectRunner effects(
      Site site,
      ProofOfReturn proofs,
      DeskAndOutbox settlement,
      DeskThread deskThread,
      Devices devices,
      TagCommands commands,
      Texts texts,
      Layout receiptLayout,
      PolicyInForce policy,
      OpenJournal journal,
      Tones tones,
      Inbox inbox,
      Ending ending) {
    EffectRunner runner =
        new EffectRunner(
            settlement.desk(),
            deskThread,
            deskThread.releases(),
            devices.commands(),
            commands,
            FlowParts.receipts(
                texts, site.directory(), site.settings(), receiptLayout, policy::news, proofs),
            policy,
            new TechnicianOffice(
                site.settings().technician(),
                journal,
                ending::begun,
                new TechnicianOffice.DayEnds(
                    site.zone(),
                    site.data().resolve(TerminalDayFile.FILE),
                    InstantSource.system())),
            journal::diskState,
            tones,
            inbox::answer);
    return runner.judging(Devices.judge(site.settings().barcodes())).judgingAtDrop(devices::typed);
  }

  @Bean
  Ending ending() {
    return new Ending();
  }

  @Bean
  Tones tones(SpeechParts speech) {
    return new Tones(speech::between, Tones::toSoundCard);
  }

  @Bean
  SpeechParts speech(StationSettings settings, Inbox inbox) {
    return SpeechParts.of(settings.speech(), inbox);
  }

  @Bean
  Forgetting forgetting(DeskThread deskThread, OpenJournal journal, SpeechParts speech) {
    return new Forgetting(
        deskThread,
        List.of(
            Forgetting.ForgettingPart.of("speech", speech::forget),
            Forgetting.ForgettingPart.of("the journal", journal::finishErasures)));
  }

  @Bean
  Traces traces(Site site) {
    return new Traces(site.data(), InstantSource.system());
  }

  @Bean
  Metrics metrics(Site site) {
    return new Metrics(site.data(), InstantSource.system());
  }

  @Bean
  HealthWriter healthWriter(
      Site site, Metrics metrics, Traces traces, Inbox inbox, ClockKeeper clock) {
    Path data = site.data();
    RestartRequest request =
        new RestartRequest(data, () -> inbox.answer(new FlowEvent.RestartWished()));
    HealthWriter writer =
        new HealthWriter(
            data,
            InstantSource.system(),
            metrics,
            () -> {
              traces.look();
              request.look();
            });
    writer.telling(() -> LastLifeSign.figures(clock.now()));
    return writer;
  }

  @Bean
  DevicesInService devicesInService(Devices devices, ClockKeeper clock, EndReason ending) {
    return new DevicesInService(devices, clock::monotonic, ending::goesOnFor);
  }

  @Bean
  StationChecks stationChecks(
      Site site,
      Devices devices,
      DevicesInService inService,
      HealthWriter health,
      Metrics metrics,
      ClockKeeper clock,
      Inbox inbox) {
    StationFigures figures =
        new StationFigures(
            site.data(), site.zone(), devices, health, metrics, InstantSource.system());
    return new StationChecks(
        new TechnicianCheckSource(site, figures),
        inService,
        clock::monotonic,
        RandomGenerator.getDefault(),
        inbox::answer);
  }

  @Bean
  EndReason endReason() {
    return new EndReason();
  }

  @Bean
  RestartExit restartWish(EndReason ending) {
    return new RestartExit(ending);
  }

  @Bean
  StationSetup stationSetup(
      Kiosk.Options options,
      Optional<Beginning> beginning,
      DevicesInService inService,
      RestartExit restart,
      Inbox inbox) {
    SiteSetup site =
        new SiteSetup(
            options.config(),
            options.overrides(),
            TimeOfDay.wall(),
            options.fullscreen()
                ? set -> Screens.check(set, beginning.map(Beginning::panels).orElse(Panels.ONE))
                : _ -> {},
            options.watched() == Kiosk.Supervision.BY_OURS
                ? Optional.of(restart::ask)
                : Optional.empty());
    return new StationSetup(site, inService, inbox::answer);
  }

  @Bean
  ShownState shownState(
      Forgetting forgetting,
      Devices devices,
      Site site,
      HealthWriter health,
      TerminalWatch terminal,
      Tones tones,
      Ending ending) {
    ShownState shown = new ShownState();
    shown.addViewer(forgetting);
    shown.addViewer(health);
    shown.addViewer(terminal);
    shown.addViewer(new CodeLog(ending::begun));
    shown.addViewer(state -> tones.besideSpeech(state.access().aloud().on()));
    shown.addViewer(new ScannerDuty(devices.commands().readers().values()));
    shown.addViewer(new PublicStatus(site.data()));
    return shown;
  }

  @Bean
  FlowLoop flowLoop(
      FlowSettings settings,
      ClockKeeper clock,
      EffectRunner effects,
      StationChecks checks,
      StationSetup setup,
      ShownState shown,
      OpenJournal journal,
      OnPad pad,
      Inbox inbox) {
    effects.serviced(checks, setup);
    FlowLoop loop =
        new FlowLoop(
            new Flow(settings, new KeyedDigest(new SecureRandom())),
            clock,
            effect -> {
              effects.accept(effect);
              journal.after(effect).ifPresent(inbox::answer);
            },
            shown);
    pad.seenBy(returned -> loop.state().lies(returned));
    inbox.deliverTo(loop);
    return loop;
  }

  @Bean
  PolicyFeeds policyFeeds(
      StationSettings settings,
      Kiosk.Options options,
      ClockKeeper clock,
      PolicyInForce policy,
      OpenJournal journal,
      Inbox inbox) {
    return PolicyFeeds.of(settings, options.config(), clock, policy, journal, inbox);
  }
}
