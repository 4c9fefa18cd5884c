package org.libstation.site;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// A site's settings as commands other than `run` need them.
public final class SiteReader {
  private SiteReader() {}

  public static Site read(Path config, Map<String, String> overrides) {
    StationSettings settings = SettingsFile.read(config, overrides);
    Map<String, Site.DeviceAt> devices = new TreeMap<>();
    settings
        .devices()
        .forEach(
            (name, entry) -> devices.put(name, new Site.DeviceAt(entry.model(), entry.address())));
    return new Site(
        config,
        config.resolve(settings.data()),
        settings.central().dialect().equals("embedded"),
        settings.central().user(),
        settings.central().password(),
        config.resolve(settings.policy()),
        devices);
  }
}
