package org.libstation.lab.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.libstation.lab.measure.FineTrial;
import org.libstation.lab.measure.Machine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures how fast fines are counted. It judges nothing.
@Command(
    name = "fines",
    mixinStandardHelpOptions = true,
    description =
        "Counts fines on one core, without explanations, for loans 1, 30, 365 and 3,650 days overdue,"
            + " and measures the memory that 100 places with calendars of 20 years take.",
    footer = {"", "Examples:", "  ./station bench fines", "  ./station bench fines --quick"})
public final class BenchFinesCommand implements Callable<Integer> {
  private static final Duration TIMED = Duration.ofSeconds(1);
  private static final Duration QUICK = Duration.ofMillis(50);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--quick", description = "short runs: figures of little weight")
  private boolean quick;

  @Override
  public Integer call() throws IOException {
    FineTrial.Result result = FineTrial.run(quick ? QUICK : TIMED);
    PrintWriter out = spec.commandLine().getOut();
    out.println(result.table(Machine.of(Path.of("."))));
    out.flush();
    return 0;
  }
}
