package org.libstation.lab.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.libstation.lab.measure.ArgumentFile;
import org.libstation.lab.measure.BenchReport;
import org.libstation.lab.measure.Machine;
import org.libstation.lab.measure.ScreenTrial;
import org.libstation.site.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Measures what a patron waits for at the screen. It judges nothing: whatever the figures, it ends
/// with 0.
@Command(
    name = "screen",
    mixinStandardHelpOptions = true,
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
public final class BenchScreenCommand implements Callable<Integer> {
  private static final ScreenTrial.Extent WHOLE =
      new ScreenTrial.Extent(5, 200, 200, 20, Duration.ofSeconds(60));
  private static final ScreenTrial.Extent QUICK =
      new ScreenTrial.Extent(1, 4, 3, 1, Duration.ofSeconds(1));

  @ParentCommand private @Nullable BenchCommand bench;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "a directory for all that is left behind (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("bench-out");

  @Option(names = "--quick", description = "each thing a few times: figures of little weight")
  private boolean quick;

  @Override
  public Integer call() throws Exception {
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
    ScreenTrial.Result result =
        new ScreenTrial(Thread::sleep, this::progress)
            .run(site, out.resolve("screen"), quick ? QUICK : WHOLE);
    String table = BenchReport.table(machine, BenchReport.screen(result));
    Files.writeString(out.resolve("bench-screen.txt"), table + "\n");
    PrintWriter say = spec.commandLine().getOut();
    say.println(table);
    say.flush();
    return 0;
  }

  private void progress(String what) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(what + " …");
    err.flush();
  }
}
