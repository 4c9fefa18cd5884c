package org.libstation.site;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;

/// A site that was opened: where it lies and what it goes by. What is wrong with its settings was
/// told when it was opened.
///
/// @param directory where `station.yaml` lies
/// @param overrides settings that win over the file's, by full key
public record Site(Path directory, StationSettings settings, Map<String, String> overrides) {
  public Site {
    overrides = Map.copyOf(overrides);
  }

  /// @throws SiteProblem with file, line, key and what was expected
  public static Site open(Path directory) {
    return open(directory, Map.of());
  }

  /// @throws SiteProblem with file, line, key and what was expected
  public static Site open(Path directory, Map<String, String> overrides) {
    return new Site(directory, SettingsFile.read(directory, overrides), overrides);
  }

  /// Where the journal, the keys and the logs lie.
  public Path data() {
    return directory.resolve(settings.data());
  }

  /// The file of rules.
  public Path policy() {
    return directory.resolve(settings.policy());
  }

  /// The central system's.
  public ZoneId zone() {
    return settings.central().zone();
  }

  /// Whether its central system is the embedded library.
  public boolean embedded() {
    return settings.central().dialect().equals(DialectFiles.EMBEDDED);
  }
}
