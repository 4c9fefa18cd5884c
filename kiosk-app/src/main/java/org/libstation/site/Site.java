package org.libstation.site;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;

/// An opened site: its directory and its checked settings.
///
/// @param directory the directory of `station.yaml`
/// @param overrides settings that replace the file's, by full key
public record Site(Path directory, StationSettings settings, Map<String, String> overrides) {
  public Site {
    overrides = Map.copyOf(overrides);
  }

  /// @throws SiteProblem if the settings are wrong, with file, line, key and what was expected
  public static Site open(Path directory) {
    return open(directory, Map.of());
  }

  /// @throws SiteProblem if the settings are wrong, with file, line, key and what was expected
  public static Site open(Path directory, Map<String, String> overrides) {
    return new Site(directory, SettingsFile.read(directory, overrides), overrides);
  }

  /// Directory of the journal, the keys and the logs.
  public Path data() {
    return directory.resolve(settings.data());
  }

  /// Path of the policy file.
  public Path policy() {
    return directory.resolve(settings.policy());
  }

  /// The central system's time zone.
  public ZoneId zone() {
    return settings.central().zone();
  }

  /// Whether the central system is the embedded library.
  public boolean embedded() {
    return settings.central().dialect().equals(DialectFiles.EMBEDDED);
  }
}
