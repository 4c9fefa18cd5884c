package org.libstation.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.libstation.check.Statistics;
import org.libstation.service.ReportPdf;
import org.libstation.service.StatisticsSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command `statistics`: counts the station's transactions, without personal data.
@Command(name = "statistics")
public final class StatisticsCommand extends SiteCommand {
  @Option(names = "--by", paramLabel = "SPAN")
  private Statistics.StatisticsPeriod by = Statistics.StatisticsPeriod.DAY;

  @Option(names = "--pdf", paramLabel = "FILE")
  private @Nullable Path pdf;

  @Override
  protected int run() throws Exception {
    Statistics statistics = StatisticsSource.read(site(), by);
    statistics.csv().forEach(this::say);
    if (pdf != null) {
      CommandFile.write(pdf, out -> out.write(ReportPdf.of(statistics)));
    }
    return 0;
  }
}
