package org.libstation.lab.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.libstation.lab.measure.BenchReport;
import org.libstation.lab.measure.DeviceTrial;
import org.libstation.lab.measure.IdleTrial;
import org.libstation.lab.measure.Machine;
import org.libstation.lab.measure.PadTrial;
import org.libstation.lab.measure.PrinterTrial;
import org.libstation.lab.measure.ScannerTrial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures the drivers on this machine, each against its twin on a pseudo-terminal. It judges
/// nothing: whatever the figures, it ends with 0.
@Command(
    name = "devices",
    mixinStandardHelpOptions = true,
    description = {
      "Measures the drivers of the devices on this machine, each against its twin behind a"
          + " pseudo-terminal at its real speed, beside what the wire alone takes, and prints one"
          + " table (also in DIR/bench-devices.txt)."
    },
    footer = {
      "",
      "Examples:",
      "  ./station bench devices",
      "  ./station bench devices --quick   each thing once"
    })
public final class BenchDevicesCommand implements Callable<Integer> {
  private static final int ROUNDS = 7;
  private static final int QUICK_ROUNDS = 1;

  private final List<DeviceTrial> trials =
      Stream.concat(
              PadTrial.ofAll().stream(),
              Stream.of(new ScannerTrial(), new PrinterTrial(), new IdleTrial()))
          .toList();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "a directory for the table (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("bench-out");

  @Option(names = "--quick", description = "each thing once: figures of little weight")
  private boolean quick;

  @Override
  public Integer call() throws Exception {
    OutDirectory.prepare(out);
    List<BenchReport.Row> rows = new ArrayList<>();
    PrintWriter err = spec.commandLine().getErr();
    for (DeviceTrial trial : trials) {
      err.println("timing " + trial.title() + " …");
      err.flush();
      rows.addAll(trial.run(quick ? QUICK_ROUNDS : ROUNDS));
    }
    String table = BenchReport.table(Machine.of(out), rows);
    Files.writeString(out.resolve("bench-devices.txt"), table + "\n");
    PrintWriter say = spec.commandLine().getOut();
    say.println(table);
    say.flush();
    return 0;
  }
}
