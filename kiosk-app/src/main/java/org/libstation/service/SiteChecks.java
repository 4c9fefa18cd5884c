package org.libstation.service;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.libstation.central.CentralSystem;
import org.libstation.check.Check;
import org.libstation.check.CheckPhrase;
import org.libstation.check.DeviceCheck;
import org.libstation.check.Finding;
import org.libstation.check.HealthFile;
import org.libstation.check.JournalCheck;
import org.libstation.check.KernelClock;
import org.libstation.check.KeysCheck;
import org.libstation.check.LinkCheck;
import org.libstation.check.MachineChecks;
import org.libstation.check.PlainCheck;
import org.libstation.check.PolicyAge;
import org.libstation.check.RunningDeviceCheck;
import org.libstation.check.Verdict;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.Drivers;
import org.libstation.device.driver.LinkOpeners;
import org.libstation.device.exam.ExamWishes;
import org.libstation.device.exam.Examination;
import org.libstation.payment.PaymentTerminal;
import org.libstation.policy.PolicyBundle;
import org.libstation.service.setup.SettingsList;
import org.libstation.service.setup.SiteTrial;
import org.libstation.site.DeviceName;
import org.libstation.site.FleetPlace;
import org.libstation.site.PinHash;
import org.libstation.site.PolicyFile;
import org.libstation.site.SessionFile;
import org.libstation.site.SettingsFile;
import org.libstation.site.Site;
import org.libstation.site.SiteProblem;
import org.libstation.site.StationSettings;
import org.libstation.site.ZoneFile;
import org.libstation.station.parts.JournalParts;
import org.libstation.station.parts.PatronPayments;
import org.libstation.station.parts.SiteCentral;
import org.libstation.sync.ZoneWatch;

/// Makes the checks of a site from its settings.
public final class SiteChecks {
  /// Time limit of checks that only read the disk. They take milliseconds, but a machine may be
  /// busy and a disk slow.
  static final Duration QUICK = Duration.ofSeconds(20);

  /// Time limit of the link's check, which sends a request to the central system and then tests the
  /// connection.
  private static final Duration LINE = Duration.ofSeconds(40);

  /// Time limit of the payment terminal's check: its diagnosis sends a request over the terminal's
  /// network.
  private static final Duration TERMINAL = Duration.ofMinutes(3);

  /// Fonts of the screens and receipts (Debian: fonts-noto-core, fonts-noto-cjk, fonts-wqy-zenhei).
  private static final List<String> FONTS =
      List.of(
          "usr/share/fonts/truetype/noto/NotoSans-Regular.ttf",
          "usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
          "usr/share/fonts/truetype/wqy/wqy-zenhei.ttc");

  private final Site site;
  private final Path config;
  private final StationSettings settings;
  private final Path data;

  private SiteChecks(Site site) {
    this.site = site;
    this.config = site.directory();
    this.settings = site.settings();
    this.data = site.data();
  }

  /// @param running whether a station runs with this data directory. Then the central system is not
  ///   contacted, because the site may allow only one connection.
  /// @param held whether that station holds its devices; it releases them for its own checks
  public static List<Check> of(Site site, boolean running, boolean held, ExamWishes wishes) {
    SiteChecks all = new SiteChecks(site);
    InstantSource wall = InstantSource.system();
    List<Check> checks = new ArrayList<>();
    checks.add(all.configuration());
    checks.add(all.policy(wall));
    checks.add(
        new KeysCheck(
            all.data.resolve("keys"),
            all.config.resolve("devices"),
            all.settings.mode() == StationSettings.Mode.LIVE));
    checks.addAll(all.around(running, wall));
    all.fleet(running, wall).ifPresent(checks::add);
    all.payment(running, wall).ifPresent(checks::add);
    checks.add(new PlainCheck("golive", QUICK, () -> BeforeLive.overdueTest(site)));
    all.panel(wall).ifPresent(checks::add);
    checks.addAll(all.devices(held, wall, wishes));
    return checks;
  }

  private Check configuration() {
    return new PlainCheck(
        "configuration",
        QUICK,
        () -> {
          List<SettingsList.SettingLine> lines = SettingsList.of(site);
          List<Finding> findings = new ArrayList<>();
          try {
            SiteTrial.check(config, settings);
          } catch (SiteProblem wrong) {
            findings.add(
                Finding.fault(
                    "G11", CheckPhrase.of("told.plain", String.valueOf(wrong.getMessage()))));
          }
          long open =
              settings.technician().pins().values().stream()
                  .filter(pin -> !PinHash.isHash(pin))
                  .count();
          if (open > 0) {
            findings.add(Finding.attention("G12", CheckPhrase.of("told.plain", open)));
          }
          List<String> cut = SettingsFile.cutSecrets(config);
          if (!cut.isEmpty()) {
            findings.add(
                Finding.attention("G15", CheckPhrase.of("told.plain", String.join("; ", cut))));
          }
          long set = lines.stream().filter(SettingsList.SettingLine::isSet).count();
          boolean anyOwner =
              settings.tagOwners().isBlank()
                  && (settings.devices().containsKey(DeviceName.PAD)
                      || settings.devices().containsKey(DeviceName.DROP));
          return Verdict.of(
              CheckPhrase.of(
                  anyOwner ? "told.configuration.owners" : "told.configuration", lines.size(), set),
              findings);
        });
  }

