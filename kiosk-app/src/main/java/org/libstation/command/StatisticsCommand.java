package org.libstation.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.libstation.check.Statistics;
import org.libstation.service.ReportPdf;
import org.libstation.service.StatisticsSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Carries out `statistics`: what was done at this station, counted; nothing of a person.
@Command(
    name = "statistics",
    description =
        "Counts what was done at this station by the day, the week or the month: comma separated"
            + " text to standard output, and pages with plots where a file is named. No person,"
            + " item or single hour is in it. The station may run meanwhile.",
    footer = {
      "",
      "Examples:",
      "  ./station statistics --config config > days.csv",
      "  ./station statistics --config config --by month --pdf year.pdf"
    })
public final class StatisticsCommand extends SiteCommand {
  @Option(names = "--by", paramLabel = "SPAN", description = "day, week or month")
  private Statistics.StatisticsPeriod by = Statistics.StatisticsPeriod.DAY;

  @Option(names = "--pdf", paramLabel = "FILE", description = "writes pages with plots too")
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
