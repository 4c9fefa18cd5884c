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

/// Measures the station on this machine. It judges nothing: whatever the figures, it ends with 0.
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
    },
    description = {
      "Measures the station on this machine and prints one table (also in DIR/bench.txt):",
      "how long it takes to start, how much memory it holds before and after many loans, and how"
          + " long a patron waits from the scan to \"take it\" without the link, beside a bare"
          + " insert and a bare fdatasync on the same disk.",
      "Figures of one run belong together; compare machines by the ratios."
    },
    footer = {
      "",
      "Examples:",
      "  ./station bench",
      "  ./station bench --out /var/lib/libstation/bench   measures the disk of that directory",
      "  ./station bench --quick                           a few loans, to see that it works",
      "  ./station bench start                             what a start takes, phase by phase",
      "  ./station bench memory                            what each part of it takes of memory",
      "  ./station bench fines                             how fast fines are counted"
    })
public final class BenchCommand extends MeasuringCommand {
  private static final int STARTS = 5;
  private static final int QUICK_STARTS = 2;
  private static final int QUICK_LOANS = 10;
  private static final int MOST_LOANS = 100_000;

  /// Loans that warm the program up before it is timed, as a share of those that are.
  private static final int WARM_UP_SHARE = 10;

  private static final Duration REST = Duration.ofSeconds(5);
  private static final Duration QUICK_REST = Duration.ofSeconds(1);

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "a directory on the disk to measure, for all that is left behind"
              + " (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("bench-out");

  @Option(
      names = "--loans",
      paramLabel = "N",
      description = "how many loans (default: ${DEFAULT-VALUE})")
  private int loans = 1000;

  @Option(names = "--quick", description = "few loans and few starts: figures of little weight")
  private boolean quick;

  /// The project's own example site, which is what is measured.
  Site site() {
    return Site.open(config());
  }

  @Override
  protected int run() throws Exception {
    if (loans < 1 || loans > MOST_LOANS) {
      throw new ParameterException(
          commandLine(), "--loans: expected 1 to " + MOST_LOANS + ", found " + loans);
    }
    Site site = site();
    OutDirectory.prepare(out);
    Machine machine = Machine.of(out);
    StationTrial.StationTrialExtent extent =
        quick
            ? new StationTrial.StationTrialExtent(
                QUICK_STARTS, Math.min(loans, QUICK_LOANS), QUICK_REST)
            : new StationTrial.StationTrialExtent(STARTS, loans, REST);
    StationTrial.StationTrialResult station =
        new StationTrial(Thread::sleep, this::progress).run(site, out.resolve("process"), extent);
    LendingTrial.LendingTrialResult lending = lend(site, config(), extent.loans());
    String table = BenchReport.table(machine, station, lending);
    return told(table, out.resolve("bench.txt"));
  }

  private LendingTrial.LendingTrialResult lend(Site site, Path config, int count) throws Exception {
    progress("timing " + count + " loans beside the bare disk");
    Path directory = Files.createDirectories(out.resolve("lending"));
    Texts texts = Texts.load(config.resolve("texts"), Optional.empty());
    try (LendingTrial trial =
        new LendingTrial(directory, PolicyFile.of(site.settings(), site.directory()), texts)) {
      return trial.run(Math.max(1, count / WARM_UP_SHARE), count);
    }
  }
}
