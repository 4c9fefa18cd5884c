package org.libstation.lab.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.libstation.lab.measure.BenchReport;
import org.libstation.lab.measure.Machine;
import org.libstation.lab.measure.StartTrial;
import org.libstation.site.Site;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Measures what a start takes, phase by phase. It judges nothing: whatever the figures, it ends
/// with 0.
@Command(
    name = "start",
    description = {
      "Measures starts of the station in its full screen on Xvfb: each phase, beside a bare JavaFX"
          + " program and, where there is one, a browser kiosk (chromium), in turn. With the"
          + " ahead-of-time cache that the program is given, or without. Prints one table (also"
          + " in DIR/bench-start.txt) and draws it (DIR/bench-start.svg)."
    },
    footer = {
      "",
      "Examples:",
      "  ./station bench start",
      "  ./station bench start --quick   each once"
    })
public final class BenchStartCommand extends MeasuringCommand {
  private static final int STARTS = 7;

  @ParentCommand private @Nullable BenchCommand bench;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "a directory for all that is left behind (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("bench-out");

  @Option(names = "--quick", description = "each once: figures of little weight")
  private boolean quick;

  @Override
  protected int run() throws Exception {
    if (System.getProperty("libstation.args") == null) {
      throw new SiteProblem("only the built program is measured: use ./station bench start");
    }
    Site site = Objects.requireNonNull(bench).site();
    OutDirectory.prepare(out);
    Machine machine = Machine.of(out);
    Path left = Files.createDirectories(out.resolve("start"));
    StartTrial.StartTrialResult result =
        new StartTrial(Thread::sleep, this::progress).run(site, left, quick ? 1 : STARTS);
    String table = BenchReport.table(machine, BenchReport.start(result));
    Files.writeString(out.resolve("bench-start.svg"), result.svg());
    return told(table, out.resolve("bench-start.txt"));
  }
}
