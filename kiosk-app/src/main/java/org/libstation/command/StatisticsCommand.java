package org.libstation.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.libstation.check.Statistics;
import org.libstation.ops.ReportPdf;
import org.libstation.ops.StatisticsSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `statistics`: what was done at this station, counted; nothing of a person.
@Command(
    name = "statistics",
    mixinStandardHelpOptions = true,
    description =
        "Counts what was done at this station by the day, the week or the month: comma separated text to"
            + " standard output, and pages with plots where a file is named. No person, item or single"
            + " hour is in it. The station may run meanwhile.",
    footer = {
      "",
      "Examples:",
      "  ./station statistics --config config > days.csv",
      "  ./station statistics --config config --by month --pdf year.pdf"
    })
public final class StatisticsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--config", required = true, paramLabel = "DIR", description = "the site")
  private Path config = Path.of("config");

  @Option(names = "--by", paramLabel = "SPAN", description = "day, week or month")
  private Statistics.Span by = Statistics.Span.DAY;

  @Option(names = "--pdf", paramLabel = "FILE", description = "writes pages with plots too")
  private @Nullable Path pdf;

  @Override
  public Integer call() throws Exception {
    Statistics statistics = StatisticsSource.read(config, by);
    PrintWriter out = spec.commandLine().getOut();
    statistics.csv().forEach(out::println);
    out.flush();
    if (pdf != null) {
      Files.write(pdf, ReportPdf.of(statistics));
    }
    return 0;
  }
}
