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

/// A site's settings from a shell: the same as on the technician's screen. The staff log of the
/// site has each change. Each method throws [SiteProblem] in plain words when the site's files
/// cannot be.
public final class ShellSetup {
  private ShellSetup() {}

  /// A change that is not made yet.
  ///
  /// @param tried what would differ, and why it would not start
  /// @param wanted the site as it would be; empty where it would not start
  /// @param write makes it; takes who does it
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

  /// Every setting with its value, its place and what it does.
  public static List<ShownSetting> settings(Site site) {
    return SettingsList.told(site, SiteFiles.texts(site.directory()).in(Language.OF_STAFF));
  }

  /// The lists that have entries.
  public static List<String> lists() {
    return SettingKey.lists(StationSettings.class).stream().map(SettingKey::key).toList();
  }

  /// @param keys values by full key without `station.`
  public static SetupChange change(Path config, Map<String, String> keys) {
    return change(config, Map.of(), keys);
  }

  /// @param overrides settings that win over the file's where the station runs; where its data lie
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

  /// Puts the version before back.
  public static SetupAnswer.SetupResult back(Path config, String by) {
    return logged(config, Map.of(), () -> setup(config, Map.of()).putBack(by));
  }

  /// What runs in here stands in the staff log of the site.
  private static SetupAnswer.SetupResult logged(
      Path config, Map<String, String> overrides, Supplier<SetupAnswer.SetupResult> deed) {
    Path data = config.resolve("data");
    try {
      data = config.resolve(setup(config, overrides).settings().data());
    } catch (SiteProblem _) {
      // They cannot be read now: what is written mends them.
    }
    try (StaffLog _ = new StaffLog(data)) {
      return deed.get();
    }
  }

  /// The kept versions, a line each, the newest first.
  public static List<String> versions(Path config) {
    return setup(config, Map.of()).versions().stream()
        .map(
            version ->
                "%s  replaced %s%s"
                    .formatted(
                        version.path(), version.replaced(), version.undone() ? "  (undone)" : ""))
        .toList();
  }

  /// Asks at all ports.
  ///
  /// @param code that a hand holds before a scanner which types
  /// @param moved told with each step
  /// @throws SiteProblem also while the station runs, which holds its devices
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
