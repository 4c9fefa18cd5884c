package org.libstation.lab.scenario;

import java.util.Optional;
import org.libstation.site.Site;

/// The recovery key that stations of the laboratory are lent. Without one each makes a pair at its
/// first start, as a demo does, which takes longer than all the rest of it.
final class LentKey {
  /// Names the PEM file of the public half: so the tests say it.
  private static final String NAMED = "libstation.lab.recovery-key";

  private static final String SETTING = "station.recovery-key";

  private LentKey() {}

  /// What `run` is told of it; empty where it stays with what the site says.
  static Optional<String> option(Site site) {
    return site.overrides().containsKey(SETTING)
        ? Optional.empty()
        : Optional.ofNullable(System.getProperty(NAMED)).map(pem -> "--set=" + SETTING + "=" + pem);
  }
}
