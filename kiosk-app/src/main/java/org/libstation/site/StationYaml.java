package org.libstation.site;

import java.nio.file.Path;

/// Location of a site's settings file, and names of its settings.
public final class StationYaml {
  /// File name in the site's directory.
  public static final String NAME = "station.yaml";

  /// The single top-level key.
  public static final String ROOT = "station";

  private StationYaml() {}

  /// Path of the settings file.
  ///
  /// @param site the site's configuration directory
  public static Path in(Path site) {
    return site.resolve(NAME);
  }

  /// The full name of a setting.
  ///
  /// @param key its name in the record, such as `central.port`
  public static String full(String key) {
    return ROOT + "." + key;
  }

  /// A setting's name in the record.
  ///
  /// @param full its full name
  public static String below(String full) {
    return full.startsWith(ROOT + ".") ? full.substring(ROOT.length() + 1) : full;
  }
}
