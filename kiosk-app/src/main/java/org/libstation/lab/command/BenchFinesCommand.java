package org.libstation.lab.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.libstation.command.PrintingCommand;
import org.libstation.lab.measure.FineTrial;
import org.libstation.lab.measure.Machine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures how fast fines are counted. It judges nothing.
@Command(
    name = "fines",
    description =
        "Counts fines on one core, without explanations, for loans 1, 30, 365 and 3,650 days"
            + " overdue, and measures the memory that 100 places with calendars of 20 years take.",
    footer = {"", "Examples:", "  ./station bench fines", "  ./station bench fines --quick"})
public final class BenchFinesCommand extends PrintingCommand {
  private static final Duration TIMED = Duration.ofSeconds(1);
  private static final Duration QUICK = Duration.ofMillis(50);

  @Option(names = "--quick", description = "short runs: figures of little weight")
  private boolean quick;

  @Override
  protected int run() throws IOException {
    FineTrial.FineTrialResult result = FineTrial.run(quick ? QUICK : TIMED);
    say(result.table(Machine.of(Path.of("."))));
    return 0;
  }
}