  private Check policy(InstantSource wall) {
    return new PlainCheck(
        "policy",
        QUICK,
        () -> {
          PolicyBundle bundle;
          try {
            bundle = PolicyFile.of(site.settings(), site.directory());
          } catch (SiteProblem wrong) {
            String why = String.valueOf(wrong.getMessage());
            return Verdict.of(
                CheckPhrase.of("told.policy.wrong"),
                List.of(Finding.fault("G21", CheckPhrase.of("told.plain", why))));
          }
          StationSettings.PolicyFeed feed = settings.policyFeed();
          List<Finding> old =
              feed.isSet()
                  ? PolicyAge.finding(
                          PolicyAge.told(HealthFile.read(data)),
                          Duration.ofHours(feed.oldAfterHours()),
                          wall.instant())
                      .stream()
                      .toList()
                  : List.of();
          String version = bundle.at(wall.instant()).version();
          Optional<Long> days =
              bundle.issuedAt().map(at -> Duration.between(at, wall.instant()).toDays());
          return Verdict.of(
              days.map(age -> CheckPhrase.of("told.policy.dated", version, age))
                  .orElseGet(() -> CheckPhrase.of("told.policy", version)),
              old);
        });
  }

  private List<Check> around(boolean running, InstantSource wall) {
    MachineChecks machine = new MachineChecks(Path.of("/"));
    List<Check> checks = new ArrayList<>();
    checks.add(new JournalCheck(data.resolve("journal"), JournalParts.signs(data), wall));
    checks.add(running ? runningLink(wall) : link());
    ZoneId central = site.zone();
    checks.add(
        machine.clock(
            ZoneId.systemDefault(),
            central,
            wall,
            // If no station runs, the check of the link contacts the central system itself.
            () -> running ? CentralClock.finding(data, central) : Optional.empty(),
            new KernelClock()));
    checks.add(machine.disk(data));
    checks.add(machine.memory());
    checks.add(machine.temperature());
    checks.add(machine.fonts(FONTS));
    return checks;
  }

  private Check link() {
    SiteCentral site = SiteCentral.of(settings, config);
    Supplier<CentralSystem> central =
        () -> site.system(JournalParts.clock(data, this.site.zone(), site.settling()));
    ZoneWatch zones = new ZoneWatch(this.site.zone(), new ZoneFile(data));
    return new LinkCheck(
        central,
        () -> Duration.ofNanos(System.nanoTime()),
        difference -> CentralClock.finding(zones.judge(Instant.now(), difference)),
        way(site),
        LINE);
  }

  private LinkCheck.CentralRoute way(SiteCentral site) {
    return new LinkCheck.CentralRoute(
        settings.central().host(), settings.central().port(), site::look);
  }

  /// The fleet's check; empty if the site has no fleet.
  private Optional<Check> fleet(boolean running, InstantSource wall) {
    return Optional.of(settings.fleet())
        .filter(FleetPlace::isSet)
        .map(
            place ->
                new PlainCheck(
                    "fleet",
                    QUICK,
                    () ->
                        FleetService.present()
                            .map(
                                fleet ->
                                    running
                                        ? fleet.told(place, data, told(wall))
                                        : fleet.tried(place, config, data))
                            .orElseGet(FleetService::absent)));
  }

  /// The check of a real payment terminal; empty if the site has none. A running station owns the
  /// terminal and reports its state. If payments cannot be booked, the check reports this and does
  /// not contact the terminal.
  private Optional<Check> payment(boolean running, InstantSource wall) {
    Optional<Finding> unbooked = unbooked();
    if (unbooked.isPresent()) {
      return Optional.of(
          new PlainCheck(
              PatronPayments.TRACE,
              QUICK,
              () ->
                  Verdict.of(
                      CheckPhrase.of("told.payment.none"), List.of(unbooked.orElseThrow()))));
    }
    return Optional.of(settings)
        .filter(it -> it.payment().terminal() == StationSettings.TerminalKind.ZVT)
        .map(
            _ ->
                new PlainCheck(
                    PatronPayments.TRACE,
                    TERMINAL,
                    () ->
                        running
                            ? told(wall)
                                .flatMap(
                                    it ->
                                        Optional.ofNullable(it.devices().get(PatronPayments.TRACE)))
                                .map(SiteChecks::seen)
                                .orElseGet(
                                    () ->
                                        new Verdict.NotApplicable(
                                            CheckPhrase.of("told.payment.running")))
                            : tried(PatronPayments.of(settings, config, _ -> {}, _ -> {}))));
  }

  private Optional<Finding> unbooked() {
    try {
      return BeforeLive.payments(site);
    } catch (SiteProblem _) {
      // The check of the settings reports what is wrong with the dialect.
      return Optional.empty();
    }
  }

