package org.libstation.service.setup;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.libstation.check.HealthFile;
import org.libstation.check.ShownSetting;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.PortBoard;
import org.libstation.flow.state.SetupAnswer;
import org.libstation.process.log.StaffLog;
import org.libstation.site.SettingKey;
import org.libstation.site.Site;
import org.libstation.site.SiteFiles;
import org.libstation.site.SiteProblem;
import org.libstation.site.StationSettings;
import org.libstation.site.TimeOfDay;

/// Changes a site's settings from a shell, as the technician's screen does. The site's staff log
/// records each change. Each method throws [SiteProblem], in plain words, if the site's files are
/// wrong.
public final class ShellSetup {
  private ShellSetup() {}

  /// A change that is not written yet.
  ///
  /// @param tried the differences, or why the station would not start with them
  /// @param wanted the resulting site; empty if it would not start
  /// @param write writes the change; takes the name of the person who makes it
  public record SetupChange(
      SetupAnswer.SetupTried tried,
      Optional<Site> wanted,
      Function<String, SetupAnswer.SetupResult> write) {}

  private static SiteSetup setup(Path config, Map<String, String> overrides) {
    return setup(config, overrides, _ -> {});
  }

  private static SiteSetup setup(
      Path config, Map<String, String> overrides, Consumer<StationSettings> tried) {
    return new SiteSetup(config, overrides, TimeOfDay.wall(), tried, Optional.empty());
  }

  /// Every setting with its value, source and effect.
  public static List<ShownSetting> settings(Site site) {
    return SettingsList.told(site, SiteFiles.texts(site.directory()).in(Language.OF_STAFF));
  }

  /// The keys of all lists of entries.
  public static List<String> lists() {
    return SettingKey.lists(StationSettings.class).stream().map(SettingKey::key).toList();
  }

  /// @param keys values by full key without `station.`
  public static SetupChange change(Path config, Map<String, String> keys) {
    return change(config, Map.of(), keys);
  }

  /// @param overrides settings that replace the file's when the station runs; the data directory
  ///   may be one of them
  public static SetupChange change(
      Path config, Map<String, String> overrides, Map<String, String> keys) {
    AtomicReference<@Nullable StationSettings> wanted = new AtomicReference<>();
    SiteSetup setup = setup(config, overrides, wanted::set);
    SetupAnswer.SetupTried tried = setup.keys(keys);
    return new SetupChange(
        tried,
        Optional.ofNullable(wanted.get()).map(settings -> new Site(config, settings, overrides)),
        by -> logged(config, overrides, () -> setup.write(by)));
  }

  /// Restores the previous version of the settings file.
  public static SetupAnswer.SetupResult back(Path config, String by) {
    return logged(config, Map.of(), () -> setup(config, Map.of()).putBack(by));
  }

  /// Runs a change while the site's staff log is open.
  private static SetupAnswer.SetupResult logged(
      Path config, Map<String, String> overrides, Supplier<SetupAnswer.SetupResult> deed) {
    Path data = config.resolve("data");
    try {
      data = config.resolve(setup(config, overrides).settings().data());
    } catch (SiteProblem _) {
      // The settings cannot be read now; this change may mend them.
    }
    try (StaffLog _ = new StaffLog(data)) {
      return deed.get();
    }
  }

  /// The kept versions, one a line, newest first.
  public static List<String> versions(Path config) {
    return setup(config, Map.of()).versions().stream()
        .map(
            version ->
                "%s  replaced %s%s"
                    .formatted(
                        version.path(), version.replaced(), version.undone() ? "  (undone)" : ""))
        .toList();
  }

  /// Probes all ports.
  ///
  /// @param code the code that a person holds before a scanner that types
  /// @param moved takes the board after each step
  /// @throws SiteProblem if the settings are wrong, or while the station runs, because it holds its
  ///   devices
  public static PortBoard ports(Path config, String code, Consumer<PortBoard> moved) {
    StationSettings settings = setup(config, Map.of()).settings();
    if (HealthFile.isRunning(config.resolve(settings.data()))) {
      throw new SiteProblem(
          "the station runs and holds its devices: end it, or find the ports on its own screen"
              + " (Service, Set up)");
    }
    return setup(config, Map.of()).ports(code, () -> false, moved);
  }
}
