package org.libstation.service;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.libstation.check.CacheCheck;
import org.libstation.check.Check;
import org.libstation.check.CheckPhrase;
import org.libstation.check.CheckRun;
import org.libstation.check.DeviceReport;
import org.libstation.check.Finding;
import org.libstation.check.HealthFile;
import org.libstation.check.PlainCheck;
import org.libstation.check.Report;
import org.libstation.check.ShownSetting;
import org.libstation.check.UpdateCheck;
import org.libstation.check.Verdict;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.Drivers;
import org.libstation.device.exam.ExamWishes;
import org.libstation.flow.state.Language;
import org.libstation.language.Words;
import org.libstation.process.InstalledProgram;
import org.libstation.service.setup.SettingsList;
import org.libstation.site.Site;
import org.libstation.site.SiteFiles;
import org.libstation.site.SiteProblem;
import org.libstation.site.StationSettings;
import org.libstation.site.Version;

/// The checks of a site, for `doctor` and the support bundle.
///
/// @param running whether a station runs with this data directory
/// @param settings all settings in effect; empty if they cannot be read
public record SiteDoctor(
    String station,
    boolean running,
    Words words,
    List<Check> checks,
    List<ShownSetting> settings,
    Supplier<OffsetDateTime> now,
    Supplier<Duration> monotonic) {
  public SiteDoctor {
    checks = List.copyOf(checks);
    settings = List.copyOf(settings);
  }

  /// Makes the checks. Faults of the site never make this fail: they become findings.
  ///
  /// @param language BCP 47 tag of the report's language
  /// @throws SiteProblem if the language is not supported
  public static SiteDoctor of(
      Path config, Map<String, String> overrides, String language, ExamWishes wishes) {
    Words words = words(config, language);
    Site site;
    try {
      site = Site.open(config, overrides);
    } catch (SiteProblem wrong) {
      return now(config.toString(), false, words, unreadable(wrong), List.of());
    }
    return of(site, words, wishes);
  }

  /// Makes the checks of a site with readable settings, in English.
  static SiteDoctor of(Site site, ExamWishes wishes) {
    return of(site, words(site.directory(), Language.OF_STAFF.tag()), wishes);
  }

  private static SiteDoctor of(Site site, Words words, ExamWishes wishes) {
    boolean running = HealthFile.isRunning(site.data());
    return now(
        site.settings().name().getOrDefault(words.language(), ""),
        running,
        words,
        Stream.concat(
                SiteChecks.of(site, running, running, wishes).stream(),
                Stream.of(cache(), update()))
            .toList(),
        SettingsList.told(site, words));
  }

  /// Runs checks one after the other.
  ///
  /// @param fix whether to mend what can be mended; then all checks run once more
  public Report report(List<Check> checks, boolean fix) throws InterruptedException {
    Duration begun = monotonic.get();
    List<CheckRun.CheckOutcome> outcomes = run(checks);
    if (fix && mended(checks, outcomes)) {
      outcomes = run(checks);
    }
    return new Report(
        station,
        Version.number(),
        now.get(),
        running,
        monotonic.get().minus(begun),
        outcomes,
        settings);
  }

  private List<CheckRun.CheckOutcome> run(List<Check> checks) throws InterruptedException {
    return new CheckRun(checks, monotonic, CheckRun.Listener.NONE).run();
  }

  private static boolean mended(List<Check> checks, List<CheckRun.CheckOutcome> outcomes) {
    boolean changed = false;
    for (int i = 0; i < checks.size(); i++) {
      if (outcomes.get(i).verdict()
          instanceof Verdict.WithFindings(var _, List<Finding> findings)) {
        for (Finding finding : findings) {
          changed |= finding.fixable() && checks.get(i).fix(finding);
        }
      }
    }
    return changed;
  }

  /// The devices of a site, for a report about how they answer.
  public static List<DeviceReport.ReportedDevice> devices(Site site) {
    DeviceSheets sheets = DeviceSheets.of(site.directory().resolve("devices"));
    return site.settings().devices().entrySet().stream()
        .map(entry -> device(entry.getKey().word(), entry.getValue(), sheets))
        .toList();
  }

  /// Describes one device. If its address cannot be read, only name, model and options are given.
  private static DeviceReport.ReportedDevice device(
      String name, StationSettings.DeviceEntry entry, DeviceSheets sheets) {
    String scheme = "";
    Map<String, String> line = Map.of();
    Set<String> own = new TreeSet<>();
    try {
      DeviceAddress address = DeviceAddress.parse(entry.address());
      scheme = address.scheme();
      line = address.options();
      Drivers.options(entry.model(), name, address, entry.options(), DeviceClock.system(), sheets)
          .stream()
          .filter(each -> each.isOwn(entry.options().getOrDefault(each.key(), "")))
          .forEach(each -> own.add(each.key()));
    } catch (IllegalArgumentException _) {
      // The device's own check reports this, in the words of the settings.
    }
    return new DeviceReport.ReportedDevice(name, entry.model(), scheme, line, entry.options(), own);
  }

  /// Left out of the technician's checks on the screen, because it starts a virtual machine.
  private static Check cache() {
    return CacheCheck.of(
        Optional.ofNullable(System.getProperty("libstation.args")).map(Path::of),
        Path.of(System.getProperty("java.home"), "bin", "java"),
        SiteChecks.QUICK);
  }

  private static Check update() {
    return UpdateCheck.of(!InstalledProgram.name().isEmpty(), UpdateCheck.STATE, SiteChecks.QUICK);
  }

  private static SiteDoctor now(
      String station,
      boolean running,
      Words words,
      List<Check> checks,
      List<ShownSetting> settings) {
    InstantSource wall = InstantSource.system();
    return new SiteDoctor(
        station,
        running,
        words,
        checks,
        settings,
        () -> OffsetDateTime.ofInstant(wall.instant(), ZoneId.systemDefault()),
        () -> Duration.ofNanos(System.nanoTime()));
  }

  private static Words words(Path config, String language) {
    try {
      return SiteFiles.texts(config).in(Language.of(language));
    } catch (IllegalArgumentException _) {
      throw new SiteProblem("--language: expected " + Language.TAGS + ", not '" + language + "'");
    }
  }

  private static List<Check> unreadable(SiteProblem wrong) {
    return List.of(
        new PlainCheck(
            "configuration",
            SiteChecks.QUICK,
            () ->
                Verdict.of(
                    CheckPhrase.of("told.configuration.wrong"),
                    List.of(
                        Finding.fault(
                            "G11",
                            CheckPhrase.of("told.plain", String.valueOf(wrong.getMessage())))))));
  }
}
