package org.libstation.service;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.libstation.check.CacheCheck;
import org.libstation.check.Check;
import org.libstation.check.CheckPhrase;
import org.libstation.check.Finding;
import org.libstation.check.HealthFile;
import org.libstation.check.PlainCheck;
import org.libstation.check.ShownSetting;
import org.libstation.check.UpdateCheck;
import org.libstation.check.Verdict;
import org.libstation.device.exam.ExamWishes;
import org.libstation.flow.state.Language;
import org.libstation.language.Words;
import org.libstation.process.InstalledProgram;
import org.libstation.service.setup.SettingsList;
import org.libstation.site.Site;
import org.libstation.site.SiteFiles;
import org.libstation.site.SiteProblem;

/// The checks of a site, for `doctor` and the support bundle.
///
/// @param running whether a station runs with this data directory
/// @param settings all the station goes by; none where they cannot be read
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

  /// Never fails for what is wrong with the site: that is a finding.
  ///
  /// @param language BCP 47 tag of what is said
  /// @throws SiteProblem for a language there is not
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

  /// Of a site whose settings can be, in English.
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

  /// The technician's checks at the screen go without it: it starts a virtual machine.
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
