package org.libstation.lab.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.libstation.command.PrintingCommand;
import org.libstation.lab.measure.FineTrial;
import org.libstation.lab.measure.Machine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures how fast fines are counted. It does not judge.
@Command(name = "fines")
public final class BenchFinesCommand extends PrintingCommand {
  private static final Duration TIMED = Duration.ofSeconds(1);
  private static final Duration QUICK = Duration.ofMillis(50);

  @Option(names = "--quick")
  private boolean quick;

  @Override
  protected int run() throws IOException {
    FineTrial.FineTrialResult result = FineTrial.run(quick ? QUICK : TIMED);
    say(result.table(Machine.of(Path.of("."))));
    return 0;
  }
}
