package org.libstation.lab.scenario;

import java.nio.file.Path;
import java.util.Optional;
import org.libstation.site.Site;

/// A shared recovery key for stations of the laboratory. Without it each station makes a key pair
/// at its first start, as a demo does, which takes longer than everything else in that start.
public final class LentKey {
  /// System property, set by the tests, that names the PEM file of the public half.
  private static final String NAMED = "libstation.lab.recovery-key";

  private static final String SETTING = "station.recovery-key";

  private LentKey() {}

  /// Option of `run` for this key; empty if the site's own setting holds.
  static Optional<String> option(Site site) {
    return site.overrides().containsKey(SETTING)
        ? Optional.empty()
        : publicPem().map(pem -> "--set=" + SETTING + "=" + pem);
  }

  /// File of the public half; empty if none is named.
  public static Optional<Path> publicPem() {
    return Optional.ofNullable(System.getProperty(NAMED)).map(Path::of);
  }
}
