package org.libstation.site;

import java.nio.file.Path;

/// Where a site's settings lie, and how one is called in that file and in the records.
public final class StationYaml {
  /// In the site's directory.
  public static final String NAME = "station.yaml";

  /// The one key at its left margin.
  public static final String ROOT = "station";

  private StationYaml() {}

  /// @param site the site's configuration directory
  public static Path in(Path site) {
    return site.resolve(NAME);
  }

  /// The full name of a setting.
  ///
  /// @param key as its record has it, such as `central.port`
  public static String full(String key) {
    return ROOT + "." + key;
  }

  /// A setting's name as its record has it.
  ///
  /// @param full its full name
  public static String below(String full) {
    return full.startsWith(ROOT + ".") ? full.substring(ROOT.length() + 1) : full;
  }
}
