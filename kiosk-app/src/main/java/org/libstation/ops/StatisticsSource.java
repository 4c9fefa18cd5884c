package org.libstation.ops;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.libstation.check.Statistics;
import org.libstation.journal.Entry;
import org.libstation.journal.sqlite.JournalReader;
import org.libstation.parts.JournalParts;
import org.libstation.site.SettingsFile;
import org.libstation.site.StationSettings;

/// The counts of a site's journal.
public final class StatisticsSource {
  private static final int PAGE = 1000;

  public StatisticsSource() {}

  public static Statistics read(Path config, Statistics.Span by) {
    StationSettings settings = SettingsFile.read(config, Map.of());
    Statistics statistics = new Statistics(ZoneId.of(settings.central().zone()), by);
    try (JournalReader reader = JournalParts.read(config)) {
      long from = 1;
      List<Entry> page;
      do {
        page = reader.all(from, PAGE);
        page.forEach(statistics::add);
        from = page.isEmpty() ? from : page.getLast().number() + 1;
      } while (page.size() == PAGE);
    }
    return statistics;
  }
}
