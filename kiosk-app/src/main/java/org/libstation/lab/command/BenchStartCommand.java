package org.libstation.lab.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.libstation.lab.measure.BenchReport;
import org.libstation.lab.measure.Machine;
import org.libstation.lab.measure.StartTrial;
import org.libstation.site.Site;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Measures what a start takes, phase by phase. It judges nothing: whatever the figures, it ends
/// with 0.
@Command(
    name = "start",
    mixinStandardHelpOptions = true,
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
public final class BenchStartCommand implements Callable<Integer> {
  private static final int STARTS = 7;

  @ParentCommand private @Nullable BenchCommand bench;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "a directory for all that is left behind (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("bench-out");

  @Option(names = "--quick", description = "each once: figures of little weight")
  private boolean quick;

  @Override
  public Integer call() throws Exception {
    if (System.getProperty("libstation.args") == null) {
      throw new SiteProblem("only the built program is measured: use ./station bench start");
    }
    Site site = Objects.requireNonNull(bench).site();
    OutDirectory.prepare(out);
    Machine machine = Machine.of(out);
    Path left = Files.createDirectories(out.resolve("start"));
    StartTrial.Result result =
        new StartTrial(Thread::sleep, this::progress).run(site, left, quick ? 1 : STARTS);
    String table = BenchReport.table(machine, BenchReport.start(result));
    Files.writeString(out.resolve("bench-start.txt"), table + "\n");
    Files.writeString(out.resolve("bench-start.svg"), result.svg());
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