  private static Verdict seen(HealthFile.DeviceState state) {
    return state.condition() == HealthFile.HealthCondition.READY
        ? new Verdict.Good(CheckPhrase.of("told.payment.seen"))
        : terminal(state.code(), state.reason());
  }

  private static Verdict tried(PatronPayments payments) {
    try (PaymentTerminal terminal = payments.terminal().orElseThrow()) {
      return switch (terminal.diagnose()) {
        case PaymentTerminal.Condition.TerminalReady(Optional<String> number) ->
            new Verdict.Good(CheckPhrase.of("told.payment", number.orElse("-")));
        case PaymentTerminal.Condition.Away(String reason) -> terminal(PatronPayments.AWAY, reason);
        case PaymentTerminal.Condition.TerminalFaulty(String reason) ->
            terminal(PatronPayments.FAULT, reason);
      };
    }
  }

  private static Verdict terminal(String code, String reason) {
    return Verdict.of(
        CheckPhrase.of("told.payment.none"),
        List.of(Finding.fault(code, CheckPhrase.of("told.plain", reason))));
  }

  /// The check of the drop's own panel, if one is named. Only the running station sees the panel.
  private Optional<Check> panel(InstantSource wall) {
    return SessionFile.of(config)
        .drop()
        .map(
            panel ->
                new PlainCheck(
                    SessionFile.DROP_SCREEN,
                    QUICK,
                    () ->
                        told(wall)
                            .map(it -> it.devices().get(SessionFile.DROP_SCREEN))
                            .map(state -> judged(panel, state))
                            .orElseGet(
                                () ->
                                    new Verdict.NotApplicable(
                                        CheckPhrase.of("told.device.untold")))));
  }

  private static Verdict judged(String panel, HealthFile.DeviceState state) {
    if (state.condition() == HealthFile.HealthCondition.READY) {
      return new Verdict.Good(CheckPhrase.of("told.panel", panel));
    }
    CheckPhrase missing = CheckPhrase.of("told.panel.missing", panel);
    return Verdict.of(missing, List.of(Finding.attention("G75", missing)));
  }

  private Optional<HealthFile.Health> told(InstantSource wall) {
    return HealthFile.read(data)
        .filter(it -> it.at().plus(HealthFile.FRESH).isAfter(wall.instant()));
  }

  private Check runningLink(InstantSource wall) {
    return new PlainCheck(
        "link",
        LINE,
        () -> {
          Optional<HealthFile.Health> health = told(wall);
          if (health.isEmpty()) {
            return Verdict.of(
                CheckPhrase.of("told.device.untold"),
                List.of(
                    Finding.attention(
                        "G81", CheckPhrase.of("seen.G81", HealthFile.FRESH.toSeconds()))));
          }
          if (health.get().link() == HealthFile.LinkHealth.ONLINE) {
            return Verdict.of(
                CheckPhrase.of("told.link.running"),
                LinkCheck.apart(health.get()).stream().toList());
          }
          // While the link is silent, no connection is open that a test could disturb.
          return LinkCheck.silence(health.get())
              .map(silence -> LinkCheck.silent(silence, way(SiteCentral.of(settings, config))))
              .orElseGet(() -> new Verdict.Unproven(CheckPhrase.of("told.link.untold")));
        });
  }

  private List<Check> devices(boolean held, InstantSource wall, ExamWishes wishes) {
    List<Check> checks = new ArrayList<>();
    Optional<HealthFile.Health> health = held ? told(wall) : Optional.empty();
    settings
        .devices()
        .forEach(
            (name, entry) ->
                checks.add(
                    held
                        ? new RunningDeviceCheck(
                            name.word(),
                            health.flatMap(
                                it -> Optional.ofNullable(it.devices().get(name.word()))))
                        : device(config, name.word(), entry, wishes)));
    return checks;
  }

  /// @throws SiteProblem if the device's settings are wrong
  private static Check device(
      Path config, String name, StationSettings.DeviceEntry entry, ExamWishes wishes) {
    try {
      DeviceAddress address = DeviceAddress.parse(entry.address());
      DeviceClock clock = DeviceClock.system();
      Optional<Examination> examination =
          Drivers.examination(
              entry.model(),
              name,
              address,
              entry.options(),
              clock,
              DeviceSheets.of(config.resolve("devices")));
      return examination.isEmpty()
          ? new PlainCheck(
              name, QUICK, () -> new Verdict.NotApplicable(CheckPhrase.of("told.device.noexam")))
          : new DeviceCheck(name, examination, LinkOpeners.of(address), clock, wishes);
    } catch (IllegalArgumentException wrong) {
      return new PlainCheck(
          name,
          QUICK,
          () ->
              Verdict.of(
                  CheckPhrase.of("told.configuration.wrong"),
                  List.of(
                      Finding.fault(
                          "G11",
                          CheckPhrase.of("told.plain", String.valueOf(wrong.getMessage()))))));
    }
  }
}
