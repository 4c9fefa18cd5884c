package org.libstation.lab.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.libstation.lab.measure.BenchReport;
import org.libstation.lab.measure.Machine;
import org.libstation.lab.measure.MemoryTrial;
import org.libstation.site.Site;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;

/// Measures what memory the station holds, part by part. It judges nothing: whatever the figures,
/// it ends with 0.
@Command(
    name = "memory",
    description = {
      "Measures the memory of the station in its full screen on Xvfb (PSS, of /proc/PID/smaps):"
          + " heap, class data, code, fonts, pictures, libraries and the rest; idle, after many"
          + " loans, and under its supervisor. Prints one table (also in DIR/bench-memory.txt)."
    },
    footer = {
      "",
      "Examples:",
      "  ./station cache && ./station bench memory",
      "  ./station bench memory --quick   a few loans"
    })
public final class BenchMemoryCommand extends MeasuringCommand {
  private static final int LOANS = 1000;
  private static final int QUICK_LOANS = 10;
  private static final int MOST_LOANS = 100_000;

  /// A start is over when a visit was drawn out of sight and what that left was collected; what is
  /// let go is given back ten seconds later.
  private static final Duration REST = Duration.ofSeconds(90);

  @ParentCommand private @Nullable BenchCommand bench;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "a directory for all that is left behind (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("bench-out");

  @Option(
      names = "--loans",
      paramLabel = "N",
      description = "how many loans (default: ${DEFAULT-VALUE})")
  private int loans = LOANS;

  @Option(names = "--quick", description = "few loans: figures of little weight")
  private boolean quick;

  @Override
  protected int run() throws Exception {
    if (System.getProperty("libstation.args") == null) {
      throw new SiteProblem("only the built program is measured: use ./station bench memory");
    }
    if (loans < 1 || loans > MOST_LOANS) {
      throw new ParameterException(
          commandLine(), "--loans: expected 1 to " + MOST_LOANS + ", found " + loans);
    }
    Site site = Objects.requireNonNull(bench).site();
    OutDirectory.prepare(out);
    Machine machine = Machine.of(out);
    Path left = Files.createDirectories(out.resolve("memory"));
    MemoryTrial.MemoryTrialResult result =
        new MemoryTrial(Thread::sleep, this::progress)
            .run(site, left, quick ? QUICK_LOANS : loans, REST);
    String table = BenchReport.table(machine, result.rows());
    return told(table, out.resolve("bench-memory.txt"));
  }
}
