package org.libstation.ops;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.libstation.check.Statistics;
import org.libstation.journal.sqlite.JournalReader;
import org.libstation.parts.JournalParts;
import org.libstation.site.SettingsFile;
import org.libstation.site.StationSettings;

/// The counts of a site's journal.
public final class StatisticsSource {
  private StatisticsSource() {}

  public static Statistics read(Path config, Statistics.Span by) {
    StationSettings settings = SettingsFile.read(config, Map.of());
    Statistics statistics = new Statistics(ZoneId.of(settings.central().zone()), by);
    try (JournalReader reader = JournalParts.read(config)) {
      reader.each().forEach(statistics::add);
    }
    return statistics;
  }
}
