package org.libstation.lab.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.libstation.lab.measure.BenchReport;
import org.libstation.lab.measure.LendingTrial;
import org.libstation.lab.measure.Machine;
import org.libstation.lab.measure.StationTrial;
import org.libstation.language.Texts;
import org.libstation.site.PolicyFile;
import org.libstation.site.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// Measures the station on this machine. It does not judge: it ends with 0, whatever the figures
/// are.
@Command(
    name = "bench",
    subcommands = {
      BenchCentralCommand.class,
      BenchDevicesCommand.class,
      BenchFinesCommand.class,
      BenchFleetCommand.class,
      BenchMemoryCommand.class,
      BenchScreenCommand.class,
      BenchStartCommand.class,
      BenchDropCommand.class
    })
public final class BenchCommand extends MeasuringCommand {
  private static final int STARTS = 5;
  private static final int QUICK_STARTS = 2;
  private static final int QUICK_LOANS = 10;
  private static final int MOST_LOANS = 100_000;

  /// Timed loans for each loan that warms the program up before.
  private static final int WARM_UP_SHARE = 10;

  private static final Duration REST = Duration.ofSeconds(5);
  private static final Duration QUICK_REST = Duration.ofSeconds(1);

  @Option(names = "--loans", paramLabel = "N")
  private int loans = 1000;

  @Override
  void check() {
    if (loans < 1 || loans > MOST_LOANS) {
      throw new ParameterException(
          commandLine(), "--loans: expected 1 to " + MOST_LOANS + ", found " + loans);
    }
  }

  @Override
  String table(Machine machine) throws Exception {
    Site site = site();
    StationTrial.StationTrialExtent extent =
        quick()
            ? new StationTrial.StationTrialExtent(
                QUICK_STARTS, Math.min(loans, QUICK_LOANS), QUICK_REST)
            : new StationTrial.StationTrialExtent(STARTS, loans, REST);
    StationTrial.StationTrialResult station =
        new StationTrial(Thread::sleep, this::progress)
            .run(site, directory().resolve("process"), extent);
    LendingTrial.LendingTrialResult lending = lend(site, config(), extent.loans());
    return BenchReport.table(machine, station, lending);
  }

  private LendingTrial.LendingTrialResult lend(Site site, Path config, int count) throws Exception {
    progress("timing " + count + " loans beside the bare disk");
    Path directory = Files.createDirectories(directory().resolve("lending"));
    Texts texts = Texts.load(config.resolve("texts"), Optional.empty());
    try (LendingTrial trial =
        new LendingTrial(directory, PolicyFile.of(site.settings(), site.directory()), texts)) {
      return trial.run(Math.max(1, count / WARM_UP_SHARE), count);
    }
  }
}
