package org.libstation.lab.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.libstation.lab.measure.ArgumentFile;
import org.libstation.lab.measure.BenchReport;
import org.libstation.lab.measure.Machine;
import org.libstation.lab.measure.ScreenTrial;
import org.libstation.site.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Measures what a patron waits for at the screen. It judges nothing: whatever the figures, it ends
/// with 0.
@Command(
    name = "screen",
    description = {
      "Measures the screen on this machine, as somebody before it would: the station in its full"
          + " screen on Xvfb, pixels looked at and keys touched from outside. Prints one table"
          + " (also in DIR/bench-screen.txt)."
    },
    footer = {
      "",
      "Examples:",
      "  ./station bench screen",
      "  ./station bench screen --quick   each thing a few times"
    })
public final class BenchScreenCommand extends MeasuringCommand {
  private static final ScreenTrial.ScreenTrialExtent WHOLE =
      new ScreenTrial.ScreenTrialExtent(5, 200, 200, 20, Duration.ofSeconds(60));
  private static final ScreenTrial.ScreenTrialExtent QUICK =
      new ScreenTrial.ScreenTrialExtent(1, 4, 3, 1, Duration.ofSeconds(1));

  @ParentCommand private @Nullable BenchCommand bench;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "a directory for all that is left behind (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("bench-out");

  @Option(names = "--quick", description = "each thing a few times: figures of little weight")
  private boolean quick;

  @Override
  protected int run() throws Exception {
    Site site = Objects.requireNonNull(bench).site();
    OutDirectory.prepare(out);
    Machine machine = Machine.of(out);
    String arguments = System.getProperty("libstation.args");
    if (arguments != null) {
      // It makes a cache of its own, and measures starts without one.
      Path plain = out.resolve("plain.args");
      System.setProperty(
          "libstation.args",
          new ArgumentFile(Path.of(arguments)).plainCopy(plain).path().toString());
    }
    ScreenTrial.ScreenTrialResult result =
        new ScreenTrial(Thread::sleep, this::progress)
            .run(site, out.resolve("screen"), quick ? QUICK : WHOLE);
    String table = BenchReport.table(machine, BenchReport.screen(result));
    return told(table, out.resolve("bench-screen.txt"));
  }
}
