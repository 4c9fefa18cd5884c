package org.libstation.lab.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.libstation.lab.measure.BenchReport;
import org.libstation.lab.measure.Machine;
import org.libstation.lab.measure.MemoryTrial;
import org.libstation.site.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// Measures the memory of the station, part by part. It does not judge: it ends with 0, whatever
/// the figures are.
@Command(name = "memory")
public final class BenchMemoryCommand extends MeasuringCommand {
  private static final int LOANS = 1000;
  private static final int QUICK_LOANS = 10;
  private static final int MOST_LOANS = 100_000;

  /// How long the station rests after a start before its memory is read. The start is over when an
  /// invisible visit was drawn and its memory collected; freed memory is returned ten seconds
  /// later.
  private static final Duration REST = Duration.ofSeconds(90);

  @Option(names = "--loans", paramLabel = "N")
  private int loans = LOANS;

  @Override
  void check() {
    checkBuilt();
    if (loans < 1 || loans > MOST_LOANS) {
      throw new ParameterException(
          commandLine(), "--loans: expected 1 to " + MOST_LOANS + ", found " + loans);
    }
  }

  @Override
  String table(Machine machine) throws Exception {
    Site site = site();
    Path left = Files.createDirectories(directory().resolve("memory"));
    MemoryTrial.MemoryTrialResult result =
        new MemoryTrial(Thread::sleep, this::progress)
            .run(site, left, quick() ? QUICK_LOANS : loans, REST);
    return BenchReport.table(machine, result.rows());
  }
}
