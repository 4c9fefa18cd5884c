package org.libstation.service;

import org.libstation.check.Statistics;
import org.libstation.journal.sqlite.JournalReader;
import org.libstation.site.Site;
import org.libstation.station.parts.JournalParts;

/// Counts the entries of a site's journal.
public final class StatisticsSource {
  private StatisticsSource() {}

  /// Counts all entries by period.
  public static Statistics read(Site site, Statistics.StatisticsPeriod by) {
    Statistics statistics = new Statistics(site.zone(), by);
    try (JournalReader reader = JournalParts.read(site)) {
      reader.each().forEach(statistics::add);
    }
    return statistics;
  }
}
